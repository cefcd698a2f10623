import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { Reader } from '../walker/objects.ts';
import { listPages } from '../walker/pages.ts';

/** What of a link is kept: where it is, how it looks, where it leads. */
const kept = [
  'Type',
  'Subtype',
  'Rect',
  'QuadPoints',
  'Border',
  'BS',
  'C',
  'H',
  'F',
  'Contents',
  'Dest',
  'A',
];
const deepest = 8;

/** Puts the links of one file onto the same pages of another, in place of the notes these have. */
export function carryLinks(from: Reader, to: Reader): void {
  const pages = listPages(to);
  const old = listPages(from);
  const refs = new Map(to.context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  const target = (page: PDFDict): PDFRef | undefined => {
    const into = pages[old.findIndex((p) => p.dict === page)];
    return into && refs.get(into.dict);
  };
  for (const [i, page] of pages.entries()) {
    const links = from
      .array(from.get(old[i]?.dict, 'Annots'))
      .flatMap((a) => from.dict(a) ?? [])
      .filter((a) => from.name(a, 'Subtype') === 'Link')
      .map((link) => {
        const copy = to.context.obj({});
        for (const key of kept) {
          const value = plainCopy(from, to.context, link.get(PDFName.of(key)), target);
          if (value) copy.set(PDFName.of(key), value);
        }
        return copy;
      });
    if (links.length === 0) page.dict.delete(PDFName.of('Annots'));
    else page.dict.set(PDFName.of('Annots'), to.context.obj(links.map((l) => to.context.register(l))));
  }
}

/** A copy in which references to pages lead to the pages of the other file, and all else is in place. */
function plainCopy(
  from: Reader,
  into: PDFContext,
  value: PDFObject | undefined,
  target: (page: PDFDict) => PDFRef | undefined,
  depth = 0,
): PDFObject | undefined {
  const at = from.resolve(value);
  if (depth > deepest || at === undefined || at instanceof PDFStream) return undefined;
  const again = (o: PDFObject): PDFObject | undefined => plainCopy(from, into, o, target, depth + 1);
  if (at instanceof PDFArray) return into.obj(at.asArray().flatMap((o) => again(o) ?? []));
  if (!(at instanceof PDFDict)) return at;
  const page = value instanceof PDFRef ? target(at) : undefined;
  if (page) return page;
  const copy = into.obj({});
  for (const [key, entry] of at.entries()) {
    const inner = key.decodeText() === 'Parent' ? undefined : again(entry);
    if (inner) copy.set(key, inner);
  }
  return copy;
}
