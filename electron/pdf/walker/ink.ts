import type { Box } from '../../../shared/mailings/box.ts';
import type { Mark, PageFacts, TextLine } from '../../../shared/mailings/facts.ts';
import { transform, type Matrix, type Rect } from './objects.ts';

/** Boxes worth keeping for one page; more would only slow the judge down. */
const mostMarks = 400;
const mostLines = 600;

/** Collects what a page puts on paper, in millimetres as seen. */
export class Ink {
  readonly paper: Matrix;
  readonly width: number;
  readonly height: number;
  private readonly runs: Box[] = [];
  private readonly marks: Mark[] = [];
  fullBleed = false;
  any = false;

  constructor(paper: Matrix, size: { width: number; height: number }) {
    this.paper = paper;
    this.width = size.width;
    this.height = size.height;
  }

  private onPaper(rect: Rect): Box | null {
    const [x, y, r, b] = transform(rect, this.paper);
    // What lies wholly off the paper is not printed.
    if (!(r > 0 && b > 0 && x < this.width && y < this.height)) return null;
    return { x, y, width: r - x, height: b - y };
  }

  /** A piece of text: its box in page units. */
  text(rect: Rect): void {
    const box = this.onPaper(rect);
    if (!box) return;
    this.any = true;
    const last = this.runs.at(-1);
    if (last && sameLine(last, box) && box.x - (last.x + last.width) < 1.5 && box.x >= last.x - 0.5) {
      extend(last, box);
    } else if (this.runs.length < mostLines * 20) this.runs.push(box);
  }

  /** A picture, fill or field: its box in page units, already clipped. */
  mark(rect: Rect, kind: Mark['kind']): void {
    const box = this.onPaper(rect);
    if (!box) return;
    this.any = true;
    const covers =
      box.x <= 1 &&
      box.y <= 1 &&
      box.x + box.width >= this.width - 1 &&
      box.y + box.height >= this.height - 1;
    if (covers) this.fullBleed = true;
    if (this.marks.length < mostMarks) this.marks.push({ ...box, kind });
  }

  /** What was collected, with pieces of text joined to lines. */
  facts(): Pick<PageFacts, 'lines' | 'marks' | 'fullBleed'> {
    return { lines: joinLines(this.runs), marks: this.marks.map(rounded), fullBleed: this.fullBleed };
  }
}

const hundredth = (n: number): number => Math.round(n * 100) / 100;
const rounded = <T extends Box>(b: T): T => ({
  ...b,
  x: hundredth(b.x),
  y: hundredth(b.y),
  width: hundredth(b.width),
  height: hundredth(b.height),
});

function sameLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return overlap > 0.5 * Math.min(a.height, b.height);
}

function extend(a: Box, b: Box): void {
  const r = Math.max(a.x + a.width, b.x + b.width);
  const low = Math.max(a.y + a.height, b.y + b.height);
  a.x = Math.min(a.x, b.x);
  a.y = Math.min(a.y, b.y);
  a.width = r - a.x;
  a.height = low - a.y;
}

/** Joins runs on one baseline whose gap is no wider than a word space of large print. */
export function joinLines(runs: readonly Box[]): TextLine[] {
  const lines: TextLine[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    let home: TextLine | undefined;
    for (let i = lines.length - 1; i >= Math.max(0, lines.length - 12); i--) {
      const line = lines[i];
      if (!line || !sameLine(line, run)) continue;
      const gap = Math.max(run.x - (line.x + line.width), line.x - (run.x + run.width));
      if (gap < Math.max(2.5, run.height * 0.9)) {
        home = line;
        break;
      }
    }
    if (home) extend(home, run);
    else if (lines.length < mostLines) lines.push({ ...run, text: '' });
  }
  return lines.map(rounded);
}
