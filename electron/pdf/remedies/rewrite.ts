import { PDFName, type PDFDict } from '@cantoo/pdf-lib';
import type { Reader } from '../walker/objects.ts';
import { listPages } from '../walker/pages.ts';
import { openFor, whole, type Remedied } from './piece.ts';

/**
 * Writes the file anew: a sound table of contents and page tree, nothing before the header or after
 * the end.
 */
export async function rewrite(bytes: Uint8Array): Promise<Remedied> {
  const { document, read } = await openFor(bytes);
  const root = read.getDict(read.catalog(), 'Pages');
  if (root) recount(read, root, new Set());
  return whole(document, listPages(read).length);
}

/** Drops children that are not there and writes how many pages hang below a node. Returns that number. */
function recount(read: Reader, node: PDFDict, above: ReadonlySet<PDFDict>): number {
  const kids = read.get(node, 'Kids');
  if (kids === undefined || read.name(node, 'Type') === 'Page') return 1;
  const path = new Set([...above, node]);
  let pages = 0;
  const there = read.array(kids).filter((kid) => {
    const child = read.dict(kid);
    if (!child || path.has(child)) return false;
    pages += recount(read, child, path);
    return true;
  });
  node.set(PDFName.of('Kids'), read.context.obj(there));
  node.set(PDFName.of('Count'), read.context.obj(pages));
  return pages;
}
