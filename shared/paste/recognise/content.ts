import { readCountryStrictly } from '../../address/countries.ts';
import { stateCode } from '../../address/states.ts';

const methodWord =
  /^(?:standard|rtrackstandard|priority|express|economy|tracked|first class|expedited|secondday|nextday)/iu;
const statusWord =
  /^(?:paid|pending|cancell?ed|refunded|fulfilled|unfulfilled|shipped|completed?|processing|on.?hold|failed|draft|dropped|collected|errored|bezahlt|offen|storniert|versendet|abgeschlossen|payé|annulé|expédié|pagato|annullato|spedito)$/iu;
const zipLike =
  /^'?(?:[A-Z]{1,3}-)?(?:\d{3,7}|\d{5}-\d{4}|\d{2}-\d{3}|\d{3}[- ]\d{2,4}|\d{4}-\d{3}|\d{5}-\d{3}|\d{4} ?[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4}|[A-Z]\d{4}[A-Z]{3}|[A-Z]{3} ?\d{4})$/iu;

const tests = {
  email: (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(cell),
  country: (cell) => (/^[A-Z]{2}$/u.test(cell) || cell.length > 3) && known(cell),
  state: (cell) =>
    stateCode('US', cell) !== null || stateCode('CA', cell) !== null || stateCode('AU', cell) !== null,
  zipLike: (cell) => zipLike.test(cell),
  quantity: (cell) => /^\d{1,3}$/u.test(cell) && Number(cell) >= 1 && Number(cell) <= 250,
  count: (cell) => /^\d{1,3}$/u.test(cell) && Number(cell) <= 250,
  price: (cell) => /^[$€£]?\s?\d+[.,]\d{2}\s?(?:[$€£]|[A-Z]{3})?$/u.test(cell),
  method: (cell) => methodWord.test(cell),
  status: (cell) => statusWord.test(cell),
  salutation: (cell) =>
    /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|hr|fr|mme|mlle|m|sig|sig\.ra|signora?)\.?$/iu.test(cell),
  // 3-14-8 Kichijoji Honcho is a street of Tokyo.
  date: (cell) =>
    /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d|\s+\p{L}{3})|^[A-Z][a-z]{2}[- ]\d{1,2}[-, ]/u.test(cell),
  phone: (cell) => /^\+?[\d ()./-]{8,}$/u.test(cell) && /[ +()/-]/u.test(cell),
  addr: (cell) => /\p{L}{2,}/u.test(cell) && /\d/u.test(cell) && /\s/u.test(cell),
  name: (cell) => /^[\p{L}'’.-]+(?:,? [\p{L}'’.-]+){1,4}$/u.test(cell) && /\p{Lu}/u.test(cell),
  city: (cell) => /^['’]?\p{L}[\p{L}'’.()/ -]+(?: \d{1,2}\p{Lu}?)?$/u.test(cell),
  invoice: (cell) => /^#?[A-Za-z]{0,6}[-_/]?\d[\w/-]*$/u.test(cell),
  sku: (cell) => /^[A-Za-z0-9][\w.-]{1,30}$/u.test(cell) && /\d/u.test(cell),
} satisfies Record<string, (cell: string) => boolean>;

/** What cells may look like. */
type Likeness = keyof typeof tests;

const known = (cell: string): boolean => readCountryStrictly(cell) !== null;

/** So many filled cells of a column are looked at. */
const sampleSize = 100;

/** What a column looks like by its first filled cells. */
export class ColumnLook {
  readonly filled: number;
  readonly distinct: number;
  /** Mean number of letters. */
  readonly length: number;
  readonly #sample: string[];
  readonly #shares = new Map<Likeness, number>();

  constructor(cells: readonly string[]) {
    const sample: string[] = [];
    for (const cell of cells) {
      const text = cell.trim();
      if (text !== '') sample.push(text);
      if (sample.length === sampleSize) break;
    }
    this.#sample = sample;
    this.filled = sample.length;
    this.distinct = new Set(sample).size;
    this.length = sample.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, sample.length);
  }

  /** Share (0 to 1) of the cells that look like it. Found out when it is asked for: a header that is known asks little. */
  share(of: Likeness): number {
    const known = this.#shares.get(of);
    if (known !== undefined) return known;
    const share = this.filled === 0 ? 0 : this.#sample.filter(tests[of]).length / this.filled;
    this.#shares.set(of, share);
    return share;
  }
}
