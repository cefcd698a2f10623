import type { Font } from './fonts.ts';
import { identity, type Matrix, type Rect } from './objects.ts';
import type { Operand } from './tokens.ts';

/** The part of the graphics state that decides where ink lands. */
export type State = {
  ctm: Matrix;
  clip: Rect;
  /** The clip is that rectangle, not only inside of it. */
  clipExact: boolean;
  fillWhite: boolean;
  strokeWhite: boolean;
  fillBy: Whiteness;
  strokeBy: Whiteness;
  /** Nothing shows through fills: no alpha, blend mode or soft mask. */
  opaque: boolean;
  lineWidth: number;
  font: Font | null;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  render: number;
};

export const startState = (ctm: Matrix, clip: Rect): State => ({
  ctm,
  clip,
  clipExact: true,
  fillWhite: false,
  strokeWhite: false,
  fillBy: 'light',
  strokeBy: 'light',
  opaque: true,
  lineWidth: 1,
  font: null,
  size: 0,
  charSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  render: 0,
});

/** An operand as a number; 0 for what is none. */
export const num = (o: Operand | undefined): number => (typeof o === 'number' ? o : 0);

/** The operands of `cm` or `Tm`; too few of them change nothing. */
export function toMatrix(o: readonly Operand[]): Matrix {
  return o.length < 6 ? identity : [num(o[0]), num(o[1]), num(o[2]), num(o[3]), num(o[4]), num(o[5])];
}

/** How the numbers of a colour space tell white: as light, as ink, or not at all. */
export type Whiteness = 'light' | 'ink' | 'never';

/** How a colour space, by its name, tells white. */
export function whitenessOf(colour: string): Whiteness {
  if (colour === 'Separation' || colour === 'DeviceN') return 'ink';
  return colour === 'Indexed' || colour === 'Lab' || colour === 'Pattern' ? 'never' : 'light';
}

/** White in grey, RGB, CMYK or a spot colour: fills that leave no mark on paper. */
export function isWhite(operands: readonly Operand[], by: Whiteness): boolean {
  const values = operands.filter((v) => typeof v === 'number');
  if (by === 'never' || values.length === 0) return false;
  if (values.length === 4 || by === 'ink') return values.every((v) => v < 0.004);
  return (values.length === 1 || values.length === 3) && values.every((v) => v > 0.996);
}

/** True for a colour given as three different parts: RGB, not a grey. */
export const isColourful = (o: readonly Operand[]): boolean =>
  o.length === 3 && (Math.abs(num(o[0]) - num(o[1])) > 0.01 || Math.abs(num(o[1]) - num(o[2])) > 0.01);

export function intersect(a: Rect, b: Rect): Rect | null {
  const r: Rect = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return r[2] > r[0] && r[3] > r[1] ? r : null;
}

/** The box of a path under construction, in page units. */
export class Path {
  box: Rect | null = null;
  /** One upright rectangle and nothing else. */
  upright = false;
  /** A corner of a line or curve. */
  add(x: number, y: number, m: Matrix): void {
    this.upright = false;
    this.grow(x, y, m);
  }

  rectangle(x: number, y: number, width: number, height: number, m: Matrix): void {
    const alone = this.box === null;
    this.grow(x, y, m);
    this.grow(x + width, y + height, m);
    if (m[1] !== 0 || m[2] !== 0) {
      this.grow(x + width, y, m);
      this.grow(x, y + height, m);
    }
    this.upright = alone && ((m[1] === 0 && m[2] === 0) || (m[0] === 0 && m[3] === 0));
  }

  private grow(x: number, y: number, m: Matrix): void {
    const px = x * m[0] + y * m[2] + m[4];
    const py = x * m[1] + y * m[3] + m[5];
    const b = this.box;
    this.box = b
      ? [Math.min(b[0], px), Math.min(b[1], py), Math.max(b[2], px), Math.max(b[3], py)]
      : [px, py, px, py];
  }
}
