import { around, contains } from './box.ts';
import type { PageFacts } from './facts.ts';
import { zonesOf, type LetterProfile } from './letterProfiles.ts';
import { findAddress, readWindow } from './window.ts';

/** Room between address and window edge after a shift, in millimetres. */
const room = 2;

/** How far a page must move so that its address stands in the window; null when none does anywhere. */
export function neededShift(
  page: Pick<PageFacts, 'lines'>,
  profile: LetterProfile,
): { x: number; y: number } | null {
  const [zone] = zonesOf(profile, 'address');
  const box = readWindow(page, profile).box ?? around(findAddress(page) ?? []);
  // What is larger than the window stands in it nowhere.
  if (!zone || !box || box.width > zone.box.width || box.height > zone.box.height) return null;
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

/** True when everything printed stays on the paper after the move; page-filling pictures aside. */
export function shiftFits(page: PageFacts, by: { x: number; y: number }): boolean {
  const background = (m: { width: number; height: number }): boolean =>
    m.width > page.width - 2 && m.height > page.height - 2;
  const ink = around([...page.lines, ...page.marks.filter((m) => !background(m))]);
  const paper = { x: 0, y: 0, width: page.width, height: page.height };
  return !ink || !contains(paper, ink) || contains(paper, { ...ink, x: ink.x + by.x, y: ink.y + by.y });
}
