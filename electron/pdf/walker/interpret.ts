import type { PDFDict, PDFStream } from '@cantoo/pdf-lib';
import type { Budget } from './budget.ts';
import { readFont, type Font } from './fonts.ts';
import {
  intersect,
  isColourful,
  isWhite,
  num,
  Path,
  startState,
  toMatrix,
  whitenessOf,
  type State,
} from './graphics.ts';
import { colourOf, imageOf, type Placed } from './images.ts';
import { Ink } from './ink.ts';
import type { Layers } from './layers.ts';
import { tryUnpack } from './inflate.ts';
import { identity, multiply, transform, type Matrix, type Reader, type Rect } from './objects.ts';
import { showText } from './showText.ts';
import { Tokens, type Operand } from './tokens.ts';

/** What one walk shares over all pages of a file. */
export type Walk = {
  read: Reader;
  budget: Budget;
  layers: Layers;
  fonts: Map<PDFDict, Font>;
  unpacked: Map<PDFStream, Uint8Array>;
  placed: Placed[];
  rgbPage: number | null;
  /** Forms being drawn now: one that draws itself is drawn once. */
  drawing: Set<PDFStream>;
  /** Fields of the form, and those drawn on pages that it does not list: they may be lost in print too. */
  formFields: ReadonlySet<PDFDict>;
  strayFields: Set<PDFDict>;
  /** Soft masks whose pictures and fonts were looked at. */
  masks: Set<PDFStream>;
  /** Pages of which something cannot be unpacked. */
  broken: Set<number>;
  /** Pages on which a form draws itself: no other engine is let near them. */
  looped: Set<number>;
  /** Every letter of page 1 could be read. */
  firstPageRead: boolean;
};

export type Canvas = {
  walk: Walk;
  ink: Ink;
  page: number;
  userUnit: number;
  /** Inside a soft mask: nothing lands on paper, and the resolution of a shadow says nothing. */
  masking?: true;
};

const deepest = 16;
/** Unpacked forms kept for reuse, in bytes. */
const keepBelow = 1_000_000;

/** A content stream unpacked, once; one that cannot be unpacked is empty, and its page is noted as broken. */
export function bytesOf({ walk, page }: Canvas, stream: PDFStream): Uint8Array {
  const known = walk.unpacked.get(stream);
  if (known) return known;
  const bytes = tryUnpack(walk.read, stream);
  if (bytes === null) {
    walk.broken.add(page);
    return new Uint8Array();
  }
  if (bytes.length < keepBelow && walk.unpacked.size < 500) walk.unpacked.set(stream, bytes);
  return bytes;
}

