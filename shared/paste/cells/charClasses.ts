import { isContinuation } from '../text/mojibake.ts';

/** What the letters of a cell tell at once: the classes of all of them, or-ed together while the text is read. */
export const look = 1;
/** Letters that begin UTF-8 read as Windows-1252; followed by one of `tail` they are wrong. */
export const lead = 2;
export const tail = 4;
export const digit = 8;
/** ASCII that is no letter, digit, blank, hyphen or apostrophe. */
export const mark = 16;
/** Ends a cell; only in the copy that a reader makes for its delimiter. */
export const stop = 32;
export const blank = 64;
/** Hyphen and apostrophe. */
export const joint = 128;

/** Characters above the letters that some check looks at: marks, blanks, full-width and Arabic digits. */
const isOdd = (code: number): boolean =>
  (code >= 0x2c6 && code < 0x2e0) ||
  (code >= 0x660 && code <= 0x6f9) ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x206f && code !== 0x2019) ||
  (code >= 0x2248 && code <= 0x259f) ||
  code === 0x20ac ||
  code === 0x2122 ||
  code === 0x3000 ||
  code >= 0xfb00;

/** True for a character that makes a closer look at its cell necessary, wherever it stands. */
function needsLook(code: number): boolean {
  if (code < 0x80) return code < 0x20 || code === 0x26 || code === 0x7f || code === 0x3f || code === 0x3c;
  return (
    code <= 0xad ||
    code === 0xb8 ||
    code === 0xf7 ||
    code === 0xb3 ||
    code === 0xc8 ||
    code === 0xcb ||
    code === 0xda ||
    code === 0xde ||
    code === 0x160 ||
    code === 0x178 ||
    code === 0x17d ||
    code === 0x192 ||
    isOdd(code)
  );
}

function classOf(code: number): number {
  let flags = needsLook(code) ? look : 0;
  if (code >= 0x80) {
    if (code >= 0xc2 && code <= 0xef) flags |= lead;
    if (isContinuation(code)) flags |= tail;
    return flags;
  }
  if (code >= 0x30 && code <= 0x39) return flags | digit;
  if (code === 0x20) return flags | blank;
  if (code === 0x2d || code === 0x27) return flags | joint;
  const letter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return letter ? flags : flags | mark;
}

/** Class of each UTF-16 unit. */
export const charClasses = Uint8Array.from({ length: 0x10000 }, (_, code) => classOf(code));

/** Classes of all units between two places of a text, or-ed. */
export function flagsOf(text: string, start: number, end: number): number {
  let flags = 0;
  for (let i = start; i < end; i++) flags |= charClasses[text.charCodeAt(i)] ?? 0;
  return flags;
}

/** A `lead` letter with a `tail` behind it. */
export function hasPair(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++)
    if (
      ((charClasses[text.charCodeAt(i)] ?? 0) & tail) !== 0 &&
      ((charClasses[text.charCodeAt(i - 1)] ?? 0) & lead) !== 0
    )
      return true;
  return false;
}
