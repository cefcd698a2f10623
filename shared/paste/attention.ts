import { isFormula } from './text/clean.ts';

/**
 * A cell that a spreadsheet would run becomes text (leading apostrophe); numbers such as "-5" and phone numbers such
 * as "+49 170" stay as they are.
 */
export function guardCell(text: string): string {
  if (text === '') return text;
  const first = text.charCodeAt(0);
  if (first === 0x09 || first === 0x0d || first === 0x0a) return `'${text}`;
  if (first === 0x3d || first === 0x40) return `'${text}`;
  if (first !== 0x2b && first !== 0x2d) return text;
  return isFormula(text) || !/^[+-][\d\s().,/-]*$/u.test(text) ? `'${text}` : text;
}

/** Delimited text for the clipboard (tabs) or a file: cells guarded, quoted where needed. */
export const toDelimited = (table: readonly (readonly string[])[], delimiter: string): string =>
  table
    .map((record) =>
      record
        .map((cell) => {
          const safe = guardCell(cell);
          return /["\r\n]/u.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
        })
        .join(delimiter),
    )
    .join('\r\n');
