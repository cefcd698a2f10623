export default {
  title: 'Ordini in partenza. Nessun doppione. Nessuna perdita.',
  text: 'Incollare gli ordini del Suo negozio, o trascinare i PDF da inviare. Postroom mostra ogni errore prima che costi denaro, invia tutto una volta sola e Le dice quando è spedito.',
  lostTitle: 'Mai perso',
  lostText: 'Sul Suo disco prima che lo schermo lo dica.',
  twiceTitle: 'Mai doppio',
  twiceText: 'Dopo un’interruzione della connessione chiede prima di inviare di nuovo.',
  localTitle: 'Suo',
  localText: 'La Sua Cronologia resta su questo computer e si ritrova in un istante.',
  practiceTitle: 'Prima vederlo all’opera',
  practiceText:
    'Sostituti incorporati di TrepStar e TC.gate, prodotti di esempio compresi. Nulla esce da questo computer.',
  tryPractice: 'Prova con l’account di prova',
  accountTitle: 'Inizia con il Suo account',
  accountText: 'La Sua password va nel portachiavi di questo computer e in nessun altro posto.',
};
