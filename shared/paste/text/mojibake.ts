/** Windows-1252's letters for the bytes 0x80 to 0x9f; where it has none, the control character stands. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const byteOf = new Map<number, number>();
for (let i = 0; i < 32; i++) {
  byteOf.set(high.charCodeAt(i), 0x80 + i);
  byteOf.set(0x80 + i, 0x80 + i);
}
for (let i = 0xa0; i <= 0xff; i++) byteOf.set(i, i);

const strict = new TextDecoder('utf-8', { fatal: true });

/** What UTF-8 text in an address may hold: Latin, Greek, Cyrillic, CJK letters, common punctuation. */
const plausible =
  // oxlint-disable-next-line no-misleading-character-class -- a range of combining marks is meant
  /^[\u00a0-\u024f\u0300-\u036f\u0370-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u1e00-\u1fff\u2010-\u2044\u20a0-\u20bf\u2116\u2122\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]+$/u;

function decodeRun(run: string): string | null {
  const bytes = new Uint8Array(run.length);
  for (let i = 0; i < run.length; i++) {
    const byte = byteOf.get(run.charCodeAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  try {
    const text = strict.decode(bytes);
    return plausible.test(text) ? text : null;
  } catch (error) {
    if (error instanceof TypeError) return null; // not UTF-8: these letters are meant
    throw error;
  }
}

/** UTF-8 that was read as Windows-1252 (`MÃ¼ller`) back to what it was; the text itself when it was not. */
export const undoMojibake = (text: string): string =>
  text.replaceAll(/[\u0080-\uffff]{2,}/gu, (run) => decodeRun(run) ?? decodePieces(run));

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
  '¸': 'ü', '‰': 'ä', 'ˆ': 'ö', 'ﬂ': 'ß', 'ƒ': 'Ä', '÷': 'Ö', '‹': 'Ü', '˘': 'ù',
  // DOS 850 read as Latin-1 or Windows-1252
  '\u0081': 'ü', '\u0084': 'ä', '„': 'ä', '\u0094': 'ö', '”': 'ö', '\u0082': 'é', '‚': 'é', '\u008a': 'è', '\u0085': 'à', '\u0087': 'ç', '‡': 'ç',
  '\u0088': 'ê', '\u0083': 'â', '\u0093': 'ô', '\u0096': 'û', '\u0097': 'ù', '\u008e': 'Ä', '\u0099': 'Ö', '\u009a': 'Ü', '¤': 'ñ', '¢': 'ó',
  // Mac Roman read as Windows-1252 (0x9f, 0xa7)
  'Ÿ': 'ü', '§': 'ß', '\u008f': 'è', '\u008d': 'ç', '\u0090': 'ê',
};

const inside =
  /(?<=\p{L})[¸‰ˆﬂ÷‹˘\u0081-\u0085\u0087\u0088\u008a\u008d-\u0090\u0093\u0094\u0096\u0097\u0099\u009a„”‚‡¤¢Ÿ§ƒ](?=\p{Ll})/gu;

/** `M¸ller`, `M\x81ller`, `K”ln` → Müller, Köln; the text itself when nothing of that kind is in it. */
export const undoOldCodepages = (text: string): string =>
  text.replaceAll(inside, (letter) => misread[letter] ?? letter);
