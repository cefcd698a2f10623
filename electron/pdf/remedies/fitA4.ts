import { PDFName } from '@cantoo/pdf-lib';
import { limits } from '../../../shared/mailings/limits.ts';
import { shrinkOffEdge } from '../../../shared/mailings/margin.ts';
import { examine } from '../preflight.ts';
import { multiply, type Matrix } from '../walker/objects.ts';
import { listPages, paperSize, toPaper } from '../walker/pages.ts';
import { flatten } from './flatten.ts';
import { nothing, openFor, whole, type Remedied } from './piece.ts';
import { wrapContent } from './wrapContent.ts';

const points = (length: number): number => (length * 72) / 25.4;
/** A page is never enlarged more than A5 to A4. */
const mostEnlarged = 1.42;

/**
 * Scales and centres every page onto A4 portrait; landscape pages are turned. A4 pages with something on
 * the unprintable edge are made a little smaller.
 */
export async function fitA4(bytes: Uint8Array, wasmPath: string | null): Promise<Remedied> {
  const fitted = await fitOnce(bytes, wasmPath);
  const [piece] = fitted.pieces;
  if (!piece) return fitted;
  // What came to stand on the edge by this is pulled in.
  const again = await fitOnce(piece.bytes, wasmPath);
  return again.pieces.length > 0 ? again : fitted;
}

async function fitOnce(bytes: Uint8Array, wasmPath: string | null): Promise<Remedied> {
  const first = await openFor(bytes);
  const annotated = listPages(first.read).some(
    (p) => first.read.array(first.read.get(p.dict, 'Annots')).length > 0,
  );
  // Fields and notes do not move with the page: they become part of it first.
  const flat = annotated && wasmPath !== null ? (await flatten(bytes, wasmPath)).pieces[0] : undefined;
  const { document, read } = flat ? await openFor(flat.bytes) : first;
  const { leastShrink } = limits;
  const { width: wide, height: high, tolerance } = limits.a4;
  const { pages: facts } = await examine(flat?.bytes ?? bytes, wasmPath);
  const pages = listPages(read);
  let changed = false;
  for (const [i, page] of pages.entries()) {
    const size = paperSize(page);
    const right = Math.abs(size.width - wide) <= tolerance && Math.abs(size.height - high) <= tolerance;
    const upright = right && page.rotation === 0 && page.userUnit === 1;
    const smaller = upright && facts[i] ? shrinkOffEdge(facts[i]) : 1;
    if (upright && (smaller === 1 || smaller < leastShrink)) continue;
    changed = true;
    const turned = size.width > size.height;
    const w = turned ? size.height : size.width;
    const h = turned ? size.width : size.height;
    const k = Math.min(wide / w, high / h, mostEnlarged) * smaller;
    // Page units → millimetres as seen → (turned a quarter left) → scaled and centred → points from the bottom.
    const turn: Matrix = turned ? [0, -1, 1, 0, 0, size.width] : [1, 0, 0, 1, 0, 0];
    const fit: Matrix = [k, 0, 0, k, (wide - w * k) / 2, (high - h * k) / 2];
    const up: Matrix = [points(1), 0, 0, -points(1), 0, points(high)];
    const m = multiply(multiply(multiply(toPaper(page), turn), fit), up);
    wrapContent(read, page.dict, m, page.trim);
    for (const key of ['CropBox', 'TrimBox', 'BleedBox', 'ArtBox', 'UserUnit'])
      page.dict.delete(PDFName.of(key));
    page.dict.set(PDFName.of('MediaBox'), read.context.obj([0, 0, points(wide), points(high)]));
    page.dict.set(PDFName.of('CropBox'), read.context.obj([0, 0, points(wide), points(high)]));
    page.dict.set(PDFName.of('Rotate'), read.context.obj(0));
  }
  return changed ? whole(document, pages.length) : nothing('nothingToDo');
}
