export default {
  use: 'Usa {{value}}',
  empty: 'Lascia vuoto',
  doubt: {
    cityMissing: 'Manca la località.',
    countryUnknown: '«{{country}}» non è un Paese che Postroom conosce. Sceglierne uno dall’elenco.',
    postcodeForm: 'Lì i codici postali sono fatti così: {{example}}. Questo no.',
    postcodeMissing: 'Lì la posta ha bisogno di un codice postale, ad es. {{example}}.',
    postcodeWritten: 'Lì la posta lo scrive {{use}}.',
    postcodeZero: 'Si è perso lo zero iniziale?',
    stateMissing: 'Manca lo stato o la provincia. Lì TrepStar rifiuta gli ordini senza.',
    stateNotUsed: 'Lì gli indirizzi non hanno stato.',
    stateUnknown: '«{{text}}» non è uno stato o una provincia di lì.',
    stateWritten: 'Lo stato è scritto due volte o in modo errato.',
    zipNotInState: '{{zip}} si trova in {{state}}.',
  },
};
