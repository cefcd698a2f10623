import { fold } from '../../address/fold.ts';
import type { KnownProduct } from '../pasteTypes.ts';

/** Products by id, SKU and title; also the ids a column itself uses, for cells that a spreadsheet spoiled. */
export class ProductBook {
  readonly size: number;
  private readonly byKey = new Map<string, KnownProduct>();
  private readonly byTitle = new Map<string, KnownProduct>();
  private readonly keys: string[] = [];
  private readonly cache = new Map<string, KnownProduct | null>();

  constructor(products: readonly KnownProduct[]) {
    this.size = products.length;
    for (const product of products) {
      for (const key of [product.productId, ...product.skus]) {
        if (key === '') continue;
        this.byKey.set(key.trim().toLowerCase(), product);
        this.keys.push(key.trim());
      }
      if (product.title !== '') this.byTitle.set(fold(product.title), product);
    }
  }

  /** Ids that other cells of the column hold: "known" for repairs when there is no product list. */
  addColumnKeys(keys: Iterable<string>): void {
    if (this.size === 0) for (const key of keys) if (!looksSpoilt(key)) this.keys.push(key);
  }

  /** By id or SKU first, then by title. */
  find(sku: string, title: string): KnownProduct | null {
    const id = `${sku}\u0001${title}`;
    const seen = this.cache.get(id);
    if (seen !== undefined) return seen;
    const product =
      (sku === '' ? undefined : this.byKey.get(sku.toLowerCase())) ??
      (title === '' ? undefined : (this.byTitle.get(fold(title)) ?? this.byKey.get(title.toLowerCase()))) ??
      (sku === '' ? undefined : this.byTitle.get(fold(sku))) ??
      null;
    this.cache.set(id, product);
    return product;
  }

  hasKey(key: string): boolean {
    return this.byKey.has(key.toLowerCase());
  }

  /** The id or SKU that a number was before a spreadsheet took its zeros away; null = none. */
  withZeros(text: string): string | null {
    if (!/^[1-9]\d*$/u.test(text)) return null;
    for (let key = `0${text}`; key.length <= 14; key = `0${key}`) if (this.hasKey(key)) return key;
    return null;
  }

  /** The one id from which a spreadsheet would have made this date (`06-8108` → `Jun-08`, 43831 → 1/1/2020). */
  fromDate(text: string): string | null {
    const wanted = dateReadings(text);
    if (wanted.size === 0) return null;
    const matches = new Set<string>();
    for (const key of this.keys)
      if (key !== text && spoilt(key).some((one) => wanted.has(one))) matches.add(key);
    return matches.size === 1 ? ([...matches][0] ?? null) : null;
  }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// prettier-ignore
const german: Record<string, string> = { mär: 'mar', mrz: 'mar', mai: 'may', okt: 'oct', dez: 'dec', janv: 'jan', févr: 'feb', avr: 'apr', juin: 'jun', juil: 'jul', août: 'aug', gen: 'jan', mag: 'may', giu: 'jun', lug: 'jul', ago: 'aug', set: 'sep', ott: 'oct', dic: 'dec' };

const monthOf = (word: string): number => {
  const key = word.toLowerCase().replace('.', '');
  return months.indexOf(german[key] ?? key.slice(0, 3)) + 1;
};

/** Days since 1899-12-30, as spreadsheets count. */
const serial = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;

/** A date in words or with a year is what a spreadsheet made, never the id it was made from. */
const looksSpoilt = (key: string): boolean => looksLikeDate(key) && /[A-Za-z]|\d{4}/u.test(key);

/** True for a cell that a spreadsheet turned into a date. */
export const looksLikeDate = (text: string): boolean => dateReadings(text).size > 0;

/** What a date text may mean: `m-y:6-8` month and two-digit year, `d-m:8-6`, `s:43831` a serial day. */
function dateReadings(text: string): Set<string> {
  const found = new Set<string>();
  const named = /^([A-Za-zäûé]{3,4})\.?[- ](\d{2}|\d{4})$/u.exec(text);
  if (named !== null && monthOf(named[1] ?? '') > 0) {
    const month = monthOf(named[1] ?? '');
    found.add(`m-y:${month}-${Number(named[2]) % 100}`);
    if (Number(named[2]) <= 31) found.add(`d-m:${Number(named[2])}-${month}`);
  }
  const day = /^(\d{1,2})\.?[- ]([A-Za-zäûé]{3,4})\.?(?:[- ](\d{2,4}))?$/u.exec(text);
  if (day !== null && monthOf(day[2] ?? '') > 0) {
    const month = monthOf(day[2] ?? '');
    found.add(`d-m:${Number(day[1])}-${month}`);
    if (day[3] !== undefined) {
      const year = Number(day[3]);
      found.add(`s:${serial(year < 100 ? (year < 30 ? 2000 : 1900) + year : year, month, Number(day[1]))}`);
      found.add(`ymd:${year % 100}-${month}-${Number(day[1])}`);
    }
  }
  const add = (year: number, month: number, date: number): void => {
    if (month < 1 || month > 12 || date < 1 || date > 31) return;
    const full = year < 100 ? (year < 30 ? 2000 : 1900) + year : year;
    found.add(`s:${serial(full, month, date)}`);
    found.add(`ymd:${full % 100}-${month}-${date}`);
    found.add(`d-m:${date}-${month}`);
    if (date === 1) found.add(`m-y:${month}-${full % 100}`);
  };
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?$/u.exec(text);
  if (iso !== null) add(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})$/u.exec(text);
  if (slashed !== null) {
    const [a, b, year] = [Number(slashed[1]), Number(slashed[3]), Number(slashed[4])];
    add(year, a, b);
    add(year, b, a);
  }
  return found;
}

/** What a spreadsheet would make of an id when it takes it for a date. */
function spoilt(key: string): string[] {
  if (/^\d{4,5}$/u.test(key)) return [`s:${Number(key)}`];
  const two = /^(\d{1,4})[-/.](\d{1,4})$/u.exec(key);
  if (two !== null) {
    const [a, b] = [Number(two[1]), Number(two[2])];
    const out: string[] = [];
    if (a <= 12 && a > 0 && (b > 31 || (two[2] ?? '').length === 4)) out.push(`m-y:${a}-${b % 100}`);
    if (a <= 12 && a > 0 && b <= 31) out.push(`d-m:${b}-${a}`, `m-y:${a}-${b}`);
    if (b <= 12 && b > 0 && a <= 31) out.push(`d-m:${a}-${b}`);
    if (b <= 12 && b > 0 && a > 31) out.push(`m-y:${b}-${a % 100}`);
    return out;
  }
  const three = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/u.exec(key);
  if (three !== null) {
    const [a, b, c] = [Number(three[1]), Number(three[2]), Number(three[3])];
    return [`ymd:${c % 100}-${a}-${b}`, `ymd:${c % 100}-${b}-${a}`, `ymd:${a % 100}-${b}-${c}`];
  }
  const word = /^([A-Za-z]{3,4})[- ]?(\d{1,2})$/u.exec(key);
  if (word !== null && monthOf(word[1] ?? '') > 0)
    return [
      `d-m:${Number(word[2])}-${monthOf(word[1] ?? '')}`,
      `m-y:${monthOf(word[1] ?? '')}-${Number(word[2])}`,
    ];
  return [];
}
