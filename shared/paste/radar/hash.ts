/**
 * Hashes over folded letters without making strings: case, accents, blanks and punctuation do not matter. Two
 * independent 32-bit numbers are used together, so that a million past orders give no chance matches.
 */
const table = new Uint8Array(0x250);
for (let code = 0x30; code <= 0x39; code++) table[code] = code;
for (let code = 0x41; code <= 0x5a; code++) table[code] = code + 32;
for (let code = 0x61; code <= 0x7a; code++) table[code] = code;
for (let code = 0xc0; code < 0x250; code++) {
  const base = String.fromCharCode(code).normalize('NFD').toLowerCase().charCodeAt(0);
  table[code] = base < 128 ? base : 0;
}
// prettier-ignore
const others: [string, string][] = [['ßẞ', 's'], ['øØ', 'o'], ['æÆ', 'a'], ['œŒ', 'o'], ['łŁ', 'l'], ['đĐðÐ', 'd'], ['þÞ', 't'], ['ı', 'i']];
for (const [letters, base] of others)
  for (const letter of letters)
    if (letter.charCodeAt(0) < 0x250) table[letter.charCodeAt(0)] = base.charCodeAt(0);

/** Each UTF-16 unit as it is compared; 0 = no letter and no digit. */
const letters = Uint16Array.from({ length: 0x10000 }, (_, code) =>
  code < 0x250 ? (table[code] ?? 0) : code === 0x3000 || code === 0x2019 ? 0 : code,
);
const plain = (code: number): number => letters[code] as number;

/** First letters that are written for one sound (`Catherine`, `Katherine`). */
export const heard: Readonly<Record<string, string>> = { c: 'k', q: 'k', z: 's', y: 'j', w: 'v' };
const initials = letters.slice();
for (const [letter, sound] of Object.entries(heard))
  initials.forEach((code, at) => {
    if (code === letter.charCodeAt(0)) initials[at] = sound.charCodeAt(0);
  });

const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);
const stir = (value: number): number => {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const start = 0x811c9dc5 | 0;

/** Letters and digits in order, e.g. of a postcode or an invoice. */
export const textHash = (text: string): number => textHashIn(text, 0, text.length);

/** The same between two places of a text. */
export function textHashIn(text: string, from: number, to: number): number {
  let hash = start;
  for (let i = from; i < to; i++) {
    const code = plain(text.charCodeAt(i));
    if (code !== 0) hash = mix(hash, code);
  }
  return hash;
}

const invoiceSeed = 0x1234567;
const checkSeed = 0x7654321;

/** Every character counts but case: for invoices, where `A-1` and `A1` are different. */
function exactHash(text: string, from: number, to: number, seed: number): number {
  let hash = seed | 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    hash = mix(hash, code >= 0x41 && code <= 0x5a ? code + 32 : code);
  }
  return stir(hash);
}

/** Of an invoice as compared (`invoiceKey`): 30 bits, 0 = none. */
export const invoiceHash = (key: string): number => (key === '' ? 0 : invoiceHashIn(key, 0, key.length));
/** The same for ASCII between two places of a text, which are not the same place. */
export const invoiceHashIn = (text: string, from: number, to: number): number =>
  exactHash(text, from, to, invoiceSeed) >>> 2 || 1;
/** Other bits of the same, to be sure. */
export const invoiceCheck = (key: string): number => exactHash(key, 0, key.length, checkSeed);

/** Two hashes of a name, found in one go. */
export class NameHashes {
  /** Words in any order: `Müller, Anna` is `Anna Muller`. */
  words = 0;
  /** First letters of the outer words, in any order: alike for `J. Smith`, `John Smyth` and `Smith, Jon`. */
  initials = 0;
  empty = true;

  read(text: string, from: number, to: number): this {
    let sum = 0;
    let word = start;
    let first = 0;
    let last = 0;
    // What stands behind an apostrophe belongs to the word (`O'Neil`).
    let open = false;
    for (let i = from; i <= to; i++) {
      const unit = i < to ? text.charCodeAt(i) : 0;
      const code = plain(unit);
      if (code !== 0) {
        word = mix(word, code);
        if (!open) {
          last = initials[unit] as number;
          if (first === 0) first = last;
          open = true;
        }
      } else if (open && unit !== 0x27 && unit !== 0x2019) {
        sum = (sum + stir(word)) | 0;
        word = start;
        open = false;
      }
    }
    this.empty = from === to;
    this.words = sum;
    this.initials = mix(mix(start, Math.min(first, last)), Math.max(first, last));
    return this;
  }
}

/** First number of a street address; 0 = none. */
export function houseNumberIn(address: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const number = address.charCodeAt(i) - 0x30;
    if (number >= 0 && number <= 9) value = value * 10 + number;
    else if (value > 0) return value;
    if (value > 1e7) return value;
  }
  return value;
}

/** Two hashes of one person: `person` the same name at the same place, `near` nearly the same. */
export interface PersonHashes {
  /** Same name, postcode and house number. 0 = too little is known. */
  person: number;
  /** A name with the same initials at the same house number and postcode: perhaps `nearNames`. 0 = too little is known. */
  near: number;
}

const names = new NameHashes();

export function personHashes(name: string, zip: string, address: string): PersonHashes {
  names.read(name, 0, name.length);
  const house = houseNumberIn(address, 0, address.length);
  const place = zip === '' ? textHash(address) : textHash(zip);
  return { person: personHash(names, place, house), near: nearHash(names, place, house) };
}

/** `place`: `textHash` of the postcode, or of the street where there is none. */
export const personHash = (name: NameHashes, place: number, houseNumber: number): number =>
  name.empty ? 0 : stir(mix(mix(name.words, place), houseNumber)) >>> 2 || 1;

/** `place`: as above. */
export const nearHash = (name: NameHashes, place: number, houseNumber: number): number =>
  name.empty || houseNumber === 0 ? 0 : stir(mix(mix(name.initials, houseNumber), place)) >>> 2 || 1;

/**
 * The first three letters of each word of an address as bits: two streets have none in common, however they are
 * shortened (`12 Elm St`, `12 Elm Street`). 0 = it has no such words.
 */
export function streetMask(address: string): number {
  let mask = 0;
  let length = 0;
  let hash = start;
  for (let i = 0; i < address.length; i++) {
    const code = plain(address.charCodeAt(i));
    if (code === 0) length = 0;
    else if (code > 0x39) {
      hash = length === 0 ? mix(start, code) : mix(hash, code);
      if (++length === 3) mask |= 1 << (stir(hash) % 30);
    }
  }
  return mask;
}

/** May be one street. */
export const nearStreets = (a: number, b: number): boolean => (a & b) !== 0 || (a === 0 && b === 0);
