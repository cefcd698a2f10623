import { screenNames } from '../../../shared/lib/screenNames.ts';

export default {
  main: 'Hauptbereich',
  find: 'Suchen oder tun',
  close: 'Schliessen',
  statusBar: 'Status',
  screens: screenNames.de,
  needYou_one: '{{count}} braucht Sie',
  needYou_other: '{{count}} brauchen Sie',
  inOutbox_one: '{{count}} im Ausgang',
  inOutbox_other: '{{count}} im Ausgang',
  online: 'Online',
  offline: 'Offline',
  waiting_zero: 'Nichts wartet im Ausgang',
  waiting_one: '{{count}} wartet im Ausgang',
  waiting_other: '{{count}} warten im Ausgang',
  refreshing: 'Wird aktualisiert',
  refreshed: 'Aktualisiert {{ago}}',
  neverRefreshed: 'Noch nicht aktualisiert',
  refreshFailed: '{{last}}. {{why}}',
  calls: '{{used}} von {{limit}} Statusabfragen heute',
  practiceTitle: 'Übungskonto.',
  practiceText:
    'Nichts verlässt diesen Rechner. Bestellungen gehen in wenigen Minuten ihren Weg, manche mit Schwierigkeiten.',
  testTitle: '«{{account}}» ist im Testmodus.',
  testTrepstar:
    'TrepStar stellt nichts her und versendet nichts, und eine Testbestellung kann nie eine echte werden. Sie meldet sich als ERROR 20, das ist kein Fehler.',
  tcgate: {
    test: {
      title: 'Testmodus, aber es wird gedruckt.',
      text: 'Das Testsystem von TC.gate druckt und verschickt Briefe wirklich.',
    },
    sandbox: {
      title: 'Sandbox.',
      text: 'Dokumente und Aufträge leben dort zehn Minuten, dann sind sie weg. Nichts wird gedruckt oder verschickt.',
    },
    custom: {
      title: 'Eigene Dienstadresse.',
      text: 'Briefe gehen an eine selbst gewählte Adresse, nicht an die von TC.gate.',
    },
  },
  offlineTitle: 'Sie sind offline.',
  offlineText_zero:
    'Schreiben, einfügen und suchen Sie wie gewohnt. Was Sie senden, wartet im Ausgang und geht hinaus, sobald die Verbindung wieder da ist.',
  offlineText_one:
    'Schreiben, einfügen und suchen Sie wie gewohnt. {{count}} wartet im Ausgang und geht hinaus, sobald die Verbindung wieder da ist.',
  offlineText_other:
    'Schreiben, einfügen und suchen Sie wie gewohnt. {{count}} warten im Ausgang und gehen hinaus, sobald die Verbindung wieder da ist.',
  brokenTitle: 'Diese Seite ist stehen geblieben',
  brokenText:
    'Ein Fehler von Postroom selbst. Nichts, was angenommen wurde, ist verloren: Es liegt auf Ihrer Platte, im Ausgang und im Verlauf.',
  brokenAgain: 'Wieder öffnen',
};
