import { readAddress } from './address.ts';
import type { TextLine } from './facts.ts';
import type { LetterProfile } from './letterProfiles.ts';
import { readWindow } from './window.ts';

/** A page with its lines of text; lengths in millimetres. */
export type PageLines = { number: number; width: number; height: number; lines: TextLine[] };

/** One letter of a file that holds several: its pages, counted from 1, the last one included. */
export type LetterPages = { first: number; last: number };

/** The pages that carry an address in the window, each with its lines. */
export function addressedPages(
  pages: readonly PageLines[],
  profile: LetterProfile,
): { page: number; address: string[] }[] {
  return pages.flatMap((page) => {
    const { lines } = readWindow(page, profile);
    if (lines.length < 3) return [];
    const { postcode, country } = readAddress(lines);
    return postcode !== null || country !== null ? [{ page: page.number, address: lines }] : [];
  });
}

/** A letter begins at each of these pages; pages before the first belong to the first letter. */
export function lettersFrom(starts: readonly number[], pageCount: number): LetterPages[] {
  const firsts = [...new Set([1, ...starts.slice(1)])].filter((page) => page >= 1 && page <= pageCount);
  return firsts.map((first, index) => ({ first, last: (firsts[index + 1] ?? pageCount + 1) - 1 }));
}

/** A letter every so many pages; the last one may be shorter. */
export const lettersEvery = (every: number, pageCount: number): LetterPages[] =>
  lettersFrom(
    Array.from({ length: Math.ceil(pageCount / every) }, (_, index) => 1 + index * every),
    pageCount,
  );
