/** Die Tabelle selbst. */
export default {
  rowNumbers: 'Zeile',
  choices: 'Auswahl',
  resize: 'Breite von {{name}}',
  noProblem: 'Kein Problem mehr übrig.',
  pasted_one: '1 Zeile eingefügt.',
  pasted_other: '{{count}} Zeilen eingefügt.',
  find: 'Suchen',
  replaceBy: 'Ersetzen durch',
  replaceAll: 'Alle ersetzen',
  replaced_one: '1 Zelle ersetzt.',
  replaced_other: '{{count}} Zellen ersetzt.',
  next: 'Weiter',
  previous: 'Zurück',
  matchCase: 'Gross/klein beachten',
  wholeCell: 'Ganze Zelle',
  notFound: 'Nichts gefunden.',
};
