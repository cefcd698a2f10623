/** The spreadsheet itself. */
export default {
  rowNumbers: 'Row',
  choices: 'Choices',
  resize: 'Width of {{name}}',
  noProblem: 'No problem is left.',
  pasted_one: '1 row pasted.',
  pasted_other: '{{count}} rows pasted.',
  find: 'Find',
  replaceBy: 'Replace by',
  replaceAll: 'Replace all',
  replaced_one: '1 cell replaced.',
  replaced_other: '{{count}} cells replaced.',
  next: 'Next',
  previous: 'Previous',
  matchCase: 'Match case',
  wholeCell: 'Whole cell',
  notFound: 'Nothing found.',
};
