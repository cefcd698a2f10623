import { PDFDocument } from '@cantoo/pdf-lib';
import type { LetterProfile } from '../../../shared/mailings/letterProfiles.ts';
import { readAddress } from '../../../shared/mailings/address.ts';
import { readWindow } from '../../../shared/mailings/window.ts';
import { readAllLines, type PageLines } from '../preflight.ts';
import { listPages } from '../walker/pages.ts';
import { nothing, openFor, write, type Piece, type Remedied } from './piece.ts';

/** Page numbers (from 1) on which a new letter begins: those with a deliverable address in the window. */
export function letterStarts(pages: readonly PageLines[], profile: LetterProfile): number[] {
  return pages.flatMap((page) => {
    const { lines } = readWindow(page, profile);
    if (lines.length < 3) return [];
    const { postcode, country } = readAddress(lines);
    return postcode !== null || country !== null ? [page.number] : [];
  });
}

/** Splits at the given first pages. Pages before the first start belong to the first letter. */
async function splitAt(bytes: Uint8Array, starts: readonly number[]): Promise<Remedied> {
  const { document, read } = await openFor(bytes);
  const count = listPages(read).length;
  const firsts = [...new Set([1, ...starts.slice(starts[0] === 1 ? 0 : 1)])].filter(
    (n) => n >= 1 && n <= count,
  );
  if (firsts.length < 2) return nothing('nothingToDo');
  const pieces: Piece[] = [];
  for (const [i, first] of firsts.entries()) {
    const last = (firsts[i + 1] ?? count + 1) - 1;
    const letter = await PDFDocument.create({ updateMetadata: false });
    const numbers = Array.from({ length: last - first + 1 }, (_, k) => first - 1 + k);
    for (const page of await letter.copyPages(document, numbers)) letter.addPage(page);
    pieces.push({ bytes: await write(letter), first, last });
  }
  return { pieces, notes: [] };
}

/** A new letter every `every` pages. */
export async function splitEvery(bytes: Uint8Array, every: number): Promise<Remedied> {
  const { read } = await openFor(bytes);
  const count = listPages(read).length;
  const starts = Array.from({ length: Math.ceil(count / every) }, (_, i) => 1 + i * every);
  return splitAt(bytes, starts);
}

/** A new letter at each page that carries an address in the window. */
export async function splitAtAddress(
  bytes: Uint8Array,
  profile: LetterProfile,
  wasmPath: string,
): Promise<Remedied> {
  const starts = letterStarts(await readAllLines(bytes, wasmPath), profile);
  return starts.length === 0 ? nothing('noAddressFound') : splitAt(bytes, starts);
}
