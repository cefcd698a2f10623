/** Signs with which a formula begins, also behind blanks and in full width (Excel in Japan takes those). */
const sign = /^[\s\u00a0\u200b\ufeff]*[=@+\-\uff1d\uff20\uff0b\uff0d]/u;
const figure = /^[+-][\d\s().,/-]*$/u;

/**
 * A cell that a spreadsheet would run becomes text (leading apostrophe); numbers such as "-5" and phone numbers such
 * as "+49 170" stay as they are. A cell that has the guard already stays as it is.
 */
export function guardCell(text: string): string {
  if (text === '') return text;
  const first = text.charCodeAt(0);
  if (first === 0x09 || first === 0x0d || first === 0x0a) return `'${text}`;
  if (first > 0x40 && first < 0x80) return text; // letters
  return sign.test(text) && !figure.test(text) ? `'${text}` : text;
}

/** Takes the guard off again when such a cell comes back from the clipboard. */
export const unguardCell = (text: string): string =>
  text.startsWith("'") && guardCell(text.slice(1)) === text ? text.slice(1) : text;

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
