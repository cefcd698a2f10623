import { flagsOf, hasPair, lead, look, tail } from '../cells/charClasses.ts';
import { decodeEntities } from './entities.ts';
import { undoMojibake, undoOldCodepages } from './mojibake.ts';

/** `words`: streets, companies, titles (lines are joined with a comma); `line`: names, cities (with a blank); `code`: ids, postcodes, numbers, e-mail; `prose`: may hold line breaks. */
export type TextKind = 'words' | 'line' | 'code' | 'prose';

export type CleanCode =
  | 'blanks'
  | 'textGuard'
  | 'apostrophe'
  | 'entity'
  | 'mojibake'
  | 'doubleMojibake'
  | 'oldCodepage'
  | 'control'
  | 'lineBreak'
  | 'digits';
export interface Cleaned {
  value: string;
  code: CleanCode;
  safe: boolean;
}

/**
 * True when the cell holds anything that `cleanText` or the formula, lost-letter and empty-word checks look at.
 * Runs once over every cell, so it is a plain loop without allocation.
 */
export function needsLook(text: string): boolean {
  const length = text.length;
  if (length === 0) return false;
  const first = text.charCodeAt(0);
  // blank ' # + - = @ \x1f
  if (
    first <= 0x20 ||
    first === 0x27 ||
    first === 0x3d ||
    first === 0x2d ||
    first === 0x2b ||
    first === 0x40 ||
    first === 0x23
  )
    return true;
  if (text.charCodeAt(length - 1) <= 0x20) return true;
  const flags = flagsOf(text, 0, length);
  if ((flags & look) !== 0) return true;
  // A letter that begins UTF-8 read as Windows-1252, followed by another high letter.
  return (flags & (lead | tail)) === (lead | tail) && hasPair(text, 0, length);
}

const wideBlanks = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
const invisible = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;
// Between two pictures a joiner makes one of them.
const joiners =
  /(?<!\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)[\u200c-\u200f]|[\u200c-\u200f](?!\p{Extended_Pictographic})/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const controls = /[\0-\x08\x0e-\x1f\x7f-\x9f]/gu;

/**
 * Repairs that need no knowledge of the field beyond its kind. null = nothing to repair. The code is the most telling
 * of what was done; `safe` is false when a person should look at it.
 */
