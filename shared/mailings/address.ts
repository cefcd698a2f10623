import { limits } from './limits.ts';

/** What an address block says, and what is doubtful about it. */
export type AddressReading = {
  lines: string[];
  recipient: string;
  postcode: string | null;
  town: string | null;
  /** ISO two letters; Switzerland when nothing says otherwise and the postcode fits. */
  country: string | null;
  problems: AddressProblem[];
};
export type AddressProblem = 'tooFewLines' | 'tooManyLines' | 'blankLine' | 'noPlace' | 'postcodeShape';

/** Postcode and town as the last line writes them, by country. */
const placePatterns: Record<string, RegExp> = {
  CH: /^(?:CH[- ]?)?([1-9]\d{3})\s+(\p{L}.*)$/u,
  LI: /^(?:(?:FL|LI)[- ]?)?(94(?:8[5-9]|9[0-8]))\s+(\p{L}.*)$/u,
  DE: /^(?:D(?:E)?[- ]?)?(\d{5})\s+(\p{L}.*)$/u,
  AT: /^(?:A(?:T)?[- ]?)?([1-9]\d{3})\s+(\p{L}.*)$/u,
  FR: /^(?:F(?:R)?[- ]?)?(\d{5})\s+(\p{L}.*)$/u,
  IT: /^(?:I(?:T)?[- ]?)?(\d{5})\s+(\p{L}.*)$/u,
  ES: /^(?:E(?:S)?[- ]?)?(\d{5})\s+(\p{L}.*)$/u,
  NL: /^(?:NL[- ]?)?([1-9]\d{3}\s?[A-Z]{2})\s+(\p{L}.*)$/u,
  BE: /^(?:B(?:E)?[- ]?)?([1-9]\d{3})\s+(\p{L}.*)$/u,
  LU: /^(?:L(?:U)?[- ]?)?([1-9]\d{3})\s+(\p{L}.*)$/u,
  DK: /^(?:DK[- ]?)?(\d{4})\s+(\p{L}.*)$/u,
  NO: /^(?:N(?:O)?[- ]?)?(\d{4})\s+(\p{L}.*)$/u,
  SE: /^(?:S(?:E)?[- ]?)?(\d{3}\s?\d{2})\s+(\p{L}.*)$/u,
  FI: /^(?:FI(?:N)?[- ]?)?(\d{5})\s+(\p{L}.*)$/u,
  PL: /^(?:PL[- ]?)?(\d{2}-\d{3})\s+(\p{L}.*)$/u,
  CZ: /^(?:CZ[- ]?)?(\d{3}\s?\d{2})\s+(\p{L}.*)$/u,
  PT: /^(?:P(?:T)?[- ]?)?(\d{4}-\d{3})\s+(\p{L}.*)$/u,
};
/** Countries that write the town before the postcode. */
const townFirst: Record<string, RegExp> = {
  GB: /^(?:(.*\p{L})[,\s]+)?([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})$/u,
  US: /^(.*\p{L}),?\s+[A-Z]{2}\s+(\d{5}(?:-\d{4})?)$/u,
  CA: /^(.*\p{L}),?\s+[A-Z]{2}\s+([A-Z]\d[A-Z]\s*\d[A-Z]\d)$/u,
  AU: /^(.*\p{L}),?\s+[A-Z]{2,3}\s+(\d{4})$/u,
  IE: /^(?:(.*\p{L})[,\s]+)?([A-Z]\d[\dW]\s*[A-Z\d]{4})$/u,
};

/** Country names as they stand on letters here, folded to lower case without accents. */
const countryNames: Record<string, string> = {
  schweiz: 'CH',
  suisse: 'CH',
  svizzera: 'CH',
  switzerland: 'CH',
  svizra: 'CH',
  liechtenstein: 'LI',
  'furstentum liechtenstein': 'LI',
  deutschland: 'DE',
  germany: 'DE',
  allemagne: 'DE',
  germania: 'DE',
  osterreich: 'AT',
  austria: 'AT',
  autriche: 'AT',
  frankreich: 'FR',
  france: 'FR',
  francia: 'FR',
  italien: 'IT',
  italy: 'IT',
  italia: 'IT',
  italie: 'IT',
  spanien: 'ES',
  spain: 'ES',
  espana: 'ES',
  espagne: 'ES',
  niederlande: 'NL',
  netherlands: 'NL',
  'the netherlands': 'NL',
  nederland: 'NL',
  'pays-bas': 'NL',
  belgien: 'BE',
  belgium: 'BE',
  belgique: 'BE',
  belgie: 'BE',
  luxemburg: 'LU',
  luxembourg: 'LU',
  danemark: 'DK',
  denmark: 'DK',
  danmark: 'DK',
  norwegen: 'NO',
  norway: 'NO',
  norge: 'NO',
  schweden: 'SE',
  sweden: 'SE',
  sverige: 'SE',
  finnland: 'FI',
  finland: 'FI',
  suomi: 'FI',
  polen: 'PL',
  poland: 'PL',
  polska: 'PL',
  tschechien: 'CZ',
  'czech republic': 'CZ',
  czechia: 'CZ',
  portugal: 'PT',
  grossbritannien: 'GB',
  'united kingdom': 'GB',
  'great britain': 'GB',
  england: 'GB',
  uk: 'GB',
  irland: 'IE',
  ireland: 'IE',
  usa: 'US',
  'united states': 'US',
  'united states of america': 'US',
  kanada: 'CA',
  canada: 'CA',
  australien: 'AU',
  australia: 'AU',
};

