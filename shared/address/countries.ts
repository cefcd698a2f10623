import { codeAliases, countryAliases } from './countryAliases.ts';
import { countryLines } from './countryLines.ts';
import { distance, fold, lettersIn, mayBeWithin } from './fold.ts';

export type NameLanguage = 'en' | 'de' | 'fr' | 'it';
const languages: readonly NameLanguage[] = ['en', 'de', 'fr', 'it'];

/** How a country was written. `folded` = a name in other letters (DEUTSCHLAND, Etats-Unis). */
export type CountryForm =
  'iso2' | 'alpha3' | 'oldCode' | NameLanguage | 'folded' | 'alias' | 'combined' | 'misspelt';
export interface CountryReading {
  /** ISO 3166-1 alpha-2 (GB, not UK). */
  iso: string;
  form: CountryForm;
}

const names = new Map<string, readonly string[]>();
const exact = new Map<string, CountryReading>();
const spoken = new Map<string, NameLanguage[]>();
const folded = new Map<string, string>();
const alpha3 = new Map<string, string>();

for (const line of countryLines) {
  const [iso = '', long = '', ...byLanguage] = line.split(';');
  alpha3.set(long, iso);
  names.set(
    iso,
    byLanguage.map((list) => list.split('/')[0] ?? ''),
  );
  byLanguage.forEach((list, index) => {
    for (const name of list.split('/')) {
      const form = languages[index] ?? 'en';
      if (!exact.has(name) && name.length > 3) exact.set(name, { iso, form });
      spoken.set(name, [...(spoken.get(name) ?? []), form]);
      if (!folded.has(fold(name))) folded.set(fold(name), iso);
    }
  });
}
for (const [alias, iso] of Object.entries(countryAliases)) folded.set(alias, iso);

/** A name that a misspelt one may stand for. */
interface Guess {
  name: string;
  iso: string;
  letters: number;
  isEnglish: boolean;
}
/** All of them, made when the first is asked for: nobody waits for them who misspells nothing. */
let guesses: Guess[] | null = null;
const makeGuesses = (): Guess[] =>
  Array.from(folded)
    .filter(([name]) => name.length >= 4)
    .map(([name, iso]) => ({
      name,
      iso,
      letters: lettersIn(name),
      isEnglish: fold(countryName(iso)) === name,
    }));

/** The gateway's code: as ISO, but the United Kingdom is UK. */
export const gatewayCode = (iso: string): string => (iso === 'GB' ? 'UK' : iso);
/** Back to ISO from the gateway's code (or an old one). */
export const isoCode = (code: string): string => codeAliases[code] ?? code;
/** True for a code the gateway takes as it is. */
export const isGatewayCode = (code: string): boolean => code === 'UK' || (code !== 'GB' && names.has(code));

/** Name of a country (ISO or gateway code) in a language; the code itself when unknown. */
export const countryName = (code: string, language: NameLanguage = 'en'): string =>
  names.get(isoCode(code))?.[languages.indexOf(language)] ?? code;

/** The languages in which this is a country's name as it stands: `France` is English and French. */
export const languagesOfName = (text: string): readonly NameLanguage[] =>
  spoken.get(text.replaceAll('’', "'")) ?? [];

function readCode(code: string): CountryReading | null {
  if (code.length === 2) {
    if (names.has(code)) return { iso: code, form: 'iso2' };
    const old = codeAliases[code];
    return old === undefined ? null : { iso: old, form: code === 'UK' ? 'iso2' : 'oldCode' };
  }
  if (code.length !== 3) return null;
  const long = alpha3.get(code);
  if (long !== undefined) return { iso: long, form: 'alpha3' };
  const other = codeAliases[code];
  return other === undefined ? null : { iso: other, form: 'oldCode' };
}

/** `IT (Italy)`, `Italy (IT)`, `IT - Italy`, `Germany / Deutschland`: all parts must mean the same country. */
function readCombined(text: string): CountryReading | null {
  const parts = text.split(/[()[\]/|,;:]|\s[-–]\s/u).map((part) => part.trim());
  let filled = parts.filter((part) => part !== '');
  if (filled.length === 1) {
    const code = /^([A-Z]{2,3})[ -]+(\S.*)$/u.exec(text) ?? /^(\S.*?)[ -]+([A-Z]{2,3})$/u.exec(text);
    if (code === null) return null;
    filled = [code[1] ?? '', code[2] ?? ''];
  }
  let iso = '';
  for (const part of filled) {
    const reading = readCode(part.toUpperCase()) ?? readName(part);
    if (reading === null || (iso !== '' && iso !== reading.iso)) return null;
    iso = reading.iso;
  }
  return iso === '' ? null : { iso, form: 'combined' };
}

function readName(text: string): CountryReading | null {
  const known = exact.get(text.replaceAll('’', "'"));
  if (known !== undefined) return known;
  const key = fold(text);
  const iso = folded.get(key);
  if (iso === undefined) return null;
  return { iso, form: countryAliases[key] === undefined ? 'folded' : 'alias' };
}

/** Countries (ISO) whose names are one or two letters away from a text, the nearest ones only. */
export function countriesLike(text: string): readonly string[] {
  const key = fold(text);
  if (key.length < 4 || key.length > 40) return [];
  const limit = key.length >= 7 ? 2 : 1;
  let best = limit + 1;
  let found = new Set<string>();
  /** Of two equally near names the English one: Icland is no slip of Irland. */
  let english = false;
  const letters = lettersIn(key);
  for (const { name, iso, letters: own, isEnglish } of (guesses ??= makeGuesses())) {
    if (Math.abs(name.length - key.length) > limit || !mayBeWithin(letters, own, limit)) continue;
    const steps = distance(key, name, limit);
    if (steps > best || steps > limit) continue;
    if (steps < best || (isEnglish && !english)) {
      found = new Set([iso]);
      english = isEnglish;
    } else if (isEnglish || !english) found.add(iso);
    best = steps;
  }
  return [...found];
}

function readMisspelt(text: string): CountryReading | null {
  const [iso, other] = countriesLike(text);
  return iso === undefined || other !== undefined ? null : { iso, form: 'misspelt' };
}

const cache = new Map<string, CountryReading | null>();

/** No country with its code, remarks and blanks is written longer. */
const longest = 200;

/** Reads a country however it is written, in four languages; null = not understood. The text must be trimmed. */
export function readCountry(text: string): CountryReading | null {
  if (text.length > longest) return null;
  const seen = cache.get(text);
  if (seen !== undefined) return seen;
  const reading = readCountryUncached(text);
  if (cache.size > 20_000) cache.clear();
  cache.set(text, reading);
  return reading;
}

/** Like `readCountry`, but misspelt names are not guessed at: cheap for any text. */
export const readCountryStrictly = (text: string): CountryReading | null =>
  text === '' || text.length > 40 ? null : (readCode(text) ?? readName(text));

function readCountryUncached(text: string): CountryReading | null {
  if (text === '') return null;
  const code = readCode(text);
  if (code !== null) return code;
  const name = readName(text);
  if (name !== null) return name;
  const upper = readCode(text.toUpperCase().replaceAll('.', ''));
  if (upper !== null) return { iso: upper.iso, form: 'folded' };
  return readCombined(text) ?? readMisspelt(text);
}
