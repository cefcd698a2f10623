import type { PDFDocument } from '@cantoo/pdf-lib';
import type { RemedyNote } from '../../../shared/mailings/remedy.ts';
import { load } from '../walker/load.ts';
import { listPages } from '../walker/pages.ts';
import { soundTree } from './soundTree.ts';

/** What a remedy gives: new files as bytes (one, except for split), and what it has to say. */
export type Remedied = { pieces: Piece[]; notes: RemedyNote[] };
/** Pages of the original, from 1. */
export type Piece = { bytes: Uint8Array; first: number; last: number };

/** No file, for these reasons. */
export const nothing = (...notes: RemedyNote[]): Remedied => ({ pieces: [], notes });

/** The file cannot be read well enough to be changed. */
export class CannotOpen extends Error {}

/** Opens for changing, with a sound page tree. Throws CannotOpen for what the walker cannot read. */
export async function openFor(
  bytes: Uint8Array,
): Promise<Extract<Awaited<ReturnType<typeof load>>, { kind: 'open' }>> {
  const loaded = await load(bytes);
  if (loaded.kind !== 'open' || listPages(loaded.read, 1).length === 0) throw new CannotOpen();
  soundTree(loaded.read);
  return loaded;
}

/** Writes a document plainly: readable by everything, no object streams (PDF/A-1 and X-1a forbid them). */
export function write(document: PDFDocument): Promise<Uint8Array> {
  // Objects that went leave no gap at the end of the numbering.
  const { context } = document;
  context.largestObjectNumber = context
    .enumerateIndirectObjects()
    .reduce((most, [ref]) => Math.max(most, ref.objectNumber), 0);
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** One new file that stands for all pages. */
export async function whole(
  document: PDFDocument,
  pages: number,
  notes: RemedyNote[] = [],
): Promise<Remedied> {
  return { pieces: [{ bytes: await write(document), first: 1, last: pages }], notes };
}
