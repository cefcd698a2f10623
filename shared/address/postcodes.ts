import { postcodeLines } from './postcodeLines.ts';
import { stateOfZip, zipInState } from './states.ts';

export interface PostcodeRule {
  iso: string;
  /** null = this country has no postcodes, or none that can be checked. */
  pattern: RegExp | null;
  required: boolean;
  /** States belong into an address of this country at all. */
  stateUsed: boolean;
  stateRequired: boolean;
  mayStartWithZero: boolean;
  prefix: string;
  example: string;
  /** Fixed number of digits where the code is digits only; 0 = other. */
  digits: number;
}

// prettier-ignore
const fixedDigits: Record<string, number> = {
  US: 5, PR: 5, DE: 5, FR: 5, ES: 5, RO: 6, CN: 6, IN: 6, SG: 6, RU: 6, AU: 4, CO: 6, ME: 5, XK: 5, AZ: 4, LI: 4, SM: 5, VA: 5, MC: 5, VN: 0, KZ: 6,
};

const rules = new Map<string, PostcodeRule>();
for (const line of postcodeLines) {
  const [iso = '', source = '', flags = '', prefix = '', example = ''] = line.split(';');
  const plain = /^\\d\{(\d)\}$/u.exec(source) ?? /^\\d\{3\} \?\\d\{2\}()$/u.exec(source);
  rules.set(iso, {
    iso,
    pattern: source === '' ? null : new RegExp(`^(?:${source})$`, 'i'),
    required: flags.includes('P'),
    stateUsed: flags.includes('S'),
    stateRequired: flags.includes('R'),
    mayStartWithZero: flags.includes('Z'),
    prefix,
    example,
    digits: fixedDigits[iso] ?? (plain === null ? 0 : plain[1] === '' ? 5 : Number(plain[1])),
  });
}

const nothingKnown: PostcodeRule = {
  iso: '',
  pattern: null,
  required: false,
  stateUsed: true,
  stateRequired: false,
  mayStartWithZero: false,
  prefix: '',
  example: '',
  digits: 0,
};

/** Postcode and state rules of a country (ISO code). */
export const postcodeRule = (iso: string): PostcodeRule => rules.get(iso) ?? nothingKnown;

/** True when the text is a valid code of the country, or the country has no codes to check. */
export function isPostcode(iso: string, text: string): boolean {
  const rule = postcodeRule(iso);
  return rule.pattern === null || rule.pattern.test(text);
}

export type PostcodeRepair =
  | 'leadingZero'
  | 'zerosAdded'
  | 'pointZero'
  | 'prefix'
  | 'spacing'
  | 'letterForDigit'
  | 'thousandsMark'
  | 'zipPlusFour';
export interface PostcodeReading {
  value: string;
  /** null = it was right as it is. */
  repair: PostcodeRepair | null;
  safe: boolean;
}

/** Countries where exports.md is certain that codes begin with zeros. */
const zeroCountries = new Set(
  'US PR DE FR IT ES NO FI AU NZ ZA MX PL SK CZ RO JP KR MY TR SG BR UA CN LT KE LK PE CO'.split(' '),
);

/** How far a number may have shrunk: 1 → 0001 in Pretoria, 25 → 0025 in Oslo, else two zeros. */
const mostZeros = (iso: string): number => (iso === 'ZA' ? 3 : 2);

function padded(iso: string, digits: string): string | null {
  if (iso === 'PL' && digits.length < 5 && digits.length >= 3) {
    const full = digits.padStart(5, '0');
    return `${full.slice(0, 2)}-${full.slice(2)}`;
  }
  if (iso === 'JP' && digits.length === 6) return `0${digits.slice(0, 2)}-${digits.slice(2)}`;
  if (iso === 'BR' && digits.length === 7) return `0${digits.slice(0, 4)}-${digits.slice(4)}`;
  if ((iso === 'SK' || iso === 'CZ') && digits.length === 4)
    return `0${digits.slice(0, 2)} ${digits.slice(2)}`;
  const rule = postcodeRule(iso);
  const missing = rule.digits - digits.length;
  if (rule.digits === 0 || missing < 1 || missing > mostZeros(iso)) return null;
  if (!rule.mayStartWithZero && iso !== 'PR') return null;
  return digits.padStart(rule.digits, '0');
}

