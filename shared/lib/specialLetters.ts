/** Letters that are no accented form of another, as they are written without them. */
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

/** "grüß" without accents is "gruß", and "gruss" after this. Lower case only. */
export function spellOut(text: string): string {
  return text.replaceAll(/[ßøæœłđðþı]/gu, (letter) => special[letter] ?? letter);
}
