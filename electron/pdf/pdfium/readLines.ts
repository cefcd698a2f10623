import type { TextLine } from '../../../shared/mailings/facts.ts';
import type { Matrix } from '../walker/objects.ts';
import { heap, type Pdfium } from './engine.ts';

/** Characters read of one page; a letter has some thousands. */
const mostCharacters = 30_000;

type Building = TextLine & { baseline: number; height: number };

/**
 * The text of one page by line, in millimetres as seen, with Unicode.
 * @param doc document handle of PDFium @param index page from 0 @param paper units → millimetres
 */
export function readLines(engine: Pdfium, doc: number, index: number, paper: Matrix): TextLine[] {
  const page = engine.FPDF_LoadPage(doc, index);
  if (page === 0) return [];
  const text = engine.FPDFText_LoadPage(page);
  const memory = engine.pdfium.wasmExports.malloc(48);
  try {
    return text === 0 ? [] : collect(engine, text, memory, paper);
  } finally {
    engine.pdfium.wasmExports.free(memory);
    if (text !== 0) engine.FPDFText_ClosePage(text);
    engine.FPDF_ClosePage(page);
  }
}

/** The functions called for every letter, without the wrapper's conversions. */
type Letters = {
  FPDFText_GetUnicode(text: number, i: number): number;
  FPDFText_GetCharBox(
    text: number,
    i: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
  FPDFText_GetCharOrigin(text: number, i: number, x: number, y: number): number;
};

function collect(engine: Pdfium, text: number, memory: number, paper: Matrix): TextLine[] {
  const letters = engine.pdfium.wasmExports as unknown as Letters;
  const lines: Building[] = [];
  let line: Building | null = null;
  let space = false;
  const count = Math.min(engine.FPDFText_CountChars(text), mostCharacters);
  let floats = new Float64Array(heap(engine).buffer, memory, 6);
  for (let i = 0; i < count; i++) {
    const code = letters.FPDFText_GetUnicode(text, i);
    if (code === 10 || code === 13) {
      line = null;
      continue;
    }
    if (code === 32 || code === 160 || code === 0xfffe) {
      space = true;
      continue;
    }
    if (letters.FPDFText_GetCharBox(text, i, memory, memory + 8, memory + 16, memory + 24) === 0) continue;
    letters.FPDFText_GetCharOrigin(text, i, memory + 32, memory + 40);
    // The memory may have grown, and with it moved.
    if (floats.length === 0) floats = new Float64Array(heap(engine).buffer, memory, 6);
    const [left = 0, rightEdge = 0, low = 0, top = 0, ox = 0, oy = 0] = floats;
    const ax = left * paper[0] + low * paper[2] + paper[4];
    const ay = left * paper[1] + low * paper[3] + paper[5];
    const bx = rightEdge * paper[0] + top * paper[2] + paper[4];
    const by = rightEdge * paper[1] + top * paper[3] + paper[5];
    const x = Math.min(ax, bx);
    const y = Math.min(ay, by);
    const r = Math.max(ax, bx);
    const b = Math.max(ay, by);
    if (!Number.isFinite(x + y + r + b)) continue;
    const baseline = ox * paper[1] + oy * paper[3] + paper[5];
    const letter = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    const gap = line ? x - (line.x + line.width) : 0;
    if (
      line &&
      Math.abs(line.baseline - baseline) < Math.max(0.8, line.height * 0.35) &&
      gap > -3 &&
      gap < Math.max(3, line.height * 1.3)
    ) {
      grow(line, x, y, r, b);
      line.text += (space ? ' ' : '') + letter;
    } else {
      line = { x, y, width: r - x, height: b - y, text: letter, baseline };
      lines.push(line);
    }
    space = false;
  }
  return lines
    .filter((l) => l.text.trim() !== '')
    .slice(0, 600)
    .map((l) => ({
      x: hundredth(l.x),
      y: hundredth(l.y),
      width: hundredth(l.width),
      height: hundredth(l.height),
      text: l.text.normalize('NFC').slice(0, 400),
    }));
}

const hundredth = (n: number): number => Math.round(n * 100) / 100;

function grow(line: Building, x: number, y: number, r: number, b: number): void {
  const edge = Math.max(line.x + line.width, r);
  const low = Math.max(line.y + line.height, b);
  line.x = Math.min(line.x, x);
  line.y = Math.min(line.y, y);
  line.width = edge - line.x;
  line.height = low - line.y;
}
