export default {
  use: 'Use {{value}}',
  empty: 'Leave it blank',
  doubt: {
    cityMissing: 'The city is missing.',
    countryUnknown: '“{{country}}” is no country Postroom knows. Choose one from the list.',
    postcodeForm: 'Postal codes there look like {{example}}. This one does not.',
    postcodeMissing: 'The post there needs a postal code, such as {{example}}.',
    postcodeWritten: 'The post there writes it {{use}}.',
    postcodeZero: 'Did the leading zero get lost?',
    stateMissing: 'The state or province is missing. TrepStar refuses orders without one there.',
    stateNotUsed: 'Addresses there have no state.',
    stateUnknown: '“{{text}}” is no state or province there.',
    stateWritten: 'The state is written twice or misspelt.',
    zipNotInState: '{{zip}} lies in {{state}}.',
  },
};
