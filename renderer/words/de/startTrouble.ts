export default {
  'database-damaged': {
    title: 'Die Daten waren beschädigt und sind repariert.',
    text: 'Die beschädigte Datei liegt daneben, sie ist nicht gelöscht. Was lesbar war, ist da. Was vielleicht schon unterwegs ist, wird erst erfragt, bevor es gesendet wird. Ältere Sicherungen gibt es unter Einstellungen.',
  },
  'older-copy': {
    title: 'Das ist eine ältere oder eine zweite Kopie Ihrer Daten.',
    text: 'Sie wurde zurückgeholt, verschoben oder kopiert. Was später gesendet wurde, steht hier nicht. Was im Ausgang wartet, wird erfragt, bevor es gesendet wird. Bevor Sie einen Entwurf oder ein PDF senden, sehen Sie in Ihrem Konto bei TrepStar oder TC.gate nach, ob es schon gegangen ist.',
  },
  safe: 'Nichts wurde gelöscht und nichts gesendet. Was im Ausgang wartet, bleibt dort.',
  tryAgain: 'Noch einmal versuchen',
  goOn: 'Mit leeren Daten beginnen',
  openDataFolder: 'Datenordner öffnen',
  openLogFolder: 'Protokollordner öffnen',
  copyDiagnostics: 'Diagnose kopieren',
  copied: 'Kopiert. Darin stehen weder Passwörter noch Kundendaten.',
  noBackup: 'Es gibt noch keine Sicherung.',
  backups: 'Zu einer Sicherung zurückkehren',
  backupsText:
    'Die jetzige Datei bleibt daneben liegen. Was die Sicherung nicht weiss, wird bei den Diensten erfragt.',
  restore: '{{time}} wiederherstellen',
  closed: {
    'database-newer': {
      title: 'Diese Daten gehören zu einem neueren Postroom',
      text: 'Sie wurden mit einer neueren Version von Postroom benutzt. Installieren Sie wieder die neuere Version, oder kehren Sie zu einer älteren Sicherung zurück.',
    },
    'database-damaged': {
      title: 'Die Daten sind beschädigt',
      text: 'Postroom konnte die Datenbank nicht selbst reparieren. Kehren Sie zu einer Sicherung zurück, oder senden Sie uns die Diagnose.',
    },
    'read-only': {
      title: 'Postroom darf nicht in seinen Datenordner schreiben',
      text: 'Ohne Schreiben wäre kein Auftrag sicher, darum wird nichts geöffnet. Geben Sie Ihrem Benutzer das Recht, in den Ordner zu schreiben, und versuchen Sie es noch einmal.',
    },
    'disk-full': {
      title: 'Die Festplatte ist voll',
      text: 'Ohne Platz wäre kein Auftrag sicher, darum wird nichts geöffnet. Schaffen Sie Platz, und versuchen Sie es noch einmal.',
    },
    internal: {
      title: 'Postroom konnte seine Daten nicht öffnen',
      text: 'Das ist ein Fehler in Postroom. Versuchen Sie es noch einmal; bleibt er, senden Sie uns die Diagnose.',
    },
  },
};
