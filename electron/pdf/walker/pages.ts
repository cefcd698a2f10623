import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { Matrix, Reader, Rect } from './objects.ts';

/** A page with what it inherits. Rectangles in PDF units. */
export type PageNode = {
  number: number;
  dict: PDFDict;
  resources: PDFDict | undefined;
  media: Rect;
  crop: Rect;
  /** What will be trimmed to: TrimBox inside the crop box, else the crop box. */
  trim: Rect;
  rotation: number;
  userUnit: number;
};

const letter: Rect = [0, 0, 612, 792];
/** Nobody mails more; a tree that claims more is a loop or a bomb. */
export const mostPages = 20_000;

const clip = (inner: Rect, outer: Rect): Rect => {
  const cut: Rect = [
    Math.max(inner[0], outer[0]),
    Math.max(inner[1], outer[1]),
    Math.min(inner[2], outer[2]),
    Math.min(inner[3], outer[3]),
  ];
  return cut[2] > cut[0] && cut[3] > cut[1] ? cut : outer;
};

type Inherited = { resources?: PDFObject; media?: PDFObject; crop?: PDFObject; rotate?: PDFObject };

/** All pages in order, at most `most`. */
export const listPages = (read: Reader, most = mostPages): PageNode[] => readPageTree(read, most).pages;

export type PageTree = {
  pages: PageNode[];
  missing: number;
  /** The number of pages the root of the tree announces; null when it does not. */
  announced: number | null;
};

/**
 * Walks the page tree. A branch that leads back into itself announces a page that is not there:
 * it is walked once and counted as missing.
 */
export function readPageTree(read: Reader, most = mostPages): PageTree {
  const pages: PageNode[] = [];
  let missing = 0;
  const root = read.getDict(read.catalog(), 'Pages');
  if (!root) return { pages, missing, announced: null };
  // A file whose only page hangs where the tree should be has nothing to count.
  const single = read.get(root, 'Kids') === undefined;
  const announced = single ? 1 : read.number(read.raw(root, 'Count'));
  const onPath = new Set<PDFDict>();
  type Step = { node: PDFDict; inherited: Inherited; leave?: true };
  const todo: Step[] = [{ node: root, inherited: {} }];
  let steps = 0;
  while (todo.length > 0 && pages.length < most && steps++ < mostPages * 4) {
    const step = todo.pop();
    if (!step) break;
    const { node } = step;
    if (step.leave) {
      onPath.delete(node);
      continue;
    }
    if (onPath.has(node)) {
      missing++;
      continue;
    }
    const inherited: Inherited = { ...step.inherited };
    const own = {
      resources: read.get(node, 'Resources'),
      media: read.get(node, 'MediaBox'),
      crop: read.get(node, 'CropBox'),
      rotate: read.get(node, 'Rotate'),
    };
    for (const key of ['resources', 'media', 'crop', 'rotate'] as const) {
      const value = own[key];
      if (value !== undefined) inherited[key] = value;
    }
    const kids = read.get(node, 'Kids');
    if (kids === undefined || read.name(node, 'Type') === 'Page') {
      pages.push(pageOf(read, node, inherited, pages.length + 1));
      continue;
    }
    onPath.add(node);
    todo.push({ node, inherited, leave: true });
    for (const kid of read.array(kids).reverse()) {
      const dict = read.dict(kid);
      if (dict) todo.push({ node: dict, inherited });
    }
  }
  return { pages, missing, announced };
}

function pageOf(read: Reader, dict: PDFDict, from: Inherited, number: number): PageNode {
  const rect = (o: PDFObject | undefined): Rect | null => {
    const r = read.rect(o);
    return r && r[2] - r[0] > 0 && r[3] - r[1] > 0 ? r : null;
  };
  const media = rect(from.media) ?? letter;
  const crop = clip(rect(from.crop) ?? media, media);
  const trimBox = rect(read.get(dict, 'TrimBox'));
  const trim = trimBox ? clip(trimBox, media) : crop;
  // Only quarter turns count.
  const turn = Math.trunc((read.number(from.rotate) ?? 0) / 90) * 90;
  const rotation = ((turn % 360) + 360) % 360;
  const unit = read.number(read.get(dict, 'UserUnit')) ?? 1;
  return {
    number,
    dict,
    resources: read.dict(from.resources),
    media,
    crop,
    trim,
    rotation,
    userUnit: unit > 0 ? unit : 1,
  };
}

export const mm = (units: number): number => (units * 25.4) / 72;

/** Matrix from PDF units to millimetres from the top left of the page as seen. */
export function toPaper(page: PageNode): Matrix {
  const k = mm(page.userUnit);
  const [left, low, rightEdge, top] = page.trim;
  switch (page.rotation) {
    case 90:
      return [0, k, k, 0, -low * k, -left * k];
    case 180:
      return [-k, 0, 0, k, rightEdge * k, -low * k];
    case 270:
      return [0, -k, -k, 0, top * k, rightEdge * k];
    default:
      return [k, 0, 0, -k, -left * k, top * k];
  }
}

/** Width and height as seen, in millimetres. */
export function paperSize(page: PageNode): { width: number; height: number } {
  const width = mm((page.trim[2] - page.trim[0]) * page.userUnit);
  const height = mm((page.trim[3] - page.trim[1]) * page.userUnit);
  return page.rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}
