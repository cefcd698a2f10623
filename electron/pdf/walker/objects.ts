import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Reading objects of a file that may lie: nothing here throws on a wrong type. */

export type Matrix = readonly [number, number, number, number, number, number];
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `m` first, then `n` (as the operator cm concatenates). */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

/** A rectangle in PDF units: left, bottom, right, top. */
export type Rect = readonly [number, number, number, number];

/** The box around a rectangle seen through a matrix. */
export function transform(rect: Rect, m: Matrix): Rect {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [rect[0], rect[2]]) {
    for (const y of [rect[1], rect[3]]) {
      xs.push(x * m[0] + y * m[2] + m[4]);
      ys.push(x * m[1] + y * m[3] + m[5]);
    }
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const nameOf = (o: PDFObject | undefined): string | null =>
  o instanceof PDFName ? o.decodeText() : null;

/** The file, as the walker asks it. Follows references, never round in circles. */
export class Reader {
  readonly context: PDFContext;
  constructor(context: PDFContext) {
    this.context = context;
  }

  resolve(o: PDFObject | undefined): PDFObject | undefined {
    let at = o;
    for (let hops = 0; at instanceof PDFRef && hops < 32; hops++) at = this.context.lookup(at);
    return at instanceof PDFRef ? undefined : at;
  }

  /** A dictionary, or the dictionary of a stream. */
  dict(o: PDFObject | undefined): PDFDict | undefined {
    const at = this.resolve(o);
    if (at instanceof PDFDict) return at;
    return at instanceof PDFStream ? at.dict : undefined;
  }

  stream(o: PDFObject | undefined): PDFStream | undefined {
    const at = this.resolve(o);
    return at instanceof PDFStream ? at : undefined;
  }

  get(d: PDFDict | undefined, key: string): PDFObject | undefined {
    return d ? this.resolve(d.get(PDFName.of(key))) : undefined;
  }

  raw(d: PDFDict | undefined, key: string): PDFObject | undefined {
    return d?.get(PDFName.of(key));
  }

  getDict(d: PDFDict | undefined, key: string): PDFDict | undefined {
    return this.dict(this.get(d, key));
  }

  name(d: PDFDict | undefined, key: string): string | null {
    return nameOf(this.get(d, key));
  }

  number(o: PDFObject | undefined): number | null {
    const at = this.resolve(o);
    return at instanceof PDFNumber && Number.isFinite(at.asNumber()) ? at.asNumber() : null;
  }

  text(o: PDFObject | undefined): string | null {
    const at = this.resolve(o);
    try {
      if (at instanceof PDFString || at instanceof PDFHexString) return at.decodeText();
    } catch {
      return ''; // bytes that are no text in any encoding: there, but unreadable
    }
    return nameOf(at);
  }

  array(o: PDFObject | undefined): PDFObject[] {
    const at = this.resolve(o);
    return at instanceof PDFArray ? at.asArray() : [];
  }

  numbers(o: PDFObject | undefined): number[] | null {
    const list = this.array(o).map((n) => this.number(n));
    return list.length > 0 && list.every((n) => n !== null) ? (list as number[]) : null;
  }

  rect(o: PDFObject | undefined): Rect | null {
    const n = this.numbers(o);
    if (!n || n.length < 4) return null;
    const [a = 0, b = 0, c = 0, d = 0] = n;
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  }

  matrix(o: PDFObject | undefined): Matrix {
    const n = this.numbers(o);
    return n && n.length >= 6 ? [n[0] ?? 1, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1, n[4] ?? 0, n[5] ?? 0] : identity;
  }

  entries(d: PDFDict | undefined): [string, PDFObject][] {
    return d ? d.entries().map(([k, v]) => [k.decodeText(), v]) : [];
  }

  catalog(): PDFDict | undefined {
    return this.dict(this.context.trailerInfo.Root);
  }
}

/** Follows /Names and /Kids of a name tree. */
export function* nameTree(
  read: Reader,
  root: PDFDict | undefined,
): Generator<[string, PDFObject | undefined]> {
  const seen = new Set<PDFDict>();
  const todo = root ? [root] : [];
  while (todo.length > 0 && seen.size < 2000) {
    const node = todo.pop();
    if (!node || seen.has(node)) continue;
    seen.add(node);
    const names = read.array(read.raw(node, 'Names'));
    for (let i = 0; i + 1 < names.length; i += 2)
      yield [read.text(names[i]) ?? '', read.resolve(names[i + 1])];
    for (const kid of read.array(read.raw(node, 'Kids'))) {
      const dict = read.dict(kid);
      if (dict) todo.push(dict);
    }
  }
}
