import { PDFDocument } from '@cantoo/pdf-lib';
import type { LetterProfile } from '../../../shared/mailings/letterProfiles.ts';
import {
  addressedPages,
  lettersEvery,
  lettersFrom,
  type LetterPages,
} from '../../../shared/mailings/letters.ts';
import { readAllLines } from '../preflight.ts';
import { listPages } from '../walker/pages.ts';
import { nothing, openFor, write, type Piece, type Remedied } from './piece.ts';

/** Each letter becomes a file of its own. */
async function splitInto(
  bytes: Uint8Array,
  lettersOf: (pageCount: number) => readonly LetterPages[],
): Promise<Remedied> {
  const { document, read } = await openFor(bytes);
  const letters = lettersOf(listPages(read).length);
  if (letters.length < 2) return nothing('nothingToDo');
  const pieces: Piece[] = [];
  for (const { first, last } of letters) {
    const letter = await PDFDocument.create({ updateMetadata: false });
    const numbers = Array.from({ length: last - first + 1 }, (_, k) => first - 1 + k);
    for (const page of await letter.copyPages(document, numbers)) letter.addPage(page);
    pieces.push({ bytes: await write(letter), first, last });
  }
  return { pieces, notes: [] };
}

/** A new letter every `every` pages. */
export const splitEvery = (bytes: Uint8Array, every: number): Promise<Remedied> =>
  splitInto(bytes, (pageCount) => lettersEvery(every, pageCount));

/** A new letter at each page that carries an address in the window. */
export async function splitAtAddress(
  bytes: Uint8Array,
  profile: LetterProfile,
  wasmPath: string,
): Promise<Remedied> {
  const found = addressedPages(await readAllLines(bytes, wasmPath), profile);
  if (found.length === 0) return nothing('noAddressFound');
  const starts = found.map(({ page }) => page);
  return splitInto(bytes, (pageCount) => lettersFrom(starts, pageCount));
}
