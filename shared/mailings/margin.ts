import { bottom, right, type Box } from './box.ts';
import type { Mark, PageFacts } from './facts.ts';
import { limits } from './limits.ts';

/** Distance of a box to the nearest edge of its page; negative when it runs off. */
const toEdge = (page: PageFacts, b: Box): number =>
  Math.min(b.x, b.y, page.width - right(b), page.height - bottom(b));

/** Fold and punch marks: short hairlines at the left or right edge, of no use once folded. */
const isFoldMark = (page: PageFacts, m: Mark): boolean =>
  m.kind === 'shape' && m.height <= 0.6 && m.width <= 12 && (m.x <= 12 || right(m) >= page.width - 12);

/** What stands on the unprintable edge of a page, worst first. Full-page backgrounds are left out. */
export function nearEdge(page: PageFacts): { box: Box; mm: number }[] {
  const marks = page.fullBleed ? [] : page.marks.filter((m) => !isFoldMark(page, m));
  return [...page.lines, ...marks]
    .map((box) => ({ box, mm: toEdge(page, box) }))
    .filter(({ mm }) => mm < limits.edge - 0.3 && mm > -20)
    .sort((a, b) => a.mm - b.mm);
}

/** By how much a page must shrink around its middle so that nothing stands on its edge; 1 when nothing does. */
export function shrinkOffEdge(page: PageFacts): number {
  const scales = nearEdge(page).flatMap(({ box }) => [
    scaleFor(page.width, Math.min(box.x, page.width - right(box))),
    scaleFor(page.height, Math.min(box.y, page.height - bottom(box))),
  ]);
  return Math.min(1, ...scales);
}

const scaleFor = (length: number, distance: number): number =>
  distance >= limits.edge ? 1 : (length / 2 - limits.edge) / (length / 2 - distance);
