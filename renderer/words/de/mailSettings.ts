export default {
  openSettings: 'Einstellungen öffnen',
  watchedFolder: 'Überwachter Ordner',
  watchedFolderHelp:
    'Neue PDFs darin kommen von selbst zu PDFs verschicken, jedes einmal, sobald es ganz geschrieben ist. Ordner darin bleiben unbeachtet, und nichts darin wird verändert.',
  chooseFolder: 'Ordner wählen…',
  stopWatching: 'Nicht mehr überwachen',
  ownFolder: 'Das ist der Datenordner von Postroom. Wählen Sie einen anderen.',
  watchTaken_zero: 'Wird überwacht. Nichts Neues, seit Postroom läuft.',
  watchTaken_one: 'Wird überwacht. {{count}} PDF übernommen, seit Postroom läuft.',
  watchTaken_other: 'Wird überwacht. {{count}} PDFs übernommen, seit Postroom läuft.',
  watchWaiting_one: '{{count}} wird noch geschrieben.',
  watchWaiting_other: '{{count}} werden noch geschrieben.',
  watchTrouble: {
    missing: 'Der überwachte Ordner {{name}} ist nicht da.',
    unreadable: 'Der überwachte Ordner {{name}} kann nicht gelesen werden.',
    diskFull: 'Es ist kein Platz, um PDFs aus {{name}} zu übernehmen.',
  },
  watchMeaning: {
    missing:
      'Er wurde verschoben oder gelöscht, oder sein Laufwerk ist nicht verbunden. Kein PDF ist verloren: Sie werden übernommen, wenn er wieder da ist. Oder wählen Sie einen anderen Ordner.',
    unreadable:
      'Erlauben Sie Postroom, ihn zu lesen, oder wählen Sie einen anderen. PDFs werden übernommen, sobald er lesbar ist.',
    diskFull: 'Schaffen Sie Platz auf der Festplatte. Dann werden sie übernommen.',
  },
  watchRefused_one: '{{count}} Datei in {{name}} konnte nicht übernommen werden:',
  watchRefused_other: '{{count}} Dateien in {{name}} konnten nicht übernommen werden:',
  keepDocuments: 'PDFs aufbewahren',
  keepDocumentsHelp:
    'Danach werden archivierte PDFs auf diesem Rechner gelöscht. Was auf dem Tisch liegt, unterwegs ist oder auf Sie wartet, bleibt immer, und der Verlauf bleibt ganz.',
  tell: {
    rejected: 'Dokument abgelehnt',
    notdelivered: 'Brief nicht zugestellt',
    bounced: 'E-Mail kam zurück',
    blocked: 'E-Mail blockiert',
  },
  tellHelp: {
    rejected: 'Der Dienst fand etwas an einem PDF oder seinem Auftrag auszusetzen.',
    notdelivered: 'Nur eingeschriebene Briefe: Die anderen meldet die Post niemandem.',
    bounced: 'Das Postfach ist voll, oder die Adresse gibt es nicht.',
    blocked: 'Der Mailserver des Empfängers wollte sie nicht.',
  },
  letterProfile: 'Briefprofil',
  letterProfileHelp:
    'Wo das Fenster des Umschlags ist: Dort werden Adressen gelesen, und Briefe danach beurteilt.',
  cameFrom: 'Aus dem überwachten Ordner {{name}}',
};
