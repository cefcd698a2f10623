import { around, contains } from '../../../shared/mailings/box.ts';
import { zonesOf, type LetterProfile } from '../../../shared/mailings/letterProfiles.ts';
import { findAddress, readWindow } from '../../../shared/mailings/window.ts';
import { examine } from '../preflight.ts';
import { listPages, toPaper } from '../walker/pages.ts';
import { nothing, openFor, whole, type Remedied } from './piece.ts';
import { wrapContent } from './wrapContent.ts';

/** Room between address and window edge after a shift, in millimetres. */
const room = 2;

/** How far page 1 must move so that its address stands in the window; null when there is no address. */
export function neededShift(
  page: Parameters<typeof readWindow>[0],
  profile: LetterProfile,
): { x: number; y: number } | null {
  const [zone] = zonesOf(profile, 'address');
  const box = readWindow(page, profile).box ?? around(findAddress(page) ?? []);
  if (!zone || !box) return null;
  const by = (low: number, size: number, from: number, length: number): number => {
    const slack = Math.min(room, Math.max(0, (length - size) / 2));
    if (low < from + slack) return from + slack - low;
    return low + size > from + length - slack ? from + length - slack - low - size : 0;
  };
  return {
    x: by(box.x, box.width, zone.box.x, zone.box.width),
    y: by(box.y, box.height, zone.box.y, zone.box.height),
  };
}

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
  const ink = around([
    ...page.lines,
    ...page.marks.filter((m) => !(m.width > page.width - 2 && m.height > page.height - 2)),
  ]);
  const paper = { x: 0, y: 0, width: page.width, height: page.height };
  if (ink && contains(paper, ink) && !contains(paper, { ...ink, x: ink.x + by.x, y: ink.y + by.y })) {
    return nothing('doesNotFit');
  }
  const [a, b, c, d] = toPaper(node);
  const det = a * d - b * c;
  // The inverse of the linear part turns millimetres as seen into page units.
  const dx = (by.x * d - by.y * c) / det;
  const dy = (by.y * a - by.x * b) / det;
  wrapContent(read, node.dict, [1, 0, 0, 1, dx, dy]);
  return whole(document, facts.pageCount);
}
