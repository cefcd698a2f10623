import { PDFDocument, PDFName, type PDFDict } from '@cantoo/pdf-lib';
import type { LetterProfile } from '../../../shared/mailings/letterProfiles.ts';
import {
  addressedPages,
  lettersEvery,
  lettersFrom,
  type LetterPages,
} from '../../../shared/mailings/letters.ts';
import { readAllLines } from '../preflight.ts';
import { Reader } from '../walker/objects.ts';
import { listPages } from '../walker/pages.ts';
import { isLink, linksOf, notesOf, putLinks } from './links.ts';
import { nothing, openFor, write, type Piece, type Remedied } from './piece.ts';

/** Each letter becomes a file of its own. */
async function splitInto(
  bytes: Uint8Array,
  lettersOf: (pageCount: number) => readonly LetterPages[],
): Promise<Remedied> {
  const { document, read } = await openFor(bytes);
  const pages = listPages(read);
  const letters = lettersOf(pages.length);
  if (letters.length < 2) return nothing('nothingToDo');
  const links = linksOf(read, pages);
  for (const { dict } of pages) leaveOnlyItsOwn(read, dict);
  const pieces: Piece[] = [];
  for (const { first, last } of letters) {
    const letter = await PDFDocument.create({ updateMetadata: false });
    const numbers = Array.from({ length: last - first + 1 }, (_, k) => first - 1 + k);
    for (const page of await letter.copyPages(document, numbers)) letter.addPage(page);
    const own = new Reader(letter.context);
    const range = [first - 1, last] as const;
    putLinks(read, links.slice(...range), pages.slice(...range), own, listPages(own));
    pieces.push({ bytes: await write(letter), first, last });
  }
  return { pieces, notes: [] };
}

/** What of a page, and of a note on it, leads to other pages and would take these along: another's letter. */
const pageLeadsAway = ['B', 'AA', 'PieceInfo', 'Metadata', 'SeparationInfo', 'DPart', 'PresSteps', 'AF'];
const noteLeadsAway = ['P', 'Parent', 'Kids', 'Popup', 'IRT', 'Dest', 'A', 'AA', 'AF'];
/** What a field has from its parent; a signature's value leads everywhere. */
const ofField = ['FT', 'Ff', 'V', 'DA', 'Q'];

/** Notes stay as they look, without what leads to other pages; links are put back later. */
function leaveOnlyItsOwn(read: Reader, page: PDFDict): void {
  for (const key of pageLeadsAway) page.delete(PDFName.of(key));
  const notes = notesOf(read, page).filter(
    (note) => !isLink(read, note) && read.name(note, 'Subtype') !== 'Popup',
  );
  for (const note of notes) {
    const parent = read.getDict(note, 'Parent');
    for (const key of ofField) {
      const value = read.get(note, key) ?? read.get(parent, key);
      if (value && !read.dict(value)) note.set(PDFName.of(key), value);
      else note.delete(PDFName.of(key));
    }
    for (const key of noteLeadsAway) note.delete(PDFName.of(key));
  }
  page.set(PDFName.of('Annots'), read.context.obj(notes));
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
