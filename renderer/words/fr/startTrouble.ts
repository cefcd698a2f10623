export default {
  'database-damaged': {
    title: 'Les données étaient endommagées et ont été réparées.',
    text: 'Le fichier endommagé a été mis de côté, pas supprimé. Ce qui pouvait être lu est là. Pour tout ce qui est peut-être déjà parti, le service est interrogé avant l’envoi. Une sauvegarde plus ancienne se trouve sous Réglages.',
  },
  'older-copy': {
    title: 'C’est une copie ancienne ou une seconde copie de vos données.',
    text: 'Elle a été restaurée, déplacée ou copiée. Ce qui a été envoyé après sa création n’y figure pas. Pour ce qui attend dans la Boîte d’envoi, le service est interrogé avant l’envoi. Avant d’envoyer un brouillon ou un PDF en préparation, regardez dans votre compte TrepStar ou TC.gate s’il est déjà parti.',
  },
  safe: 'Rien n’a été supprimé et rien n’a été envoyé. Ce qui attend dans la Boîte d’envoi y reste.',
  tryAgain: 'Réessayer',
  goOn: 'Commencer avec des données vides',
  openDataFolder: 'Ouvrir le dossier de données',
  openLogFolder: 'Ouvrir le dossier du journal',
  copyDiagnostics: 'Copier le diagnostic',
  copied: 'Copié. Il ne contient ni mot de passe ni donnée de client.',
  noBackup: 'Il n’y a pas encore de sauvegarde.',
  backups: 'Revenir à une sauvegarde',
  backupsText:
    'Le fichier actuel est mis de côté. Ce que la sauvegarde ne sait pas est demandé aux services.',
  restore: 'Restaurer : {{time}}',
  closed: {
    'database-newer': {
      title: 'Ces données appartiennent à un Postroom plus récent',
      text: 'Elles ont été utilisées avec une version plus récente de Postroom. Réinstallez cette version, ou revenez à une sauvegarde antérieure.',
    },
    'database-damaged': {
      title: 'Les données sont endommagées',
      text: 'Postroom n’a pas pu réparer la base de données lui-même. Revenez à une sauvegarde, ou envoyez-nous le diagnostic.',
    },
    'read-only': {
      title: 'Postroom n’a pas le droit d’écrire dans son dossier de données',
      text: 'Sans cela, aucune commande ne serait en sûreté ; rien n’est donc ouvert. Donnez à votre utilisateur le droit d’écrire dans ce dossier, puis réessayez.',
    },
    'disk-full': {
      title: 'Le disque est plein',
      text: 'Sans place, aucune commande ne serait en sûreté ; rien n’est donc ouvert. Libérez de l’espace, puis réessayez.',
    },
    internal: {
      title: 'Postroom n’a pas pu ouvrir ses données',
      text: 'C’est une erreur de Postroom. Réessayez ; si elle persiste, envoyez-nous le diagnostic.',
    },
  },
};
