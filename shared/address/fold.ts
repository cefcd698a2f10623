import { spellOut } from '../lib/specialLetters.ts';

/** For comparing words: lower case, no accents, anything but letters and digits is one blank. */
export function fold(text: string): string {
  let out = text.toLowerCase();
  if (/[^\0-\x7f]/u.test(out)) out = spellOut(out.normalize('NFD').replaceAll(/\p{M}/gu, ''));
  return out.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Edits (insert, delete, replace, swap of neighbours) between two words, or `limit + 1` when more. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
