import { spellOut } from './specialLetters.ts';

/** ASCII only. */
const plain = /^[\t\n\r -~]*$/;

/** Lower case, without accents, spaces joined: "  Žofia  GRÜß " -> "zofia gruss". For comparing and searching. */
export function fold(text: string): string {
  // Most text needs no more than this, and a paste folds thousands of cells.
  if (plain.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim();
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return spellOut(bare).replace(/\s+/g, ' ').trim();
}
