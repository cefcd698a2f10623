import type { LetterProfile } from '../../../shared/mailings/letterProfiles.ts';
import { neededShift, shiftFits } from '../../../shared/mailings/shift.ts';
import { examine } from '../preflight.ts';
import { listPages, toPaper } from '../walker/pages.ts';
import { nothing, openFor, whole, type Remedied } from './piece.ts';
import { wrapContent } from './wrapContent.ts';

/** Moves the content of page 1. Gives nothing when that would push something off the paper. */
export async function shift(
  bytes: Uint8Array,
  profile: LetterProfile,
  given: { x: number; y: number } | undefined,
  wasmPath: string | null,
): Promise<Remedied> {
  const facts = await examine(bytes, wasmPath);
  const [page] = facts.pages;
  const { document, read } = await openFor(bytes);
  const [node] = listPages(read, 1);
  if (!page || !node) return nothing('nothingToDo');
  const by = given ?? neededShift(page, profile);
  if (!by) return nothing('noAddressFound');
  if (Math.abs(by.x) < 0.05 && Math.abs(by.y) < 0.05) return nothing('nothingToDo');
  if (!shiftFits(page, by)) return nothing('doesNotFit');
  const [a, b, c, d] = toPaper(node);
  const det = a * d - b * c;
  // The inverse of the linear part turns millimetres as seen into page units.
  const dx = (by.x * d - by.y * c) / det;
  const dy = (by.y * a - by.x * b) / det;
  wrapContent(read, node.dict, [1, 0, 0, 1, dx, dy]);
  return whole(document, facts.pageCount);
}
