import { spellOut } from '../lib/specialLetters.ts';

/** For comparing words: lower case, no accents, anything but letters and digits is one blank. */
export function fold(text: string): string {
  let out = text.toLowerCase();
  if (/[^\0-\x7f]/u.test(out)) out = spellOut(out.normalize('NFD').replaceAll(/\p{M}/gu, ''));
  return out.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Rows of the table that `distance` fills, used again and again. */
let rows: [Uint16Array, Uint16Array, Uint16Array] = threeRows(64);

function threeRows(size: number): [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(size), new Uint16Array(size), new Uint16Array(size)];
}

/** Edits (insert, delete, replace, swap of neighbours) between two words, or `limit + 1` when more. */
export function distance(a: string, b: string, limit: number): number {
  const most = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return most;
  if (b.length >= rows[0].length) rows = threeRows(b.length * 2);
  let [before, previous, current] = rows;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let left = i;
    let least = i;
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (previous[j - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, left + 1, (previous[j] as number) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      current[j] = left = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return most;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] as number;
}

/** The letters a to z and whether there are digits or others, as bits. */
export function lettersIn(folded: string): number {
  let bits = 0;
  for (let i = 0; i < folded.length; i++) {
    const letter = folded.charCodeAt(i) - 0x61;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return bits;
}

/** False when two words are surely more than `limit` edits apart; by their `lettersIn`. */
export function mayBeWithin(a: number, b: number, limit: number): boolean {
  // An edit brings one letter and takes one away at most.
  let apart = a ^ b;
  let most = limit * 2;
  for (; apart !== 0; apart &= apart - 1) if (most-- === 0) return false;
  return true;
}