/** Draws a content stream onto the canvas: only boxes, no pixels. */
export function interpret(
  canvas: Canvas,
  bytes: Uint8Array,
  resources: PDFDict | undefined,
  ctm: Matrix,
  clip: Rect,
  depth = 0,
  inherited?: State,
): void {
  const { walk } = canvas;
  const { read } = walk;
  let { ink } = canvas;
  /** Marked content under way: does it belong to a layer that is off? */
  const marked: boolean[] = [];
  const tokens = new Tokens(bytes);
  let s: State = inherited ? { ...inherited, ctm, clip } : startState(ctm, clip);
  const stack: State[] = [];
  let tm: Matrix = identity;
  let line: Matrix = identity;
  let path = new Path();
  let clipNext = false;
  const fonts = read.getDict(resources, 'Font');
  const properties = read.getDict(resources, 'Properties');
  const xobjects = read.getDict(resources, 'XObject');
  const states = read.getDict(resources, 'ExtGState');
  const spaces = read.getDict(resources, 'ColorSpace');

  const paint = (fill: boolean, stroke: boolean): void => {
    if (path.box && ((fill && !s.fillWhite) || (stroke && !s.strokeWhite))) {
      const w = stroke ? (s.lineWidth * Math.hypot(s.ctm[0], s.ctm[1])) / 2 : 0;
      const [a, b, c, d] = path.box;
      const grown: Rect = [a - w, b - w, Math.max(c + w, a + 0.01), Math.max(d + w, b + 0.01)];
      const seen = intersect(grown, s.clip);
      if (seen) ink.mark(seen, 'shape');
    }
    const covers = fill && s.fillWhite && s.opaque && path.upright && s.clipExact;
    const hidden = covers && path.box ? intersect(path.box, s.clip) : null;
    if (hidden) ink.cover(hidden);
    endPath();
  };
  const endPath = (): void => {
    if (clipNext) {
      s.clip = (path.box && intersect(path.box, s.clip)) ?? [0, 0, 0, 0];
      s.clipExact &&= path.upright;
    }
    clipNext = false;
    path = new Path();
  };
  const setFont = (dict: PDFDict | undefined, size: number): void => {
    s.size = size;
    if (!dict) return;
    let font = walk.fonts.get(dict);
    if (!font) {
      font = readFont(read, dict, canvas.page);
      walk.fonts.set(dict, font);
    }
    s.font = font;
  };
  const next = (x: number, y: number): void => {
    line = multiply([1, 0, 0, 1, x, y], line);
    tm = line;
  };
  const place = (image: Omit<Placed, 'page' | 'dpi'>): void => {
    const across = Math.hypot(s.ctm[0], s.ctm[1]) * canvas.userUnit;
    const down = Math.hypot(s.ctm[2], s.ctm[3]) * canvas.userUnit;
    const told = across > 0 && down > 0 && image.width > 1 && image.height > 1 && !canvas.masking;
    const dpi = told ? Math.min((image.width * 72) / across, (image.height * 72) / down) : null;
    if (walk.placed.length < 5000) walk.placed.push({ ...image, page: canvas.page, dpi });
    const seen = intersect(transform([0, 0, 1, 1], s.ctm), s.clip);
    if (seen && !(image.stencil && s.fillWhite)) ink.mark(seen, 'picture');
  };
  const colour = (stroke: boolean, values: readonly Operand[]): void => {
    if (stroke) s.strokeWhite = isWhite(values, s.strokeBy);
    else s.fillWhite = isWhite(values, s.fillBy);
  };
  const space = (stroke: boolean, name: Operand | undefined): void => {
    const key = typeof name === 'string' ? name.slice(1) : '';
    const own = read.get(spaces, key);
    const by = whitenessOf(own ? colourOf(read, own) : key);
    if (stroke) Object.assign(s, { strokeBy: by, strokeWhite: false });
    else Object.assign(s, { fillBy: by, fillWhite: false });
  };
  const setState = (state: PDFDict | undefined): void => {
    const [font, size] = read.array(read.get(state, 'Font'));
    if (font) setFont(read.dict(font), read.number(size) ?? s.size);
    const mask = read.getDict(state, 'SMask');
    const mode = read.get(state, 'BM');
    const plain = mode === undefined || /^\/(Normal|Compatible)$/.test(String(mode));
    if (mask || !plain || (read.number(read.raw(state, 'ca')) ?? 1) < 1) s.opaque = false;
    const group = read.stream(read.raw(mask, 'G'));
    if (group && depth < deepest && !walk.masks.has(group)) {
      walk.masks.add(group);
      const inMask: Canvas = { ...canvas, ink: Ink.none(), masking: true };
      drawForm(inMask, group, resources, s.ctm, s.clip, depth + 1);
    }
  };
  const beginMarked = (hides: boolean): void => {
    if (marked.length > 1000) return;
    marked.push(hides);
    if (hides) ink = Ink.none();
  };

  for (let op = tokens.next(); op !== null; op = tokens.next()) {
    if (!walk.budget.take()) return;
    const o = tokens.operands;
    switch (op) {
      case 'q':
        if (stack.length < 1000) stack.push({ ...s });
        break;
      case 'Q':
        s = stack.pop() ?? s;
        break;
      case 'cm':
        s.ctm = multiply(toMatrix(o), s.ctm);
        break;
      case 'w':
        s.lineWidth = num(o[0]);
        break;
      case 'm':
      case 'l':
        path.add(num(o[0]), num(o[1]), s.ctm);
        break;
      case 'c':
      case 'v':
      case 'y':
        for (let i = 0; i + 1 < o.length; i += 2) path.add(num(o[i]), num(o[i + 1]), s.ctm);
        break;
      case 're':
        path.rectangle(num(o[0]), num(o[1]), num(o[2]), num(o[3]), s.ctm);
        break;
      case 'W':
      case 'W*':
        clipNext = true;
        break;
      case 'n':
        endPath();
        break;
      case 'f':
      case 'F':
      case 'f*':
        paint(true, false);
        break;
      case 'S':
      case 's':
        paint(false, true);
        break;
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        paint(true, true);
        break;
      case 'sh':
        ink.mark(s.clip, 'shape');
        break;
      case 'g':
      case 'k':
        s.fillBy = 'light';
        colour(false, o);
        break;
      case 'G':
      case 'K':
        s.strokeBy = 'light';
        colour(true, o);
        break;
      case 'sc':
      case 'scn':
      case 'SC':
      case 'SCN':
        colour(op < 'a', o);
        break;
      case 'rg':
      case 'RG':
        if (op === 'RG') s.strokeBy = 'light';
        else s.fillBy = 'light';
        colour(op === 'RG', o);
        if (isColourful(o)) walk.rgbPage ??= canvas.page;
        break;
      case 'cs':
        space(false, o[0]);
        break;
      case 'CS':
        space(true, o[0]);
        break;
      case 'BT':
        tm = identity;
        line = identity;
        break;
      case 'Tf':
        setFont(typeof o[0] === 'string' ? read.getDict(fonts, o[0].slice(1)) : undefined, num(o[1]));
        break;
      case 'gs':
        if (typeof o[0] === 'string') setState(read.getDict(states, o[0].slice(1)));
        break;
      case 'BMC':
        beginMarked(false);
        break;
      case 'BDC': {
        const list = typeof o[1] === 'string' ? read.getDict(properties, o[1].slice(1)) : undefined;
        beginMarked(o[0] === '/OC' && walk.layers.hides(list));
        break;
      }
      case 'EMC':
        if (marked.pop() && !marked.includes(true)) ink = canvas.ink;
        break;
      case 'Tc':
        s.charSpace = num(o[0]);
        break;
      case 'Tw':
        s.wordSpace = num(o[0]);
        break;
      case 'Tz':
        s.scale = num(o[0]) / 100 || 1;
        break;
      case 'TL':
        s.leading = num(o[0]);
        break;
      case 'Ts':
        s.rise = num(o[0]);
        break;
      case 'Tr':
        s.render = num(o[0]);
        break;
      case 'Td':
        next(num(o[0]), num(o[1]));
        break;
      case 'TD':
        s.leading = -num(o[1]);
        next(num(o[0]), num(o[1]));
        break;
      case 'Tm':
        line = toMatrix(o);
        tm = line;
        break;
      case 'T*':
        next(0, -s.leading);
        break;
      case 'Tj':
      case 'TJ':
        tm = showText(o[0], tm, s, ink);
        break;
      case "'":
        next(0, -s.leading);
        tm = showText(o[0], tm, s, ink);
        break;
      case '"':
        s.wordSpace = num(o[0]);
        s.charSpace = num(o[1]);
        next(0, -s.leading);
        tm = showText(o[2], tm, s, ink);
        break;
      case 'BI':
        if (tokens.image) place({ ...tokens.image, bytes: 0, stream: null });
        break;
      case 'Do': {
        const stream = typeof o[0] === 'string' ? read.stream(read.get(xobjects, o[0].slice(1))) : undefined;
        if (!stream) break;
        const hides = walk.layers.hides(read.getDict(stream.dict, 'OC'));
        if (hides) beginMarked(true);
        if (read.name(stream.dict, 'Subtype') === 'Image') place(imageOf(read, stream));
        else if (depth < deepest)
          drawForm({ ...canvas, ink }, stream, resources, s.ctm, s.clip, depth + 1, s);
        if (hides && marked.pop() && !marked.includes(true)) ink = canvas.ink;
        break;
      }
      default:
    }
  }
}

/** Draws a form XObject; its own resources win over those of the page. */
export function drawForm(
  canvas: Canvas,
  stream: PDFStream,
  resources: PDFDict | undefined,
  ctm: Matrix,
  clip: Rect,
  depth: number,
  state?: State,
): void {
  const { read, drawing, looped } = canvas.walk;
  if (drawing.has(stream)) {
    looped.add(canvas.page);
    return;
  }
  const matrix = multiply(read.matrix(read.raw(stream.dict, 'Matrix')), ctm);
  const box = read.rect(read.raw(stream.dict, 'BBox'));
  const inside = box ? intersect(transform(box, matrix), clip) : clip;
  if (!inside) return;
  const own = read.getDict(stream.dict, 'Resources') ?? resources;
  drawing.add(stream);
  try {
    interpret(canvas, bytesOf(canvas, stream), own, matrix, inside, depth, state);
  } finally {
    drawing.delete(stream);
  }
}
