export default {
  openSettings: 'Apri Impostazioni',
  watchedFolder: 'Cartella sorvegliata',
  watchedFolderHelp:
    'I nuovi PDF che contiene arrivano da sé in «Invia PDF», ognuno una volta, appena sono scritti del tutto. Le cartelle al suo interno sono ignorate, e nulla al suo interno viene modificato.',
  chooseFolder: 'Scegli cartella…',
  stopWatching: 'Non sorvegliare più',
  ownFolder: 'È la cartella dei dati di Postroom. Sceglierne un’altra.',
  watchTaken_zero: 'Sorvegliata. Nulla di nuovo dall’avvio di Postroom.',
  watchTaken_one: 'Sorvegliata. {{count}} PDF preso dall’avvio di Postroom.',
  watchTaken_other: 'Sorvegliata. {{count}} PDF presi dall’avvio di Postroom.',
  watchWaiting_one: '{{count}} è ancora in scrittura.',
  watchWaiting_other: '{{count}} sono ancora in scrittura.',
  watchTrouble: {
    missing: 'La cartella sorvegliata {{name}} non c’è.',
    unreadable: 'La cartella sorvegliata {{name}} non si può leggere.',
    diskFull: 'Non c’è spazio per prendere PDF da {{name}}.',
  },
  watchMeaning: {
    missing:
      'È stata spostata o eliminata, o il suo disco non è collegato. Nessun PDF è perso: sono presi quando la cartella torna. Oppure scegliere un’altra cartella.',
    unreadable:
      'Permettere a Postroom di leggerla, o scegliere un’altra cartella. I PDF sono presi appena si può leggere.',
    diskFull: 'Fare spazio sul disco. Sono presi appena ce n’è.',
  },
  watchRefused_one: 'Non è stato possibile prendere {{count}} file in {{name}}:',
  watchRefused_other: 'Non è stato possibile prendere {{count}} file in {{name}}:',
  keepDocuments: 'Conservare i PDF',
  keepDocumentsHelp:
    'Dopo, i PDF archiviati sono eliminati da questo computer. Ciò che è sul tavolo, in viaggio o aspetta Lei resta sempre, e la Cronologia resta intera.',
  tell: {
    rejected: 'Documento rifiutato',
    notdelivered: 'Lettera non recapitabile',
    bounced: 'E-mail tornata indietro',
    blocked: 'E-mail bloccata',
  },
  tellHelp: {
    rejected: 'Il servizio ha trovato qualcosa che non va in un PDF o nel suo ordine.',
    notdelivered: 'Solo lettere raccomandate: per le altre la posta non avvisa nessuno.',
    bounced: 'La casella è piena, o l’indirizzo non esiste.',
    blocked: 'Il server di posta del destinatario non l’ha voluta.',
  },
  letterProfile: 'Profilo di lettera',
  letterProfileHelp:
    'Dov’è la finestra della busta: lì sono letti gli indirizzi, e in base a essa sono valutate le lettere.',
  cameFrom: 'Dalla cartella sorvegliata {{name}}',
};
