/** What a spreadsheet makes of a long figure: `1.2E+05`. Its digits are lost. */
export const isScientific = (text: string): boolean => /^[+-]?\d+(?:[.,]\d+E[+-]?\d+|E[+-]\d+)$/iu.test(text);
