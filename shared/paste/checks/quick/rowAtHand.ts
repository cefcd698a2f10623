import type { CellStore } from '../../cells/cellStore.ts';
import type { Layout } from '../../layout.ts';
import type { RowKey } from '../../pasteTypes.ts';
import type { RowList } from '../../rowList.ts';
import type { Row } from '../../sheet.ts';
import type { CheckWorld, RowCheck } from '../context.ts';
import { checkText } from '../textChecks.ts';

/**
 * The row that is looked at, read where its letters stand, without making strings; and the checks themselves, for what
 * cannot be told that way.
 */
export class RowAtHand {
  readonly world: CheckWorld;
  readonly at: Layout['at'];
  readonly store: CellStore;
  /** ISO code of the country and code of the state, as far as they are known. */
  iso = '';
  state = '';
  /** First cell and number of cells of the row. */
  base = 0;
  filled = 0;
  /** The cell that was looked up last. */
  text = '';
  from = 0;
  to = 0;
  private readonly rows: RowList;
  private readonly check: RowCheck;
  private key: RowKey = -1;

  constructor(rows: RowList, check: RowCheck) {
    this.rows = rows;
    this.check = check;
    this.world = check.world;
    this.at = check.world.layout.at;
    this.store = rows.source.store;
  }

  /** False = the row has no cells in the source any more. */
  begin(key: RowKey): boolean {
    const at = this.rows.storedAt(key);
    if (at === -1) return false;
    const { firsts } = this.store;
    this.key = key;
    this.base = firsts[at] as number;
    this.filled = Math.min((firsts[at + 1] as number) - this.base, this.rows.source.width);
    return true;
  }

  get row(): Row {
    return this.rows.glance(this.key);
  }

  /** Finds a cell's place; its length, 0 = empty. */
  find(column: number): number {
    if (column < 0 || column >= this.filled) return 0;
    const { store } = this;
    const cell = this.base + column;
    const start = store.starts[cell] ?? 0;
    const end = store.ends[cell] ?? 0;
    if (start < 0) {
      this.text = store.extra[-1 - start] ?? '';
      this.from = 0;
      this.to = end;
      return end;
    }
    this.text = store.text;
    this.from = start;
    this.to = end;
    return end - start;
  }

  /** Takes this text as if it had been looked up. */
  take(text: string): void {
    this.text = text;
    this.from = 0;
    this.to = text.length;
  }

  /** Classes of the letters of a filled cell. */
  flags(column: number): number {
    return this.store.flags[this.base + column] ?? 0;
  }

  /** The cell that was looked up last, as a string. */
  found(): string {
    return this.text.slice(this.from, this.to);
  }

  textAt(column: number): string {
    return this.find(column) === 0 ? '' : this.found();
  }

  /** A check of its own looks, where nothing simpler can tell. */
  agrees(look: (check: RowCheck) => void): boolean {
    const { check } = this;
    check.begin(this.row);
    check.iso = this.iso;
    check.state = this.state;
    look(check);
    return check.isClean;
  }

  /** Country and state that the check found that was asked last. */
  get foundIso(): string {
    return this.check.iso;
  }
  get foundState(): string {
    return this.check.state;
  }

  /** The text of a checked column has nothing that a check of texts would mend. */
  textIsClean(one: Layout['checked'][number] | undefined, text: string): boolean {
    // Blank, or blanks at its ends: the checks see another text than stands there.
    if (text.trim() !== text) return false;
    return one === undefined || this.agrees((check) => checkText(check, one));
  }

  /** The text of a cell that is judged for all cells with the same text: by its own check and as a text. */
  agreesByText(column: number, check: (check: RowCheck) => void): boolean {
    const one = this.world.layout.checked.find((other) => other.column === column);
    return this.textIsClean(one, this.rows.cell(this.key, column)) && this.agrees(check);
  }
}
