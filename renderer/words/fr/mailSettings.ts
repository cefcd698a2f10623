export default {
  openSettings: 'Ouvrir les réglages',
  watchedFolder: 'Dossier surveillé',
  watchedFolderHelp:
    'Les nouveaux PDF qui s’y trouvent arrivent d’eux-mêmes dans « Envoyer des PDF », chacun une fois, dès qu’ils sont entièrement écrits. Les dossiers qu’il contient sont ignorés, et rien n’y est modifié.',
  chooseFolder: 'Choisir un dossier…',
  stopWatching: 'Ne plus surveiller',
  ownFolder: 'C’est le dossier de données de Postroom. Choisissez-en un autre.',
  watchTaken_zero: 'Sous surveillance. Rien de nouveau depuis le démarrage de Postroom.',
  watchTaken_one: 'Sous surveillance. {{count}} PDF repris depuis le démarrage de Postroom.',
  watchTaken_other: 'Sous surveillance. {{count}} PDF repris depuis le démarrage de Postroom.',
  watchWaiting_one: '{{count}} est encore en cours d’écriture.',
  watchWaiting_other: '{{count}} sont encore en cours d’écriture.',
  watchTrouble: {
    missing: 'Le dossier surveillé {{name}} est introuvable.',
    unreadable: 'Le dossier surveillé {{name}} est illisible.',
    diskFull: 'Il n’y a pas de place pour reprendre les PDF de {{name}}.',
  },
  watchMeaning: {
    missing:
      'Il a été déplacé ou supprimé, ou son disque n’est pas connecté. Aucun PDF n’est perdu : ils seront repris à son retour. Ou choisissez un autre dossier.',
    unreadable:
      'Autorisez Postroom à le lire, ou choisissez un autre dossier. Les PDF seront repris dès qu’il sera lisible.',
    diskFull: 'Faites de la place sur le disque. Ils seront repris dès qu’il y en aura.',
  },
  watchRefused_one: '{{count}} fichier de {{name}} n’a pas pu être repris :',
  watchRefused_other: '{{count}} fichiers de {{name}} n’ont pas pu être repris :',
  keepDocuments: 'Conserver les PDF',
  keepDocumentsHelp:
    'Ensuite, les PDF archivés sont supprimés de cet ordinateur. Ce qui est sur la table, en route ou vous attend reste toujours, et l’historique reste entier.',
  tell: {
    rejected: 'Document rejeté',
    notdelivered: 'Lettre non distribuée',
    bounced: 'E-mail revenu',
    blocked: 'E-mail bloqué',
  },
  tellHelp: {
    rejected: 'Le service a trouvé un défaut dans un PDF ou dans sa commande.',
    notdelivered: 'Lettres recommandées seulement : la poste ne signale les autres à personne.',
    bounced: 'La messagerie du destinataire est pleine, ou l’adresse n’existe pas.',
    blocked: 'Le serveur de messagerie du destinataire n’en a pas voulu.',
  },
  letterProfile: 'Profil de lettre',
  letterProfileHelp:
    'Où se trouve la fenêtre de l’enveloppe : les adresses y sont lues, et les lettres sont jugées d’après elle.',
  cameFrom: 'Du dossier surveillé {{name}}',
};
