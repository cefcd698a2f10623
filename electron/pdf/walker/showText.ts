import type { Font } from './fonts.ts';
import type { State } from './graphics.ts';
import type { Ink } from './ink.ts';
import { multiply, transform, type Matrix } from './objects.ts';
import type { Operand } from './tokens.ts';

/** Advances over a string and returns its width and whether anything but spaces is drawn, in text units. */
function measure(font: Font, bytes: Uint8Array, s: State): { width: number; visible: number; first: number } {
  const step = font.wide ? 2 : 1;
  const unit = font.matrix ? Math.abs(font.matrix[0]) : 0.001;
  let width = 0;
  let visible = 0;
  let first = -1;
  for (let i = 0; i + step <= bytes.length; i += step) {
    const code = step === 2 ? (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0) : (bytes[i] ?? 0);
    const space = step === 1 && code === 32;
    if (!space && first < 0) first = width;
    const glyph = font.width(code) * unit * s.size;
    width += (glyph + s.charSpace + (space ? s.wordSpace : 0)) * s.scale;
    if (!space) visible = width - s.charSpace * s.scale;
  }
  return { width, visible, first };
}

/** Shows one string or one array of strings and shifts; returns the moved text matrix. */
export function showText(shown: Operand | undefined, tm: Matrix, s: State, ink: Ink): Matrix {
  const { font } = s;
  const parts = Array.isArray(shown) ? shown : [shown];
  let at = tm;
  for (const part of parts) {
    if (typeof part === 'number') {
      at = multiply([1, 0, 0, 1, (-part / 1000) * s.size * s.scale, 0], at);
    } else if (part instanceof Uint8Array && font) {
      const { width, visible, first } = measure(font, part, s);
      font.used = true;
      // Modes 3 and 7 draw nothing (text under a scan, clipping).
      if (first >= 0 && s.render !== 3 && s.render !== 7) {
        const up = font.matrix ? 0.75 * s.size : (font.ascent / 1000) * s.size;
        const down = font.matrix ? 0 : (font.descent / 1000) * s.size;
        ink.text(
          transform([first, down + s.rise, Math.max(visible, first + 0.1), up + s.rise], multiply(at, s.ctm)),
        );
      }
      at = multiply([1, 0, 0, 1, width, 0], at);
    }
  }
  return at;
}
