import { contains, overlaps, type Box } from '../../../shared/mailings/box.ts';
import type { Mark, PageFacts, TextLine } from '../../../shared/mailings/facts.ts';
import { identity, transform, type Matrix, type Rect } from './objects.ts';

/** Boxes worth keeping for one page; more would only slow the judge down. */
const mostMarks = 400;
const mostLines = 600;
/** White boxes smaller than this (millimetres), or more of them, are not followed. */
const leastCover = 2;
const mostCovers = 300;

/** A piece of text before lines are made of the pieces. */
type Run = TextLine & { baseline: number };

/** Collects what a page puts on paper, in millimetres as seen. */
export class Ink {
  readonly paper: Matrix;
  readonly width: number;
  readonly height: number;
  /** Letters are wanted too, not only boxes. */
  readonly reads: boolean;
  /** Some letters could not be read, or are hidden under a picture. */
  unreadable = false;
  private runs: Run[] = [];
  private marks: Mark[] = [];
  fullBleed = false;
  /** More was drawn than is kept. */
  private more = false;
  private covers = 0;

  constructor(paper: Matrix, size: { width: number; height: number }, reads = false) {
    this.paper = paper;
    this.width = size.width;
    this.height = size.height;
    this.reads = reads;
  }

  /** Takes everything and keeps nothing. */
  static none(): Ink {
    return new Ink(identity, { width: 0, height: 0 });
  }

  /** Something is on the paper. */
  get any(): boolean {
    return this.more || this.runs.length > 0 || this.marks.length > 0;
  }

  /** Something was drawn where this box of page units lies. */
  hasUnder(rect: Rect): boolean {
    const box = this.onPaper(rect);
    return box !== null && this.marks.some((m) => overlaps(m, box));
  }

  /** White paint over all that lies inside: it is not seen any more. */
  cover(rect: Rect): void {
    const box = this.onPaper(rect);
    if (!box || !this.any || box.width < leastCover || box.height < leastCover) return;
    if (this.covers++ > mostCovers) return;
    this.runs = this.runs.filter((r) => !contains(box, r));
    this.marks = this.marks.filter((m) => !contains(box, m));
    if (this.marks.length === 0) this.fullBleed = false;
  }

  private onPaper(rect: Rect): Box | null {
    const [x, y, r, b] = transform(rect, this.paper);
    // What lies wholly off the paper is not printed.
    if (!(r > 0 && b > 0 && x < this.width && y < this.height)) return null;
    return { x, y, width: r - x, height: b - y };
  }

  /** A piece of text: its box and the start of its baseline, in page units. */
  text(rect: Rect, text: string, x: number, y: number): void {
    const box = this.onPaper(rect);
    if (!box) return;
    const baseline = x * this.paper[1] + y * this.paper[3] + this.paper[5];
    if (this.runs.length < mostLines * 20) this.runs.push({ ...box, text, baseline });
    else this.more = true;
  }

  /** A picture, fill or field: its box in page units, already clipped. */
  mark(rect: Rect, kind: Mark['kind']): void {
    const box = this.onPaper(rect);
    if (!box) return;
    const covers =
      box.x <= 1 &&
      box.y <= 1 &&
      box.x + box.width >= this.width - 1 &&
      box.y + box.height >= this.height - 1;
    if (covers) this.fullBleed = true;
    if (this.marks.length < mostMarks) this.marks.push({ ...box, kind });
    else this.more = true;
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

function extend(a: Box, b: Box): void {
  const r = Math.max(a.x + a.width, b.x + b.width);
  const low = Math.max(a.y + a.height, b.y + b.height);
  a.x = Math.min(a.x, b.x);
  a.y = Math.min(a.y, b.y);
  a.width = r - a.x;
  a.height = low - a.y;
}

/** Pieces of text on one baseline, sorted from left to right. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row &&
      first &&
      run.baseline - first.baseline < Math.max(0.6, Math.min(first.height, run.height) * 0.35)
    ) {
      row.push(run);
    } else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Joins pieces on one baseline whose gap is no wider than a word space of large print. */
function joinLines(runs: readonly Run[]): TextLine[] {
  const lines: TextLine[] = [];
  for (const row of rowsOf(runs)) {
    let line: TextLine | null = null;
    for (const { baseline: _baseline, ...run } of row) {
      const gap: number = line ? run.x - (line.x + line.width) : 0;
      if (line && gap < Math.max(3, run.height * 1.3)) {
        if (line.text !== '' && gap > Math.max(0.25, run.height * 0.18)) line.text += ' ';
        line.text += run.text;
        extend(line, run);
      } else {
        line = run;
        lines.push(line);
      }
    }
    if (lines.length >= mostLines) break;
  }
  return lines.map((l) => ({ ...rounded(l), text: l.text.normalize('NFC').slice(0, 400) }));
}
