/** Widths of the printable ASCII characters in hundredths of the font's size, rather too wide than too narrow. */
const widths = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (code < 32) return 255;
  if (" iljI.,:;'|!".includes(letter)) return 36;
  if ('tfr()[]-/"'.includes(letter)) return 46;
  if ('mwMW@%'.includes(letter)) return 104;
  return letter >= 'A' && letter <= 'Z' ? 78 : 66;
});

/**
 * The room a text needs at most, in sizes of its font; Infinity = not known. A cell whose text surely fits need not be
 * cut, and cutting is dear: the browser keeps a clip of its own for each cell and paints it by itself.
 */
export function roomFor(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const width = code < 128 ? (widths[code] ?? 255) : 255;
    if (width === 255) return Number.POSITIVE_INFINITY;
    sum += width;
  }
  return sum / 100;
}
