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

/** 0 = no letter and no digit. */
const plain = (code: number): number =>
  code < 0x250 ? (table[code] ?? 0) : code === 0x3000 || code === 0x2019 ? 0 : code;

const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);
const stir = (value: number): number => {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const start = 0x811c9dc5 | 0;

/** Letters and digits in order, e.g. of a postcode or an invoice. */
export function textHash(text: string, seed = start): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i++) {
    const code = plain(text.charCodeAt(i));
    if (code !== 0) hash = mix(hash, code);
  }
  return hash;
}

/** Every character counts but case: for invoices, where `A-1` and `A1` are different. */
export function exactHash(text: string, seed: number): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    hash = mix(hash, code >= 0x41 && code <= 0x5a ? code + 32 : code);
  }
  return stir(hash);
}

/** Words in any order: `Müller, Anna` is `Anna Muller`. */
export function wordsHash(text: string): number {
  let sum = 0;
  let word = start;
  let inside = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? plain(text.charCodeAt(i)) : 0;
    if (code !== 0) {
      word = mix(word, code);
      inside = true;
    } else if (
      inside &&
      !(i < text.length && (text.charCodeAt(i) === 0x27 || text.charCodeAt(i) === 0x2019))
    ) {
      sum = (sum + stir(word)) | 0;
      word = start;
      inside = false;
    }
  }
  return sum;
}

/** Sounds that are written in several ways count as one; vowels, y, h and w count nothing. */
const sound = new Uint8Array(128);
// prettier-ignore
for (const [letters, value] of [['bp', 1], ['ckqgx', 2], ['dt', 3], ['fv', 4], ['j', 5], ['l', 6], ['mn', 7], ['r', 8], ['sz', 9]] as const)
  for (const letter of letters) sound[letter.charCodeAt(0)] = value;

/** Consonants of the longest word and the first letters of the outer words: alike for Meyer and Maier, Jon and John. */
function soundHash(name: string): number {
  let longest = 0;
  let longestHash = start;
  let length = 0;
  let hash = start;
  let previous = 0;
  let first = 0;
  let last = 0;
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? plain(name.charCodeAt(i)) : 0;
    if (code !== 0) {
      if (length === 0) {
        if (first === 0) first = code;
        last = code;
      }
      length++;
      const value = code < 128 ? (sound[code] ?? 0) : code;
      if (value !== 0 && value !== previous) hash = mix(hash, value);
      if (value !== 0) previous = value;
    } else if (length > 0 && (i === name.length || name.charCodeAt(i) !== 0x27)) {
      if (length > longest) {
        longest = length;
        longestHash = hash;
      }
      length = 0;
      hash = start;
      previous = 0;
    }
  }
  return mix(mix(longestHash, Math.min(first, last)), Math.max(first, last));
}

/** First number of a street address; 0 = none. */
function houseNumber(address: string): number {
  let value = 0;
  for (let i = 0; i < address.length; i++) {
    const digit = address.charCodeAt(i) - 0x30;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (value > 0) return value;
    if (value > 1e7) return value;
  }
  return value;
}

/** Same name, postcode and house number. 0 = too little is known. */
export function personHash(name: string, zip: string, address: string): number {
  if (name === '') return 0;
  const place = zip === '' ? textHash(address) : textHash(zip);
  return stir(mix(mix(wordsHash(name), place), houseNumber(address))) >>> 2 || 1;
}

/** Nearly the same name at the same house number and postcode. 0 = too little is known. */
export function nearHash(name: string, zip: string, address: string): number {
  if (name === '' || zip === '') return 0;
  const number = houseNumber(address);
  if (number === 0) return 0;
  return stir(mix(mix(soundHash(name), number), textHash(zip))) >>> 2 || 1;
}
