export default {
  use: 'Utiliser {{value}}',
  empty: 'Laisser vide',
  doubt: {
    cityMissing: 'La localité manque.',
    countryUnknown: 'Postroom ne connaît pas de pays « {{country}} ». Choisissez-en un dans la liste.',
    postcodeForm: 'Là-bas, les codes postaux ressemblent à {{example}}. Pas celui-ci.',
    postcodeMissing: 'Là-bas, la poste demande un code postal, par exemple {{example}}.',
    postcodeWritten: 'Là-bas, la poste l’écrit {{use}}.',
    postcodeZero: 'Le zéro initial s’est-il perdu ?',
    stateMissing: 'L’État ou la province manque. TrepStar refuse sans cela les commandes pour ce pays.',
    stateNotUsed: 'Les adresses de ce pays n’ont pas d’État.',
    stateUnknown: '« {{text}} » n’est ni un État ni une province de ce pays.',
    stateWritten: 'L’État est écrit deux fois ou mal orthographié.',
    zipNotInState: 'Le code postal {{zip}} correspond à : {{state}}.',
  },
};
