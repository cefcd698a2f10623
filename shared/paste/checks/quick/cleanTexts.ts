import { blank, hasPair, joint, lead, look, mark, tail } from '../../cells/charClasses.ts';
import { Distinct } from '../../cells/distinct.ts';
import type { Layout } from '../../layout.ts';
import { emptyWordStarts, longestEmptyWord } from '../../text/clean.ts';
import { plainTextLength } from '../textChecks.ts';
import type { RowAtHand } from './rowAtHand.ts';

/** ' # + - = @ and blanks: a cell that begins so needs a closer look. 2: it may be a word for "nothing". */
const firstLetter = new Uint8Array(128);
for (let code = 0; code <= 0x20; code++) firstLetter[code] = 1;
for (const letter of "'#+-=@") firstLetter[letter.charCodeAt(0)] = 1;
for (const code of emptyWordStarts) if (code < 128 && firstLetter[code] === 0) firstLetter[code] = 2;

/** Letters for which the ends of a text must be looked at. */
const edges = look | lead | tail | mark | blank | joint;

/** Tells by classes of letters that the texts of a row need no mending. */
export class CleanTexts {
  private readonly cells: RowAtHand;
  private readonly looked: Layout['checked'];
  private readonly checked: Int32Array;
  /** For each of them: texts that needed a closer look. */
  private readonly doubtful: { texts: Distinct; good: boolean[] }[];

  constructor(cells: RowAtHand) {
    const { country, state, sku, price } = cells.at;
    // These texts are judged once for all cells with the same text.
    const byText = [country, state, sku, price];
    this.cells = cells;
    this.looked = cells.world.layout.checked.filter((one) => !byText.includes(one.column));
    this.checked = Int32Array.from(this.looked, (one) => one.column);
    this.doubtful = this.looked.map(() => ({ texts: new Distinct(), good: [] }));
  }

  /** `plainInvoice`: the # that may begin an invoice is no trouble. */
  areClean(plainInvoice: boolean): boolean {
    const { cells, checked } = this;
    const { store, base, filled } = cells;
    const { starts, ends, flags, text } = store;
    const { invoice } = cells.at;
    for (let i = 0; i < checked.length; i++) {
      const column = checked[i] as number;
      if (column >= filled) continue;
      const cell = base + column;
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      if (start === end) continue;
      const classes = flags[cell] as number;
      const length = start < 0 ? end : end - start;
      // A letter or digit begins it, and it is too long for a word that means "nothing".
      if ((classes & edges) === 0 && length > longestEmptyWord && length <= plainTextLength) continue;
      const own = start < 0 ? (store.extra[-1 - start] ?? '') : text;
      const from = start < 0 ? 0 : start;
      const first = own.charCodeAt(from);
      const kind = first < 128 ? (firstLetter[first] as number) : 0;
      const isDoubtful =
        (classes & look) !== 0 ||
        length > plainTextLength ||
        (kind === 1 && !(first === 0x23 && plainInvoice && column === invoice)) ||
        ((classes & blank) !== 0 && own.charCodeAt(end - 1) <= 0x20) ||
        ((classes & (lead | tail)) === (lead | tail) && hasPair(own, from, end)) ||
        (kind === 2 && length <= longestEmptyWord);
      if (isDoubtful && !this.isGood(i, own, from, end)) return false;
    }
    return true;
  }

  /** A check of texts has nothing to say about it. The same towns and titles come again and again: each is judged once. */
  private isGood(index: number, text: string, from: number, to: number): boolean {
    const doubtful = this.doubtful[index];
    const number = doubtful?.texts.numberOf(text, from, to) ?? -1;
    if (doubtful === undefined || number === -1)
      return this.cells.textIsClean(this.looked[index], text.slice(from, to));
    return (doubtful.good[number] ??= this.cells.textIsClean(this.looked[index], text.slice(from, to)));
  }
}