/** Zeros in front give a code that exists there: in the United States also inside the state. */
function leadingZero(iso: string, digits: string, state: string): PostcodeReading | null {
  const full = padded(iso, digits);
  if (full === null || !isPostcode(iso, full)) return null;
  if (iso === 'US') {
    const owner = stateOfZip(full);
    if (owner === null || (state !== '' && !zipInState(full, state))) return null;
    return { value: full, repair: 'leadingZero', safe: state !== '' };
  }
  if (iso === 'SG' && full.startsWith('00')) return null;
  if (iso === 'AU' && !full.startsWith('08') && !full.startsWith('09') && !full.startsWith('02')) return null;
  return { value: full, repair: 'leadingZero', safe: zeroCountries.has(iso) };
}

const respaced: Record<string, (bare: string) => string> = {
  GB: (bare) => `${bare.slice(0, -3)} ${bare.slice(-3)}`,
  JE: (bare) => `${bare.slice(0, -3)} ${bare.slice(-3)}`,
  GG: (bare) => `${bare.slice(0, -3)} ${bare.slice(-3)}`,
  IM: (bare) => `${bare.slice(0, -3)} ${bare.slice(-3)}`,
  CA: (bare) => `${bare.slice(0, 3)} ${bare.slice(3)}`,
  PL: (bare) => `${bare.slice(0, 2)}-${bare.slice(2)}`,
  PT: (bare) => `${bare.slice(0, 4)}-${bare.slice(4)}`,
  JP: (bare) => `${bare.slice(0, 3)}-${bare.slice(3)}`,
  BR: (bare) => `${bare.slice(0, 5)}-${bare.slice(5)}`,
  NL: (bare) => `${bare.slice(0, 4)} ${bare.slice(4)}`,
  IE: (bare) => `${bare.slice(0, 3)} ${bare.slice(3)}`,
  LV: (bare) => (bare.toUpperCase().startsWith('LV') ? `LV-${bare.slice(2)}` : `LV-${bare}`),
  SE: (bare) => `${bare.slice(0, 3)} ${bare.slice(3)}`,
  CZ: (bare) => `${bare.slice(0, 3)} ${bare.slice(3)}`,
  SK: (bare) => `${bare.slice(0, 3)} ${bare.slice(3)}`,
  GR: (bare) => `${bare.slice(0, 3)} ${bare.slice(3)}`,
  US: (bare) => (bare.length === 9 ? `${bare.slice(0, 5)}-${bare.slice(5)}` : bare),
  PR: (bare) => (bare.length === 9 ? `${bare.slice(0, 5)}-${bare.slice(5)}` : bare),
};
/** Countries where the blank or hyphen belongs to the code, so that a bare one is offered a repair. */
export const spacingMatters: ReadonlySet<string> = new Set([
  'GB',
  'CA',
  'PL',
  'PT',
  'JP',
  'BR',
  'JE',
  'GG',
  'IM',
]);
const bareLength: Record<string, number> = { PL: 5, PT: 7, JP: 7, BR: 8, CA: 6, NL: 6, IE: 7 };

/** The code with its usual blank or hyphen, when that makes it valid. */
function respace(iso: string, text: string): string | null {
  const bare = text.replaceAll(/[\s\-–.]/gu, '');
  const wanted = bareLength[iso];
  if (wanted !== undefined && bare.length !== wanted) return null;
  const value = (respaced[iso] ?? ((plain: string) => plain))(bare).toUpperCase();
  return value !== text && isPostcode(iso, value) ? value : null;
}

const misread: Record<string, string> = { O: '0', o: '0', l: '1', I: '1', '|': '1', i: '1' };

/** 9O210 → 90210; for mixed codes one letter after the other until the code is valid. */
function digitsForLetters(iso: string, text: string): string | null {
  if (!/[OolI|i]/u.test(text)) return null;
  const all = text.replaceAll(/[OolI|i]/gu, (letter) => misread[letter] ?? letter);
  if (isPostcode(iso, all) && /\d/u.test(text)) return all;
  let one: string | null = null;
  for (let i = 0; i < text.length; i++) {
    const digit = misread[text[i] ?? ''];
    if (digit === undefined) continue;
    const candidate = text.slice(0, i) + digit + text.slice(i + 1);
    if (isPostcode(iso, candidate)) one ??= candidate;
  }
  return one;
}

/** A shop fills all codes up to five digits: 00101 in Iceland, 08001 in Switzerland; null = that is not it. */
function withoutZeros(iso: string, text: string): string | null {
  const { digits } = postcodeRule(iso);
  if (digits === 0 && text.length !== 5) return null;
  for (let zeros = 1; text[zeros - 1] === '0'; zeros++) {
    const bare = text.slice(zeros);
    const fits = digits === 0 ? bare.length >= 3 && bare[0] !== '0' : bare.length === digits;
    if (fits && isPostcode(iso, bare)) return bare;
  }
  return null;
}

