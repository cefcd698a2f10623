import type { Font } from './fonts.ts';
import { intersect, type State } from './graphics.ts';
import type { Ink } from './ink.ts';
import { multiply, transform, type Matrix } from './objects.ts';
import type { Operand } from './tokens.ts';

/** A gap in sizes of the font: from here on it is a space, and from there on another piece of text. */
const wordGap = 0.15;
const pieceGap = 1.8;

const onlyLow = /^[acemnorsuvwxzgpqy.,;:…\-–_·\s]*$/u;
const below = /[gjpqy,;()[\]{}|Qßçş/]/u;
const accentedCapital = /[À-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ]/u;

/** How far the letters of a text reach above and below the baseline, in sizes of the font. */
export function reach(text: string, font: Font): { up: number; down: number } {
  if (font.matrix) return { up: 0.75, down: 0 };
  if (text === '') return { up: font.ascent / 1000, down: font.descent / 1000 };
  const capital = font.capital / 1000;
  return {
    up: onlyLow.test(text) ? capital * 0.74 : accentedCapital.test(text) ? capital * 1.28 : capital,
    down: below.test(text) ? -0.21 : -0.01,
  };
}

/** Nothing but white comes out: filled, stroked or both (ISO 32000-1, table 106). */
function isWhiteText(s: State): boolean {
  const mode = s.render % 4;
  const filled = mode === 0 || mode === 2;
  const stroked = mode === 1 || mode === 2;
  return (!filled || s.fillWhite) && (!stroked || s.strokeWhite);
}

/** Shows one string or one array of strings and shifts; returns the moved text matrix. */
export function showText(shown: Operand | undefined, tm: Matrix, s: State, ink: Ink): Matrix {
  const { font } = s;
  if (!font) return tm;
  const parts = Array.isArray(shown) ? shown : [shown];
  const step = font.wide ? 2 : 1;
  const unit = (font.matrix ? Math.abs(font.matrix[0]) : 0.001) * s.size;
  // Modes 3 and 7 draw nothing (text under a scan, clipping).
  const visible = s.render !== 3 && s.render !== 7;
  const white = isWhiteText(s);
  const letters = ink.reads ? font.text() : null;
  if (letters && !visible) ink.unreadable = true;
  let x = 0;
  let from = -1;
  let to = 0;
  let text = '';
  const flush = (): void => {
    if (from >= 0 && visible) {
      const { up, down } = reach(text, font);
      const m = multiply(tm, s.ctm);
      // The usual white at both sides of a letter is no ink.
      const side = text === '' ? 0 : 0.06 * s.size * s.scale;
      const end = Math.max(to - side, from + side + 0.1);
      const box = transform([from + side, down * s.size + s.rise, end, up * s.size + s.rise], m);
      // White letters show on a dark ground only; letters cut off at an edge are told at full length.
      const shows = intersect(box, s.clip) !== null && (!white || ink.hasUnder(box));
      if (shows) ink.text(box, text, from * m[0] + s.rise * m[2] + m[4], from * m[1] + s.rise * m[3] + m[5]);
    }
    from = -1;
    text = '';
  };
  for (const part of parts) {
    if (typeof part === 'number') {
      x += (-part / 1000) * s.size * s.scale;
    } else if (part instanceof Uint8Array) {
      font.used = true;
      for (let i = 0; i + step <= part.length; i += step) {
        const code = step === 2 ? (part[i] ?? 0) * 256 + (part[i + 1] ?? 0) : (part[i] ?? 0);
        const letter = letters ? letters(code) : null;
        const space = (step === 1 && code === 32) || letter === ' ' || letter === '\u00a0';
        const glyph = font.width(code) * unit;
        if (!space) {
          if (letters && letter === null) ink.unreadable = true;
          const gap = x - to;
          if (from >= 0 && (gap > pieceGap * s.size || gap < -s.size)) flush();
          if (from < 0) from = x;
          else if (gap > wordGap * s.size) text += ' ';
          text += letter ?? '';
          to = x + glyph * s.scale;
        }
        x += (glyph + s.charSpace + (step === 1 && code === 32 ? s.wordSpace : 0)) * s.scale;
      }
    }
  }
  flush();
  return multiply([1, 0, 0, 1, x, 0], tm);
}
