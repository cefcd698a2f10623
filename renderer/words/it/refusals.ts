/** TrepStar's refusals: what happened and what it means; `…ToDo`: what to do. {{message}} is the service's own text. */
export default {
  loginMissing: 'TrepStar non ha trovato dati di accesso nell’ordine. Non è stato prodotto né addebitato.',
  loginMissingToDo: 'Controlli l’e-mail di accesso e la password in Account. Poi l’ordine parte da solo.',
  productsMissing: 'TrepStar non ha trovato prodotti nell’ordine. Non è stato prodotto né addebitato.',
  productsMissingToDo: 'Scelga un prodotto e invii di nuovo l’ordine.',
  tooMany: 'TrepStar accetta al massimo 250 pezzi per ordine. L’ordine non è stato prodotto né addebitato.',
  tooManyToDo: 'Riduca le quantità o lo divida in più ordini, poi invii di nuovo.',
  wrongLogin: 'TrepStar non accetta questi dati di accesso. Nulla è stato ordinato.',
  wrongLoginToDo: 'Controlli l’e-mail e la password in Account. Poi l’ordine parte da solo.',
  foreignProduct:
    'TrepStar non ha questo prodotto in questo account. L’ordine non è stato prodotto né addebitato.',
  foreignProductToDo: 'Scelga uno dei Suoi prodotti e invii di nuovo l’ordine.',
  malformed: 'TrepStar non ha potuto leggere l’ordine. Non è stato prodotto né addebitato.',
  malformedToDo:
    'Controlli l’indirizzo per gli ordini in Account, poi invii di nuovo. Se il problema resta, ce lo segnali.',
  productMissing: 'Il numero di prodotto era vuoto. L’ordine non è stato prodotto né addebitato.',
  productMissingToDo: 'Scelga un prodotto e invii di nuovo l’ordine.',
  nameMissing: 'Il nome era vuoto. L’ordine non è stato prodotto né addebitato.',
  nameMissingToDo: 'Inserisca il nome completo e invii di nuovo l’ordine.',
  duplicate: 'Questa fattura è già stata usata. TrepStar non ha prodotto né addebitato un secondo ordine.',
  duplicateToDo:
    'Se il cliente è già in Cronologia o nei rapporti di TrepStar, lo lasci così. Se l’ordine è nuovo, gli dia un’altra fattura.',
  accountChanged:
    'È partito senza risposta prima che l’account fosse modificato. L’account com’è ora non lo conosce.',
  accountChangedToDo:
    'Guardi nei rapporti dell’account com’era se l’ordine è arrivato. Se non lo è, lo invii di nuovo; altrimenti lo metta da parte.',
  unlisted: 'TrepStar ha rifiutato l’ordine: «{{message}}» Non è stato prodotto né addebitato.',
  unlistedToDo: 'Corregga ciò che è indicato, poi invii di nuovo.',
};