const fold = (s: string): string =>
  s
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[.\s]+$/g, '')
    .trim();

/** The country a line names when it is nothing but a country name; null otherwise. */
export function countryOfLine(line: string): string | null {
  return countryNames[fold(line)] ?? null;
}

type Place = { postcode: string; town: string | null };

/** Postcode and town of a line as written in `country`; null when it does not fit. */
function placeOfLine(line: string, country: string): Place | null {
  const text = line.trim();
  const after = townFirst[country]?.exec(text);
  if (after?.[2]) return { postcode: after[2], town: after[1]?.trim() || null };
  const match = placePatterns[country]?.exec(text);
  return match?.[1] && match[2] ? { postcode: match[1], town: match[2].trim() } : null;
}

/** True when a line looks like postcode and town in any country we know. */
export function looksLikePlace(line: string): boolean {
  return Object.keys({ ...placePatterns, ...townFirst }).some((c) => placeOfLine(line, c) !== null);
}

/** A country without a name line: from a prefix such as "D-", else from the digits, Switzerland first. */
function guessCountry(line: string): string | null {
  const text = line.trim();
  const prefix = /^(CH|FL|LI|DE|D|AT|A|FR|F|IT|I|NL|BE|B|LU|L|DK|NO|N|SE|S|PL|CZ)[- ]\s?\d/.exec(text)?.[1];
  const letters: Record<string, string> = {
    FL: 'LI',
    D: 'DE',
    A: 'AT',
    F: 'FR',
    I: 'IT',
    B: 'BE',
    L: 'LU',
    N: 'NO',
    S: 'SE',
  };
  if (prefix) return letters[prefix] ?? prefix;
  if (placeOfLine(text, 'LI')) return 'LI';
  if (placeOfLine(text, 'CH')) return 'CH';
  if (placeOfLine(text, 'NL')) return 'NL';
  if (placeOfLine(text, 'DE')) return 'DE';
  return ['US', 'GB', 'CA', 'AU', 'PL', 'PT', 'IE'].find((c) => placeOfLine(text, c) !== null) ?? null;
}

/** Lines that head an address and are not the name itself. */
const salutation =
  /^(frau|herrn?|madame|monsieur|m\.|mme|mr\.?|mrs\.?|ms\.?|signora?|fam(?:ilie)?\.?|firma|an|dr\.?)$/iu;

/**
 * Reads an address block.
 * @param raw text lines top to bottom, or one string with line breaks
 * @param country what the user chose, if anything; it wins over what the text says
 */
export function readAddress(raw: readonly string[] | string, country: string | null = null): AddressReading {
  const all = (typeof raw === 'string' ? raw.split(/\r?\n/) : [...raw]).map((l) =>
    l.replace(/\s+/g, ' ').trim(),
  );
  while (all.length > 0 && all.at(-1) === '') all.pop();
  while (all.length > 0 && all[0] === '') all.shift();
  const problems: AddressProblem[] = [];
  if (all.includes('')) problems.push('blankLine');
  const lines = all.filter((l) => l !== '');
  if (lines.length < limits.addressLines.least) problems.push('tooFewLines');
  if (lines.length > limits.addressLines.most) problems.push('tooManyLines');

  const last = lines.at(-1) ?? '';
  const named = lines.length > 1 ? countryOfLine(last) : null;
  const placeLine = (named ? lines.at(-2) : last) ?? '';
  const land = country ?? named ?? guessCountry(placeLine);
  const place = land ? placeOfLine(placeLine, land) : null;
  if (!place && land && !(land in placePatterns) && !(land in townFirst)) {
    // a country whose form we do not know is not judged
  } else if (!place) {
    problems.push(/\d/.test(placeLine) ? 'postcodeShape' : 'noPlace');
  }
  const recipient = lines.find((l) => !salutation.test(l)) ?? '';
  return {
    lines,
    recipient,
    postcode: place?.postcode ?? null,
    town: place?.town ?? null,
    country: land,
    problems,
  };
}
