export default {
  'database-damaged': {
    title: 'Die Datenbank war beschädigt.',
    text: 'Die beschädigte Datei liegt daneben, was zu retten war, ist gerettet. Prüfen Sie den Verlauf; unter Einstellungen stehen die Sicherungen. {{detail}}',
  },
  'database-newer': {
    title: 'Diese Daten sind neuer als dieses Postroom.',
    text: 'Aktualisieren Sie Postroom, um sie zu öffnen. Nichts wurde geändert.',
  },
  'read-only': {
    title: 'Der Datenordner ist nicht beschreibbar.',
    text: 'Bis dahin kann nichts angenommen oder gesendet werden. {{detail}}',
  },
  'disk-full': {
    title: 'Die Platte ist voll.',
    text: 'Bis Platz ist, kann nichts angenommen oder gesendet werden.',
  },
  internal: {
    title: 'Postroom konnte seine Daten nicht öffnen.',
    text: 'Nichts wurde geändert oder gelöscht. {{detail}}',
  },
};
