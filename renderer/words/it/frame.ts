import { screenNames } from '../../../shared/lib/screenNames.ts';

export default {
  main: 'Area principale',
  find: 'Cerca o esegui',
  close: 'Chiudi',
  statusBar: 'Stato',
  screens: screenNames.it,
  needYou_one: '{{count}} da risolvere',
  needYou_other: '{{count}} da risolvere',
  inOutbox_one: '{{count}} in uscita',
  inOutbox_other: '{{count}} in uscita',
  online: 'Online',
  offline: 'Offline',
  waiting_zero: 'Nulla attende in uscita',
  waiting_one: '{{count}} attende in uscita',
  waiting_other: '{{count}} attendono in uscita',
  refreshing: 'Aggiornamento in corso',
  refreshed: 'Aggiornato {{ago}}',
  neverRefreshed: 'Non ancora aggiornato',
  refreshFailed: '{{last}}. {{why}}',
  calls: '{{used}} di {{limit}} richieste di stato oggi',
  practiceTitle: 'Account di prova.',
  practiceText:
    'Nulla esce da questo computer. Gli ordini sono prodotti e spediti in pochi minuti, alcuni con difficoltà.',
  testTitle: '«{{account}}» è in modalità test.',
  testTrepstar:
    'TrepStar non produce e non spedisce nulla, e un ordine di test non può mai diventare reale. Risponde con ERROR 20, che non è un errore.',
  tcgate: {
    test: {
      title: 'Modalità test, ma si stampa.',
      text: 'Il sistema di test di TC.gate stampa e spedisce davvero le lettere.',
    },
    sandbox: {
      title: 'Sandbox.',
      text: 'Documenti e ordini vi restano dieci minuti, poi spariscono. Nulla è stampato o spedito.',
    },
    custom: {
      title: 'Indirizzo del servizio personalizzato.',
      text: 'Le lettere vanno a un indirizzo scelto da Lei, non a quello di TC.gate.',
    },
  },
  offlineTitle: 'Lei è offline.',
  offlineText_zero:
    'Scriva, incolli e cerchi come sempre. Ciò che invia attende in uscita e parte quando torna la connessione.',
  offlineText_one:
    'Scriva, incolli e cerchi come sempre. {{count}} voce attende in uscita e parte quando torna la connessione.',
  offlineText_other:
    'Scriva, incolli e cerchi come sempre. {{count}} voci attendono in uscita e partono quando torna la connessione.',
  brokenTitle: 'Questa pagina si è fermata',
  brokenText:
    'È un errore di Postroom. Nulla di ciò che è stato accettato è perso: è sul Suo disco, in uscita e in Cronologia.',
  brokenAgain: 'Riapri',
};
