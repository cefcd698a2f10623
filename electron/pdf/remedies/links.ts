import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { nameTree, type Reader } from '../walker/objects.ts';
import { listPages, type PageNode } from '../walker/pages.ts';

/** What of a link is kept: where it is and how it looks. Where it leads is read for itself. */
const kept = ['Type', 'Subtype', 'Rect', 'QuadPoints', 'Border', 'BS', 'C', 'H', 'F', 'Contents'];
const deepest = 8;

/** The links of a file, page by page. */
export const linksOf = (read: Reader, pages: readonly PageNode[]): PDFDict[][] =>
  pages.map(({ dict }) => notesOf(read, dict).filter((note) => isLink(read, note)));

/** What is noted on a page. */
export const notesOf = (read: Reader, page: PDFDict): PDFDict[] =>
  read.array(read.get(page, 'Annots')).flatMap((note) => read.dict(note) ?? []);

export const isLink = (read: Reader, note: PDFDict): boolean => read.name(note, 'Subtype') === 'Link';

/** Puts the links of one file onto the same pages of another, in place of the notes these have. */
export function carryLinks(from: Reader, to: Reader): void {
  const old = listPages(from);
  const pages = listPages(to);
  for (const { dict } of pages) dict.delete(PDFName.of('Annots'));
  putLinks(from, linksOf(from, old), old, to, pages);
}

/**
 * Puts links onto the pages of another file. One that leads to a page which the other file has not is left out.
 * @param links page by page
 * @param old the pages they lead to, in the order of `pages`
 */
export function putLinks(
  from: Reader,
  links: readonly PDFDict[][],
  old: readonly PageNode[],
  to: Reader,
  pages: readonly PageNode[],
): void {
  if (links.every((ofPage) => ofPage.length === 0)) return;
  const refs = new Map(to.context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  const places = new Map<PDFDict, PDFRef | undefined>();
  old.forEach(({ dict }, i) => places.set(dict, pages[i] && refs.get(pages[i].dict)));
  const destinations = readDestinations(from);
  for (const [i, page] of pages.entries()) {
    const copies = (links[i] ?? []).flatMap(
      (link) => copyLink(from, to.context, link, places, destinations) ?? [],
    );
    if (copies.length === 0) continue;
    const present = to.array(to.get(page.dict, 'Annots'));
    const added = copies.map((copy) => to.context.register(copy));
    page.dict.set(PDFName.of('Annots'), to.context.obj([...present, ...added]));
  }
}

/** Destinations by name: PDF 1.1 keeps them in a dictionary, later ones in a name tree. */
function readDestinations(read: Reader): Map<string, PDFObject | undefined> {
  const tree = read.getDict(read.getDict(read.catalog(), 'Names'), 'Dests');
  return new Map([...read.entries(read.getDict(read.catalog(), 'Dests')), ...nameTree(read, tree)]);
}

/** Null for a link into a page that is not there. */
function copyLink(
  from: Reader,
  into: PDFContext,
  link: PDFDict,
  places: ReadonlyMap<PDFDict, PDFRef | undefined>,
  destinations: ReadonlyMap<string, PDFObject | undefined>,
): PDFDict | null {
  const copy = into.obj({});
  for (const key of kept) {
    const value = plainCopy(from, into, link.get(PDFName.of(key)));
    if (value) copy.set(PDFName.of(key), value);
  }
  const action = from.getDict(link, 'A');
  const goesTo = from.name(action, 'S') === 'GoTo' ? from.get(action, 'D') : from.get(link, 'Dest');
  if (goesTo === undefined) {
    const other = plainCopy(from, into, action);
    if (other) copy.set(PDFName.of('A'), other);
    return copy;
  }
  const named = goesTo instanceof PDFArray ? goesTo : destinations.get(from.text(goesTo) ?? '');
  const [page, ...how] = from.array(from.get(from.dict(named), 'D') ?? named);
  const dict = from.dict(page);
  const place = dict && places.get(dict);
  if (!place) return null;
  copy.set(PDFName.of('Dest'), into.obj([place, ...how.flatMap((o) => plainCopy(from, into, o) ?? [])]));
  return copy;
}

/** A copy with everything in place, without streams and without what a page or a node of the page tree would bring. */
function plainCopy(
  from: Reader,
  into: PDFContext,
  value: PDFObject | undefined,
  depth = 0,
): PDFObject | undefined {
  const at = from.resolve(value);
  if (depth > deepest || at === undefined || at instanceof PDFStream) return undefined;
  const again = (o: PDFObject): PDFObject | undefined => plainCopy(from, into, o, depth + 1);
  if (at instanceof PDFArray) return into.obj(at.asArray().flatMap((o) => again(o) ?? []));
  if (!(at instanceof PDFDict)) return at;
  if (['Page', 'Pages'].includes(from.name(at, 'Type') ?? '')) return undefined;
  const copy = into.obj({});
  for (const [key, entry] of at.entries()) {
    const inner = key.decodeText() === 'Parent' ? undefined : again(entry);
    if (inner) copy.set(key, inner);
  }
  return copy;
}
