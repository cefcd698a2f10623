import { PDFArray, PDFName, type PDFDict } from '@cantoo/pdf-lib';
import { transform, type Matrix, type Reader } from '../walker/objects.ts';

/** A number as a content stream writes it. */
export const fixed = (n: number): string => String(Math.round(n * 10_000) / 10_000);

/** Draws everything on a page through a matrix, and through a clip when one is given. */
export function wrapContent(
  read: Reader,
  page: PDFDict,
  m: Matrix,
  clip?: readonly [number, number, number, number],
): void {
  const { context } = read;
  const cut = clip
    ? `${fixed(clip[0])} ${fixed(clip[1])} ${fixed(clip[2] - clip[0])} ${fixed(clip[3] - clip[1])} re W n\n`
    : '';
  const before = context.register(context.flateStream(`q\n${m.map(fixed).join(' ')} cm\n${cut}q\n`));
  const after = context.register(context.flateStream('\nQ\nQ\n'));
  const key = PDFName.of('Contents');
  const old = page.get(key);
  const resolved = read.resolve(old);
  const parts = resolved instanceof PDFArray ? resolved.asArray() : old === undefined ? [] : [old];
  const list = PDFArray.withContext(context);
  for (const part of [before, ...parts, after]) list.push(part);
  page.set(key, list);
  moveNotes(read, page, m);
}

/** Links and what else lies on the page go along with it. */
function moveNotes(read: Reader, page: PDFDict, m: Matrix): void {
  for (const item of read.array(read.get(page, 'Annots'))) {
    const note = read.dict(item);
    const rect = read.rect(read.raw(note, 'Rect'));
    if (!note || !rect) continue;
    note.set(PDFName.of('Rect'), read.context.obj([...transform(rect, m)]));
    // Says more exactly where inside of the rectangle; readers do without.
    if (read.name(note, 'Subtype') === 'Link') note.delete(PDFName.of('QuadPoints'));
  }
}
