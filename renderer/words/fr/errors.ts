export default {
  'bad-input': 'Postroom n’a pas pu lire ceci : {{detail}}. Rien n’a été envoyé.',
  'not-allowed': 'Ce n’est pas permis depuis ici. Rien n’a été envoyé.',
  'not-found': 'Cela n’existe plus.',
  conflict: 'Cela a changé ou existe déjà : {{detail}}. Rien n’a été envoyé.',
  offline: 'Pas de réseau. Tout attend et continuera de soi-même.',
  dns: 'L’adresse du service est introuvable. Vérifiez le réseau. Rien n’a été envoyé.',
  tls: 'Pas de connexion sécurisée au service. Rien n’a été envoyé. Vérifiez la date de cet ordinateur et le réseau.',
  timeout: 'Le service n’a pas répondu à temps.',
  'connection-lost': 'La connexion a été perdue ou refusée.',
  'captive-portal':
    'Le réseau a répondu par sa propre page (Wi-Fi d’hôtel ou d’invités ?). Connectez-vous au réseau, puis tout continue.',
  'server-trouble': 'Le service a lui-même des difficultés. Postroom réessaie de lui-même.',
  'too-many-requests': 'Le service a demandé une pause. Postroom continuera de lui-même.',
  'unreadable-answer': 'Le service a donné une réponse illisible.',
  'wrong-login':
    'Le service n’accepte pas ces identifiants. Rien n’a été commandé. Vérifiez-les sous Comptes.',
  'account-changed':
    'Ceci est parti avant la modification du compte, et le compte tel qu’il est maintenant ne le connaît pas. Remettez le compte comme il était, puis réessayez.',
  'missing-secret': 'Aucun mot de passe n’est enregistré pour ce compte. Saisissez-le sous Comptes.',
  'keychain-missing':
    'Cet ordinateur n’a pas de trousseau : aucun mot de passe ne peut être enregistré ni lu. L’historique s’ouvre quand même ; pour envoyer, il faut le trousseau.',
  'keychain-locked':
    'Le trousseau est verrouillé. Déverrouillez-le, puis réessayez. L’historique s’ouvre quand même.',
  'keychain-refused':
    'Le trousseau a refusé. Autorisez Postroom à l’utiliser, puis réessayez. L’historique s’ouvre quand même.',
  refused: 'Le service a refusé : {{detail}}',
  'not-accepted-yet': 'Le service ne l’a pas encore accepté.',
  'budget-used-up':
    'Les demandes de statut gratuites sont épuisées. Le statut est en pause ; les commandes partent toujours.',
  'disk-full':
    'Le disque est plein. Rien n’a été accepté, rien n’a été envoyé. Faites de la place, puis réessayez.',
  'read-only': 'Impossible d’écrire dans le dossier de données. Rien n’a été accepté, rien n’a été envoyé.',
  'database-damaged':
    'La base de données est endommagée. Rien n’a été supprimé ; le fichier endommagé a été mis de côté.',
  'database-newer':
    'Ces données viennent d’une version plus récente de Postroom. Mettez Postroom à jour pour les ouvrir.',
  'file-unreadable': 'Le fichier n’a pas pu être lu : {{detail}}.',
  'file-too-large': 'Le fichier est trop volumineux : {{detail}}.',
  'file-not-supported': 'Ce type de fichier n’est pas pris en charge : {{detail}}.',
  cancelled: 'Annulé.',
  'too-late': 'Trop tard : c’est déjà parti.',
  internal:
    'Une erreur de Postroom lui-même. Rien de ce que vous avez accepté n’est perdu. Les détails sont dans le journal.',
};
