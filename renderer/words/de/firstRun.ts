export default {
  title: 'Bestellungen raus. Nichts doppelt. Nichts verloren.',
  text: 'Fügen Sie die Bestellungen Ihres Shops ein oder lassen Sie PDFs fallen, die zur Post sollen. Postroom zeigt jeden Fehler, bevor er Geld kostet, sendet alles genau einmal und sagt Ihnen, wann es versandt ist.',
  lostTitle: 'Nie verloren',
  lostText: 'Auf Ihrer Platte, bevor der Bildschirm es sagt.',
  twiceTitle: 'Nie doppelt',
  twiceText: 'Nach einer gerissenen Verbindung wird erst gefragt, dann gesendet.',
  localTitle: 'Ihres',
  localText: 'Ihr Verlauf bleibt auf diesem Rechner, sofort gefunden.',
  practiceTitle: 'Erst einmal ansehen',
  practiceText:
    'Eingebaute Stellvertreter von TrepStar und TC.gate, Beispielprodukte inbegriffen. Nichts verlässt diesen Rechner.',
  tryPractice: 'Mit dem Übungskonto ausprobieren',
  accountTitle: 'Mit dem eigenen Konto beginnen',
  accountText: 'Ihr Passwort kommt in den Schlüsselbund dieses Rechners und nirgends sonst hin.',
};
