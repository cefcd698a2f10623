export default {
  use: '{{value}} nehmen',
  empty: 'Leer lassen',
  doubt: {
    cityMissing: 'Der Ort fehlt.',
    countryUnknown: '«{{country}}» ist kein Land, das Postroom kennt. Eines aus der Liste wählen.',
    postcodeForm: 'Postleitzahlen sehen dort so aus: {{example}}. Diese nicht.',
    postcodeMissing: 'Die Post braucht dort eine Postleitzahl, etwa {{example}}.',
    postcodeWritten: 'Die Post schreibt sie dort {{use}}.',
    postcodeZero: 'Ging die führende Null verloren?',
    stateMissing: 'Staat oder Provinz fehlt. TrepStar weist Bestellungen dorthin ohne ab.',
    stateNotUsed: 'Adressen dort haben keinen Staat.',
    stateUnknown: '«{{text}}» ist dort kein Staat und keine Provinz.',
    stateWritten: 'Der Staat steht doppelt da oder ist verschrieben.',
    zipNotInState: '{{zip}} liegt in {{state}}.',
  },
};
