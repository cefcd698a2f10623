import { readCountryStrictly } from '../../address/countries.ts';
import { stateCode } from '../../address/states.ts';
import type { PasteField } from '../fields.ts';

/** Shares (0 to 1) of a column's filled cells that look like something. */
export interface ColumnLook {
  filled: number;
  distinct: number;
  share: Partial<
    Record<PasteField | 'count' | 'date' | 'phone' | 'status' | 'salutation' | 'zipLike', number>
  >;
  /** Mean number of letters. */
  length: number;
}

const methodWord =
  /^(?:standard|rtrackstandard|priority|express|economy|tracked|first class|expedited|secondday|nextday)/iu;
const statusWord =
  /^(?:paid|pending|cancell?ed|refunded|fulfilled|unfulfilled|shipped|completed?|processing|on.?hold|failed|draft|dropped|collected|errored|bezahlt|offen|storniert|versendet|abgeschlossen|payé|annulé|expédié|pagato|annullato|spedito)$/iu;
const zipLike =
  /^'?(?:[A-Z]{1,3}-)?(?:\d{3,7}|\d{5}-\d{4}|\d{2}-\d{3}|\d{3}[- ]\d{2,4}|\d{4}-\d{3}|\d{5}-\d{3}|\d{4} ?[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4}|[A-Z]\d{4}[A-Z]{3}|[A-Z]{3} ?\d{4})$/iu;

const tests: [keyof ColumnLook['share'], (cell: string) => boolean][] = [
  ['email', (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(cell)],
  ['country', (cell) => (/^[A-Z]{2}$/u.test(cell) || cell.length > 3) && known(cell)],
  [
    'state',
    (cell) =>
      stateCode('US', cell) !== null || stateCode('CA', cell) !== null || stateCode('AU', cell) !== null,
  ],
  ['zipLike', (cell) => zipLike.test(cell)],
  ['quantity', (cell) => /^\d{1,3}$/u.test(cell) && Number(cell) >= 1 && Number(cell) <= 250],
  ['count', (cell) => /^\d{1,3}$/u.test(cell) && Number(cell) <= 250],
  ['price', (cell) => /^[$€£]?\s?\d+[.,]\d{2}\s?(?:[$€£]|[A-Z]{3})?$/u.test(cell)],
  ['method', (cell) => methodWord.test(cell)],
  ['status', (cell) => statusWord.test(cell)],
  [
    'salutation',
    (cell) =>
      /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|hr|fr|mme|mlle|m|sig|sig\.ra|signora?)\.?$/iu.test(cell),
  ],
  [
    'date',
    // 3-14-8 Kichijoji Honcho is a street of Tokyo.
    (cell) => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d|\s+\p{L}{3})|^[A-Z][a-z]{2}[- ]\d{1,2}[-, ]/u.test(cell),
  ],
  ['phone', (cell) => /^\+?[\d ()./-]{8,}$/u.test(cell) && /[ +()/-]/u.test(cell)],
  ['addr', (cell) => /\p{L}{2,}/u.test(cell) && /\d/u.test(cell) && /\s/u.test(cell)],
  ['name', (cell) => /^[\p{L}'’.-]+(?:,? [\p{L}'’.-]+){1,4}$/u.test(cell) && /\p{Lu}/u.test(cell)],
  ['city', (cell) => /^['’]?\p{L}[\p{L}'’.()/ -]+(?: \d{1,2}\p{Lu}?)?$/u.test(cell)],
  ['invoice', (cell) => /^#?[A-Za-z]{0,6}[-_/]?\d[\w/-]*$/u.test(cell)],
  ['sku', (cell) => /^[A-Za-z0-9][\w.-]{1,30}$/u.test(cell) && /\d/u.test(cell)],
];

const known = (cell: string): boolean => readCountryStrictly(cell) !== null;

/** Looks at up to 100 filled cells of a column. */
export function lookAt(cells: readonly string[]): ColumnLook {
  const sample = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .slice(0, 100);
  const share: ColumnLook['share'] = {};
  for (const [key, test] of tests)
    share[key] = sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
  return {
    filled: sample.length,
    distinct: new Set(sample).size,
    share,
    length: sample.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, sample.length),
  };
}
