const special: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** ASCII only. */
const plain = /^[\t\n\r -~]*$/;

/** Lower case, without accents, spaces joined: "  Žofia  GRÜß " -> "zofia gruss". For comparing and searching. */
export function fold(text: string): string {
  // Most text needs no more than this, and a paste folds thousands of cells.
  if (plain.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => special[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}