export function cleanText(raw: string, kind: TextKind): Cleaned | null {
  let code: CleanCode | null = null;
  let safe = true;
  let text = raw;
  const step = (next: string, why: CleanCode, sure = true): void => {
    if (next === text) return;
    text = next;
    if (code === null || code === 'blanks') code = why;
    if (!sure) safe = false;
  };

  const guarded = /^\s*="([^]*)"\s*$/u.exec(text)?.[1] ?? /^\s*=""([^]*)""\s*$/u.exec(text)?.[1];
  if (guarded !== undefined) step(guarded, 'textGuard');
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  step(text.replace(/^[\s\x1f]*\x1f/u, ''), 'textGuard');
  if (text.includes('&')) step(decodeEntities(text), 'entity');
  if (/[\u0080-\uffff]/u.test(text)) {
    const once = undoMojibake(text);
    if (once !== text) {
      const twice = undoMojibake(once);
      step(once, 'mojibake');
      if (twice !== once) {
        text = twice;
        code = 'doubleMojibake';
        safe = false;
      }
    }
    step(undoOldCodepages(text), 'oldCodepage', false);
  }
  if (kind === 'code') step(asciiDigits(text), 'digits');
  // Inside a word a vertical tab is no line break.
  step(text.replaceAll(/(?<=\p{L})[\v\f](?=\p{Ll})/gu, ''), 'control');
  if (kind !== 'prose') {
    // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
    const lines = text.trim().split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/u);
    if (lines.length > 1) {
      const joined = lines
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => line.replace(/,$/u, ''));
      step(joined.join(kind === 'words' ? ', ' : ' '), 'lineBreak');
    }
  }
  step(text.replaceAll(controls, ''), 'control');
  let plain = text.replaceAll(wideBlanks, ' ').replaceAll(invisible, '');
  // Scripts that are joined use them as letters.
  if (!/[\u0590-\u18af]/u.test(plain)) plain = plain.replaceAll(joiners, '');
  step(plain.trim(), 'blanks');
  // In words a leading apostrophe belongs to the name ('s-Gravenhage, 't Hart); before a digit it is Excel's.
  if (text.startsWith("'") && (kind === 'code' || /^'\d/u.test(text)))
    step(text.slice(1).trim(), 'apostrophe');
  return code === null ? null : { value: text, code, safe };
}

/** Full-width and Arabic digits (and the full-width hyphen) as ASCII. */
function asciiDigits(text: string): string {
  if (!/[\uff0d\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u2010-\u2015]/u.test(text)) return text;
  return text
    .replaceAll(/[\uff10-\uff19]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replaceAll(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[\uff0d\u2010-\u2015]/gu, '-');
}

// prettier-ignore
const emptyWords = new Set([
  'NULL', 'null', '(null)', 'NaN', 'nan', 'N/A', 'n/a', '-', '--', '–', '—', 'None', 'none', '#N/A', '#REF!', '#VALUE!', '#NAME?', '#NULL!', '#DIV/0!', '#NUM!', 'undefined', 'nil', '#NV', '#BEZUG!', '#WERT!', 'k.A.', '#N/D', 'NONE', 'NAN', 'Nan', 'Null', 'Nil', 'NIL', 'N.A.', 'n.a.', '<NA>', '<null>', '<NULL>', '<none>', '<empty>', 'NaT', 'UNDEFINED', 'Undefined', '---', '(blank)', '(empty)', '(none)', '(leer)', '(vide)', '(vuoto)', '#NOM?', '#VALEUR!', '#RIF!', '#VALORE!', '#SPILL!', '#CALC!',
]);
/** What a full name or a town cannot be; a part of a name may be anything but the signs. */
const wholeWords = new Set([
  'NULL',
  'null',
  'NONE',
  'None',
  'none',
  '<NA>',
  '<null>',
  '<NULL>',
  '<none>',
  'nil',
  'NIL',
]);
const nameWords = new Set(['N/A', 'n/a', '-', '--', '–', '—', 'nan', 'NaN', '(null)', 'undefined']);

/** Letters that such a word begins with, and the most letters it has: quick refusal of nearly all cells. */
export const emptyWordStarts: ReadonlySet<number> = new Set(
  [...emptyWords, ...nameWords].map((word) => word.charCodeAt(0)),
);
export const longestEmptyWord = Math.max(...[...emptyWords, ...nameWords].map((word) => word.length));

/** How strictly words for "nothing" are read: people are called Null, and None is a town. */
export type EmptySense = 'any' | 'whole' | 'part';

/** A word that programs write for "nothing". `whole`: a full name or a town; `part`: a first or last name. */
export const isEmptyWord = (text: string, sense: EmptySense): boolean =>
  sense === 'any'
    ? emptyWords.has(text)
    : nameWords.has(text) ||
      (sense === 'whole' && wholeWords.has(text)) ||
      (text.startsWith('#') && emptyWords.has(text));

/** `=cmd|…`, `=HYPERLINK(…)`, `@SUM(1)`: what a spreadsheet would run. "-5", "+49 170" and "@home" are not. */
export const isFormula = (text: string): boolean =>
  /^\s*=(?!")./u.test(text) ||
  /^\s*[+\-@]\s*\$?[A-Z]{1,3}\$?\d{1,7}\s*(?:[+\-*/^&,:;)]|$)/u.test(text) ||
  /^\s*[+-]\d+(?:[+\-*/^]\d+)+$/u.test(text) ||
  /^\s*[+\-@]\s*[A-Za-z]+\|/u.test(text) ||
  /^\s*[+\-@].*\|.*!/u.test(text) ||
  /^\s*[+\-@]\s*[A-Za-z][\w.]*\(/u.test(text);

/** A letter that is gone for good: U+FFFD, or a question mark inside a word (`Pi?a`), in a place also at its end. */
export const hasLostLetter = (text: string, asks: boolean): boolean =>
  text.includes('\ufffd') || /\p{L}\?+\p{Ll}/u.test(text) || (!asks && /\p{L}\?+(?:[\s,-]|$)/u.test(text));
