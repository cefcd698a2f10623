import { PDFName, PDFPageLeaf, PDFPageTree, PDFRef, type PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import type { Reader } from '../walker/objects.ts';
import { listPages, mostPages, type PageNode } from '../walker/pages.ts';

/**
 * Makes the page tree one that every program can walk: a root with all pages below it, each an object of its own that
 * says what it is. Pages written in place, without a type, twice, miscounted or into a loop are what this mends; a sound
 * tree is left as it is.
 */
export function soundTree(read: Reader): void {
  const root = read.getDict(read.catalog(), 'Pages');
  const counted = root && count(read, root, new Set());
  if (counted != null && counted === read.number(read.raw(root, 'Count'))) return;
  const { context } = read;
  const refs = new Map(context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  const tree = PDFPageTree.withContext(context);
  const treeRef = context.register(tree);
  const taken = new Set<PDFRef>();
  for (const page of listPages(read)) {
    const known = refs.get(page.dict);
    const ref = known && !taken.has(known) ? known : context.nextRef();
    taken.add(ref);
    context.assign(ref, leafOf(read, page, treeRef));
    tree.pushLeafNode(ref);
  }
  tree.set(PDFName.of('Count'), context.obj(taken.size));
  read.catalog()?.set(PDFName.of('Pages'), treeRef);
}

/** The page with all it inherits. */
function leafOf(
  read: Reader,
  { dict, media, crop, resources, rotation }: PageNode,
  parent: PDFRef,
): PDFPageLeaf {
  const leaf = PDFPageLeaf.fromMapWithContext(new Map(dict.entries()), read.context);
  const inherited: [string, PDFObject | undefined][] = [
    ['Type', PDFName.of('Page')],
    ['MediaBox', read.context.obj([...media])],
    ['CropBox', read.context.obj([...crop])],
    ['Rotate', read.context.obj(rotation)],
    ['Resources', resources],
  ];
  for (const [key, value] of inherited)
    if (value && read.get(dict, key) === undefined) leaf.set(PDFName.of(key), value);
  leaf.set(PDFName.of('Parent'), parent);
  return leaf;
}

/** How many pages hang below a node; null when something about it is odd. */
function count(read: Reader, node: PDFDict, above: ReadonlySet<PDFDict>): number | null {
  if (!(node instanceof PDFPageTree) || above.has(node)) return null;
  const path = new Set([...above, node]);
  let pages = 0;
  for (const kid of read.array(read.get(node, 'Kids'))) {
    const child = kid instanceof PDFRef ? read.dict(kid) : undefined;
    const below = child instanceof PDFPageLeaf ? 1 : child && count(read, child, path);
    if (below == null) return null;
    pages += below;
  }
  return pages <= mostPages ? pages : null;
}
