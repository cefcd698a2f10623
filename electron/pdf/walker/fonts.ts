import type { PDFDict } from '@cantoo/pdf-lib';
import { nameOf, type Matrix, type Reader } from './objects.ts';
import { textOf, type ToText } from './unicode.ts';

/** A font as far as boxes and embedding are concerned. Widths in thousandths of the size. */
export type Font = {
  name: string;
  type: string;
  embedded: boolean;
  /** Bytes per code. */
  wide: boolean;
  width: (code: number) => number;
  ascent: number;
  /** Height of capitals; some programs write the ascent there, which is not believed. */
  capital: number;
  descent: number;
  /** Type 3: from glyph space to text space. */
  matrix: Matrix | null;
  dict: PDFDict;
  used: boolean;
  page: number;
  /** How to read its codes; found out when first asked. */
  text: () => ToText;
};

/** Widths of Helvetica, codes 32 to 126, for fonts of the standard 14 that give none. */
const helvetica = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Times runs about a tenth narrower. */
const standardWidth =
  (narrow: number) =>
  (code: number): number =>
    (helvetica[code - 32] ?? 556) * narrow;

const embeddingKeys = ['FontFile', 'FontFile2', 'FontFile3'];

/** Reads a font dictionary. Never fails: unknown things get usual values. */
export function readFont(read: Reader, dict: PDFDict, page: number): Font {
  const subtype = read.name(dict, 'Subtype') ?? 'Type1';
  const descendant = read.dict(read.array(read.get(dict, 'DescendantFonts'))[0]);
  const main = descendant ?? dict;
  const descriptor = read.getDict(main, 'FontDescriptor');
  const type3 = subtype === 'Type3';
  const embedded = type3 || embeddingKeys.some((k) => read.get(descriptor, k) !== undefined);
  const name = read.name(dict, 'BaseFont') ?? read.name(main, 'BaseFont') ?? read.name(dict, 'Name') ?? '';
  let ascent = read.number(read.raw(descriptor, 'Ascent')) ?? 0;
  let descent = read.number(read.raw(descriptor, 'Descent')) ?? 0;
  if (ascent < 300 || ascent > 2000) ascent = 750;
  if (descent > 0 || descent < -1000) descent = -220;
  const capital = read.number(read.raw(descriptor, 'CapHeight')) ?? 0;
  let text: ToText | null = null;
  return {
    name,
    type: type3 ? 'Type3' : subtype,
    embedded,
    wide: subtype === 'Type0',
    width: subtype === 'Type0' ? cidWidths(read, main) : simpleWidths(read, dict, descriptor),
    ascent: Math.min(ascent, 800),
    descent,
    capital: capital > 400 && capital < 780 ? capital : 720,
    matrix: type3 ? read.matrix(read.raw(dict, 'FontMatrix')) : null,
    dict,
    used: false,
    page,
    text: () => (text ??= textOf(read, dict)),
  };
}

function simpleWidths(
  read: Reader,
  dict: PDFDict,
  descriptor: PDFDict | undefined,
): (code: number) => number {
  const first = read.number(read.raw(dict, 'FirstChar')) ?? 0;
  const list = read.array(read.raw(dict, 'Widths')).map((w) => read.number(w) ?? 0);
  const missing = read.number(read.raw(descriptor, 'MissingWidth'));
  if (list.length === 0) {
    const name = nameOf(read.get(dict, 'BaseFont')) ?? '';
    return /courier/i.test(name) ? () => 600 : standardWidth(/times/i.test(name) ? 0.9 : 1);
  }
  return (code) => list[code - first] ?? missing ?? 0;
}

/** /W of a CID font: c [w1 w2 …] or first last w. Codes are taken as CIDs (Identity). */
function cidWidths(read: Reader, dict: PDFDict): (code: number) => number {
  const fallback = read.number(read.raw(dict, 'DW')) ?? 1000;
  const widths = new Map<number, number>();
  const ranges: [number, number, number][] = [];
  const w = read.array(read.raw(dict, 'W'));
  for (let i = 0; i < w.length;) {
    const start = read.number(w[i]) ?? 0;
    const list = read.array(w[i + 1]);
    if (list.length > 0) {
      list.slice(0, 70_000).forEach((value, k) => widths.set(start + k, read.number(value) ?? fallback));
      i += 2;
    } else {
      ranges.push([start, read.number(w[i + 1]) ?? start, read.number(w[i + 2]) ?? fallback]);
      i += 3;
    }
  }
  return (code) => widths.get(code) ?? ranges.find((r) => code >= r[0] && code <= r[1])?.[2] ?? fallback;
}