/**
 * Reads a postcode for a country and says how to repair it; null = wrong and no repair is known. `state` is a US
 * state code ('' = unknown): a lost zero must agree with it. The text is trimmed and not empty.
 */
export function readPostcode(iso: string, text: string, state: string): PostcodeReading | null {
  const rule = postcodeRule(iso);
  if (rule.pattern === null) return { value: text, repair: null, safe: true };
  if (rule.pattern.test(text)) {
    const spaced = spacingMatters.has(iso) ? respace(iso, text) : null;
    return spaced !== null && !/[ -]/u.test(text)
      ? { value: spaced, repair: 'spacing', safe: true }
      : { value: text, repair: null, safe: true };
  }
  const decimal = /^(\d+)[.,]0+$/u.exec(text)?.[1];
  if (decimal !== undefined) {
    const whole = readPostcode(iso, decimal, state);
    if (whole !== null) return { value: whole.value, repair: whole.repair ?? 'pointZero', safe: whole.safe };
  }
  if (/^\d+$/u.test(text)) {
    const zero = leadingZero(iso, text, state);
    if (zero !== null) return zero;
    const bare = withoutZeros(iso, text);
    if (bare !== null) return { value: bare, repair: 'zerosAdded', safe: true };
  }
  if (iso === 'US' || iso === 'PR') {
    const four = /^(\d{3,5})[- ]?(\d{4})$/u.exec(text);
    if (four !== null && text.replaceAll(/\D/gu, '').length >= 7) {
      const five = four[1] ?? '';
      const base = five.length === 5 ? five : (leadingZero(iso, five, state)?.value ?? '');
      const value = `${base}-${four[2] ?? ''}`;
      if (base !== '' && isPostcode(iso, value))
        return { value, repair: five.length === 5 ? 'zipPlusFour' : 'leadingZero', safe: true };
    }
  }
  const short = zeroBeforeHyphen(iso, text);
  if (short !== null) return { value: short, repair: 'leadingZero', safe: true };
  const stripped = withoutPrefix(iso, rule.prefix, text);
  if (stripped !== null) {
    const inner = isPostcode(iso, stripped) ? stripped : (readPostcode(iso, stripped, state)?.value ?? null);
    if (inner !== null) return { value: inner, repair: 'prefix', safe: true };
  }
  const spaced = respace(iso, text);
  if (spaced !== null) return { value: spaced, repair: 'spacing', safe: true };
  const thousands = /^\d{1,3}(?:[.,'’]\d{3})+$/u.test(text) ? text.replaceAll(/\D/gu, '') : null;
  if (thousands !== null) {
    const inner = readPostcode(iso, thousands, state);
    if (inner !== null) return { value: inner.value, repair: 'thousandsMark', safe: false };
  }
  const digits = digitsForLetters(iso, text);
  return digits === null ? null : { value: digits, repair: 'letterForDigit', safe: false };
}

/** 1310-100 in Brazil, 0-950 in Poland, 60-0001 in Japan: digits are missing before the hyphen. */
function zeroBeforeHyphen(iso: string, text: string): string | null {
  if (iso !== 'BR' && iso !== 'PL' && iso !== 'JP') return null;
  const parts = /^(\d+)-(\d+)$/u.exec(text);
  if (parts === null) return null;
  const value = `0${text}`;
  return isPostcode(iso, value) ? value : null;
}

// prettier-ignore
const otherPrefixes: Record<string, string> = { DE: 'D', AT: 'A', CH: 'CH', FR: 'F', IT: 'I', BE: 'B', SE: 'S', ES: 'E', DK: 'DK', NO: 'N', NL: 'NL', PL: 'PL', LU: 'L', FI: 'FIN', SK: 'SK', CZ: 'CZ', HU: 'H', PT: 'P', RO: 'RO', AU: 'AU', SI: 'SLO' };

/** D-10115, CH-8001, L-1009, HR 10000: the code without its country letters; null = has none. */
function withoutPrefix(iso: string, prefix: string, text: string): string | null {
  const found = /^([A-Za-z]{1,3})[- –]*(\d.*)$/u.exec(text);
  if (found === null || iso === 'LV') return null;
  const letters = (found[1] ?? '').toUpperCase();
  const allowed = [iso, otherPrefixes[iso] ?? iso, prefix.replaceAll(/[^A-Z]/gu, '')];
  return allowed.includes(letters) ? (found[2] ?? null) : null;
}
