/** Windows-1252's letters for the bytes 0x80 to 0x9f; where it has none, the control character stands. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const byteOf = new Map<number, number>();
for (let i = 0; i < 32; i++) {
  byteOf.set(high.charCodeAt(i), 0x80 + i);
  byteOf.set(0x80 + i, 0x80 + i);
}
for (let i = 0xa0; i <= 0xff; i++) byteOf.set(i, i);

/** What UTF-8 text in an address may hold: Latin, Greek, Cyrillic, CJK letters, common punctuation. */
const plausible =
  // oxlint-disable-next-line no-misleading-character-class -- a range of combining marks is meant
  /^[\u00a0-\u024f\u0300-\u036f\u0370-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u1e00-\u1fff\u2010-\u2044\u20a0-\u20bf\u2116\u2122\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]+$/u;

/** UTF-8 bytes by hand: far cheaper than a decoder for words of a few letters. null = no valid UTF-8. */
function decodeRun(run: string): string | null {
  const out = readUtf8(run);
  // A lone Hebrew or Arabic sign between other letters is chance.
  if (out === null || (out.length === 1 && /[\u0590-\u08ff]/u.test(out))) return null;
  if (plausible.test(out)) return out;
  // Doubly misread text shows signs on the way (`ÃƒÂ\x8d` is Í).
  const again = /[^\0-\x7f]{2,}/u.test(out) ? readUtf8(out) : null;
  return again !== null && plausible.test(again) ? out : null;
}

function readUtf8(run: string): string | null {
  let out = '';
  for (let i = 0; i < run.length;) {
    const lead = byteOf.get(run.charCodeAt(i)) ?? 0;
    const more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : 0;
    if (more === 0) return null;
    let code = lead & (more === 1 ? 0x1f : 0x0f);
    for (let k = 1; k <= more; k++) {
      const next = byteOf.get(run.charCodeAt(i + k)) ?? 0;
      if (next < 0x80 || next > 0xbf) return null;
      code = (code << 6) | (next & 0x3f);
    }
    if (more === 2 && code < 0x800) return null;
    out += String.fromCharCode(code);
    i += more + 1;
  }
  return out;
}

/** True when the letter may stand for a following byte of UTF-8 (0x80 to 0xbf). */
export const isContinuation = (code: number): boolean => {
  if (code < 0x80) return false;
  if (code < 0xc0) return true;
  if (code < 0x152) return false;
  const byte = byteOf.get(code);
  return byte !== undefined && byte < 0xc0;
};

/** UTF-8 that was read as Windows-1252 (`MÃ¼ller`) back to what it was; the text itself when it was not. */
export const undoMojibake = (text: string): string =>
  text.replaceAll(/[\u0080-\uffff]{2,}/gu, (run, at: number) => {
    // A letter and a blank that must not break, at the end of a word: chance, but for Â, Ã and Å.
    const end =
      /[\u00c4\u00c6-\u00df]\u00a0$/u.test(run) && !/\p{L}/u.test(text[at + run.length] ?? '') ? 2 : 0;
    const head = run.slice(0, run.length - end);
    return (decodeRun(head) ?? decodePieces(head)) + run.slice(head.length);
  });

/** A run that also holds rightly read letters: piece by piece. */
const decodePieces = (run: string): string =>
  run.replaceAll(
    /[\u00c2-\u00df][\u0080-\uffff]|[\u00e0-\u00ef][\u0080-\uffff]{2}/gu,
    (piece) => decodeRun(piece) ?? piece,
  );

/**
 * Letters that came out of Mac Roman, Windows-1252 and DOS 850 being taken for one another. Only such that never
 * stand inside a word are listed; a real letter is never touched.
 */
// prettier-ignore
const misread: Record<string, string> = {
  // Windows-1252 read as Mac Roman
  '¸': 'ü', '‰': 'ä', 'ˆ': 'ö', 'ﬂ': 'ß', '÷': 'ö', '˘': 'ù',
  // Windows-1252 read as DOS 850
  '³': 'ü', '▀': 'ß',
  // DOS 850 read as Latin-1 or Windows-1252
  '\u0081': 'ü', '\u0084': 'ä', '„': 'ä', '\u0094': 'ö', '”': 'ö', '\u0082': 'é', '‚': 'é', '\u008a': 'è', '\u0085': 'à', '\u0087': 'ç', '‡': 'ç',
  '\u0088': 'ê', '\u0083': 'â', '\u0093': 'ô', '\u0096': 'û', '\u0097': 'ù', '\u008e': 'é', '\u0099': 'ô', '\u009b': 'ø', '¤': 'ñ', '¢': 'ó',
  // Mac Roman read as Windows-1252 (0x9f, 0xa7)
  'Ÿ': 'ü', '§': 'ß', '\u008f': 'è', '\u008d': 'ç', '\u0090': 'ê', '\u009a': 'ö', '\u009f': 'ü',
};

/** Such control characters stand in no text at all: behind a letter they are one, also at the end of a word. */
const control =
  /(?<=\p{L})[\u0081-\u0085\u0087\u0088\u008a\u008d-\u0090\u0093\u0094\u0096\u0097\u0099-\u009b\u009f]/gu;
/** Capitals at the start of a word: DOS 850, and Windows-1252 read as Mac Roman or DOS 850. */
const initial = /(?<![\p{L}\d])[\u008e\u0090\u0099\u009aƒ÷‹─▄┼≈](?=\p{Ll})/gu;
// prettier-ignore
const initials: Record<string, string> = { '\u008e': 'Ä', '\u0090': 'É', '\u0099': 'Ö', '\u009a': 'Ü', 'ƒ': 'Ä', '÷': 'Ö', '‹': 'Ü', '─': 'Ä', '▄': 'Ü', '┼': 'Å', '≈': 'Å' };
/** `RenŽ`, `JŠger`, `Gro§`, `Ren‚`, `JosÈ`, `InÚs`: a capital or a sign where only a small letter can stand. */
const oddEnd = /(?<=\p{Ll})[Ž§‚▀ÈÚÞË](?![\p{L}\d])|(?<=\p{L})[ŠŽ](?=\p{Ll})|(?<=\p{Ll})[ÈÚÞË](?=\p{Ll})/gu;
// prettier-ignore
const oddCapitals: Record<string, string> = { 'Š': 'ä', 'Ž': 'é', '§': 'ß', '‚': 'é', '▀': 'ß', 'È': 'é', 'Ú': 'é', 'Þ': 'è', 'Ë': 'è' };

const inside =
  /(?<=\p{L})[¸‰ˆﬂ÷˘³▀\u0081-\u0085\u0087\u0088\u008a\u008d-\u0090\u0093\u0094\u0096\u0097\u0099-\u009b\u009f„”‚‡¤¢Ÿ§](?=\p{Ll})/gu;

/** `Coru–a`, `Nu–ez`: Mac Roman's ñ read as Windows-1252. */
const dashed = /(?<=[aeiouáéíóú])–(?=[aeo]\p{Ll}{0,2}(?!\p{L}))/gu;

/** `M¸ller`, `M\x81ller`, `K”ln` → Müller, Köln; the text itself when nothing of that kind is in it. */
export const undoOldCodepages = (text: string): string =>
  text
    .replaceAll(inside, (letter) => misread[letter] ?? letter)
    .replaceAll(initial, (letter) => initials[letter] ?? letter)
    .replaceAll(control, (letter) => misread[letter] ?? letter)
    .replaceAll(oddEnd, (letter) => oddCapitals[letter] ?? letter)
    .replaceAll(dashed, 'ñ');
