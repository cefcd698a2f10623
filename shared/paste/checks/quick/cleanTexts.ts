import { blank, hasPair, joint, lead, look, mark, tail } from '../../cells/charClasses.ts';
import { Judged } from '../../cells/judged.ts';
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
  private readonly checked: Int32Array;
  /** For each of them: what checks of texts say. The same towns and titles come again and again. */
  private readonly areGood: Judged<boolean>[];

  constructor(cells: RowAtHand) {
    const { country, state, sku, price } = cells.at;
    // These texts are judged once for all cells with the same text.
    const byText = [country, state, sku, price];
    this.cells = cells;
    const looked = cells.world.layout.checked.filter((one) => !byText.includes(one.column));
    this.checked = Int32Array.from(looked, (one) => one.column);
    this.areGood = looked.map((one) => new Judged((text) => cells.textIsClean(one, text)));
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
      if (isDoubtful && this.areGood[i]?.of(own, from, end) !== true) return false;
    }
    return true;
  }
}
