import { readCountryStrictly } from './countries.ts';
import { distance, fold } from './fold.ts';
import { postcodeRule } from './postcodes.ts';
import { stateLines, zipRanges } from './stateLines.ts';

interface StateBook {
  byCode: Map<string, string>;
  byName: Map<string, string>;
}

const books = new Map<string, StateBook>();
for (const [country, line] of Object.entries(stateLines)) {
  const book: StateBook = { byCode: new Map(), byName: new Map() };
  for (const entry of line.split(';')) {
    const [code = '', list = ''] = entry.split('=');
    list.split('/').forEach((name, index) => {
      if (index === 0) book.byCode.set(code, name);
      const key = fold(name);
      if (!book.byName.has(key)) book.byName.set(key, code);
    });
  }
  books.set(country, book);
}

const ranges = new Map<string, [number, number][]>(
  Object.entries(zipRanges).map(([state, list]) => [
    state,
    list.split(' ').map((part): [number, number] => {
      const [from = '0', to = from] = part.split('-');
      return [Number(from), Number(to)];
    }),
  ]),
);

/** Countries (ISO) whose states are listed here completely. */
export const hasStateList = (iso: string): boolean => books.has(iso);

/** Code of a state written as its code or name; null = not known. */
export function stateCode(iso: string, text: string): string | null {
  const book = books.get(iso);
  if (book === undefined) return null;
  if (text.length <= 4) {
    if (book.byCode.has(text)) return text;
    const upper = text.toUpperCase();
    if (book.byCode.has(upper)) return upper;
  }
  const key = fold(text);
  const byName = book.byName.get(key);
  if (byName !== undefined) return byName;
  const bare = key.replaceAll(' ', '').toUpperCase(); // "N.Y.", "D C"
  return bare.length <= 4 && text.includes('.') && book.byCode.has(bare) ? bare : null;
}

export const stateName = (iso: string, code: string): string | null =>
  books.get(iso)?.byCode.get(code.toUpperCase()) ?? null;

/** `US-NY` as the state alone; '' for a country whose addresses have no state (`DE-BE`). Other texts stay as they are. */
export function stateWithoutCountry(iso: string, text: string): string {
  if (iso === '' || !text.startsWith(`${iso}-`)) return text;
  const rule = postcodeRule(iso);
  return rule.iso !== '' && !rule.stateUsed ? '' : text.slice(iso.length + 1);
}

export type StateReading =
  | { kind: 'known'; code: string }
  /** `MN Minnesota`, `Minnesota (MN)`, `US-NY`, `New York, United States`. */
  | { kind: 'combined' | 'withCountry' | 'misspelt'; code: string }
  | { kind: 'unknown' };

/** Reads a state of a country with a list. The text must be trimmed and not empty. */
export function readState(iso: string, text: string): StateReading {
  const known = stateCode(iso, text);
  if (known !== null) return { kind: 'known', code: known };
  const withCountry = /^([A-Z]{2,3})[-_ ]+(\S.*)$/u.exec(text);
  if (withCountry !== null && (withCountry[1] === iso || (iso === 'US' && withCountry[1] === 'USA'))) {
    const code = stateCode(iso, withCountry[2] ?? '');
    if (code !== null) return { kind: 'withCountry', code };
  }
  const trailing = /^(\p{L}[\p{L} .]*?)\s*[,(/-]\s*(\p{L}[\p{L} .]*?)\)?$/u.exec(text);
  if (
    trailing !== null &&
    readCountryStrictly(trailing[2] ?? '')?.iso === iso &&
    stateCode(iso, trailing[2] ?? '') === null
  ) {
    const code = stateCode(iso, trailing[1] ?? '');
    if (code !== null) return { kind: 'withCountry', code };
  }
  const parts = text.split(/[()[\]/,;:]|\s+[-–]\s+|\s*=\s*/u).filter((part) => part.trim() !== '');
  const split = parts.length === 2 ? parts : (/^(\S{2,4})[ \-–]+(\S.*)$/u.exec(text)?.slice(1) ?? []);
  const backwards = /^(\S.*?)[ \-–]+(\S{2,4})$/u.exec(text)?.slice(1) ?? [];
  for (const [first, second] of [split, backwards]) {
    if (first === undefined || second === undefined) continue;
    const a = stateCode(iso, first.trim());
    if (a !== null && a === stateCode(iso, second.trim())) return { kind: 'combined', code: a };
  }
  return nearest(iso, text);
}

function nearest(iso: string, text: string): StateReading {
  const key = fold(text);
  const limit = key.length >= 7 ? 2 : 1;
  let best = limit + 1;
  let code = '';
  if (key.length >= 4)
    for (const [name, state] of books.get(iso)?.byName ?? []) {
      if (name.length < 4) continue;
      const steps = distance(key, name, limit);
      if (steps < best) {
        best = steps;
        code = state;
      } else if (steps === best && state !== code) code = '';
    }
  return best <= limit && code !== '' ? { kind: 'misspelt', code } : { kind: 'unknown' };
}

/** The US state that a ZIP code belongs to; null = none. */
export function stateOfZip(zip: string): string | null {
  const three = Number(zip.slice(0, 3));
  for (const [state, list] of ranges) {
    if (state === 'AS' || state === 'FM' || state === 'MH' || state === 'PW' || state === 'MP') continue;
    if (list.some(([from, to]) => three >= from && three <= to)) return state;
  }
  return null;
}

/** True when the ZIP code lies in the state (unknown state: false). */
export function zipInState(zip: string, state: string): boolean {
  const three = Number(zip.slice(0, 3));
  return ranges.get(state)?.some(([from, to]) => three >= from && three <= to) ?? false;
}

/**
 * The US state that the ZIP code belongs to, where the address says another one; null = nothing is known to be wrong.
 * Some ZIP codes reach over a border.
 */
export function otherStateOfZip(iso: string, zip: string, state: string): string | null {
  return iso !== 'US' || state === '' || zipInState(zip, state) ? null : stateOfZip(zip);
}

/** First letter of a Canadian postcode to its province, for a blank state. */
const canada: Record<string, string> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  Y: 'YT',
};
/** The Canadian province that a postcode begins with; null = none does. */
export const provinceOfPostcode = (postcode: string): string | null =>
  canada[postcode.charAt(0).toUpperCase()] ?? null;
