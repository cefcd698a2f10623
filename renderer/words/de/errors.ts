export default {
  'bad-input': 'Postroom konnte das nicht lesen: {{detail}}. Nichts wurde gesendet.',
  'not-allowed': 'Das ist von hier nicht erlaubt. Nichts wurde gesendet.',
  'not-found': 'Das gibt es nicht mehr.',
  conflict: 'Es hat sich geändert oder ist schon da: {{detail}}. Nichts wurde gesendet.',
  offline: 'Kein Netz. Es wartet und geht von selbst weiter.',
  dns: 'Die Adresse des Dienstes wurde nicht gefunden. Prüfen Sie das Netz. Nichts wurde gesendet.',
  tls: 'Keine sichere Verbindung zum Dienst. Nichts wurde gesendet. Prüfen Sie das Datum dieses Rechners und das Netz.',
  timeout: 'Der Dienst hat nicht rechtzeitig geantwortet.',
  'connection-lost': 'Die Verbindung ging verloren oder wurde verweigert.',
  'captive-portal':
    'Das Netz antwortete mit einer eigenen Seite (Hotel- oder Gäste-WLAN?). Melden Sie sich im Netz an, dann geht es weiter.',
  'server-trouble': 'Der Dienst hat selbst Schwierigkeiten. Postroom versucht es von selbst wieder.',
  'too-many-requests': 'Der Dienst bat um eine Pause. Postroom macht von selbst weiter.',
  'unreadable-answer': 'Der Dienst gab eine Antwort, die nicht lesbar ist.',
  'wrong-login':
    'Der Dienst nimmt diese Anmeldung nicht an. Nichts wurde bestellt. Prüfen Sie sie unter Konten.',
  'account-changed':
    'Dies ging hinaus, bevor das Konto geändert wurde; das Konto, wie es jetzt ist, kennt es nicht. Stellen Sie es wieder her, wie es war, und versuchen Sie es wieder.',
  'missing-secret': 'Für dieses Konto ist kein Passwort gespeichert. Geben Sie es unter Konten ein.',
  'keychain-missing':
    'Dieser Rechner hat keinen Schlüsselbund, Passwörter lassen sich weder speichern noch lesen. Der Verlauf öffnet sich trotzdem; Senden braucht den Schlüsselbund.',
  'keychain-locked':
    'Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es wieder. Der Verlauf öffnet sich trotzdem.',
  'keychain-refused':
    'Der Schlüsselbund hat abgelehnt. Erlauben Sie Postroom den Zugriff und versuchen Sie es wieder. Der Verlauf öffnet sich trotzdem.',
  refused: 'Der Dienst hat abgelehnt: {{detail}}',
  'not-accepted-yet': 'Der Dienst hat es noch nicht angenommen.',
  'budget-used-up':
    'Die freien Statusabfragen sind verbraucht. Der Status ruht; Bestellungen gehen weiter hinaus.',
  'disk-full':
    'Die Platte ist voll. Nichts wurde angenommen, nichts gesendet. Schaffen Sie Platz und versuchen Sie es wieder.',
  'read-only': 'Der Datenordner ist nicht beschreibbar. Nichts wurde angenommen, nichts gesendet.',
  'database-damaged':
    'Die Datenbank ist beschädigt. Nichts wurde gelöscht; die beschädigte Datei liegt daneben.',
  'database-newer': 'Diese Daten schrieb ein neueres Postroom. Aktualisieren Sie Postroom, um sie zu öffnen.',
  'file-unreadable': 'Die Datei war nicht lesbar: {{detail}}.',
  'file-too-large': 'Die Datei ist zu gross: {{detail}}.',
  'file-not-supported': 'Diese Art Datei wird nicht unterstützt: {{detail}}.',
  cancelled: 'Abgebrochen.',
  'too-late': 'Zu spät: Es ist schon hinausgegangen.',
  internal:
    'Ein Fehler von Postroom selbst. Nichts Angenommenes ist verloren. Einzelheiten stehen im Protokoll.',
};
