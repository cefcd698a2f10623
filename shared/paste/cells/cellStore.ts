import { flagsOf } from './charClasses.ts';

/**
 * The cells of a table as places in one text: no string is made before somebody looks at the cell. Cells whose text
 * does not stand there as it is (doubled quotes) keep a string of their own.
 */
export class CellStore {
  readonly text: string;
  /** Records; the same word as of an array, so that a table may hold either. */
  length = 0;
  /** Cell of the record `i` that comes first; one entry more than records. */
  firsts: Int32Array;
  /** Start in the text; below 0: the text is `extra[-1 - start]`. */
  starts: Int32Array;
  ends: Int32Array;
  /** Character classes of each cell. */
  flags: Uint8Array;
  readonly extra: string[] = [];
  /** Cells so far. */
  cells = 0;

  constructor(text: string, expectedCells = 256) {
    this.text = text;
    this.firsts = new Int32Array(Math.max(64, expectedCells >> 3));
    this.starts = new Int32Array(expectedCells);
    this.ends = new Int32Array(expectedCells);
    this.flags = new Uint8Array(expectedCells);
  }

  /** Records that are strings already (spreadsheets, HTML). */
  static of(records: readonly (readonly string[])[]): CellStore {
    let count = 0;
    for (const record of records) count += record.length;
    const parts: string[] = [];
    for (const record of records) parts.push(record.join(''));
    const store = new CellStore(parts.join(''), count);
    let at = 0;
    for (const record of records) {
      for (const cell of record) {
        const end = at + cell.length;
        store.add(at, end, flagsOf(store.text, at, end));
        at = end;
      }
      store.endRecord();
    }
    return store;
  }

  add(start: number, end: number, flags: number): void {
    if (this.cells === this.starts.length) this.grow(this.cells * 2);
    this.starts[this.cells] = start;
    this.ends[this.cells] = end;
    this.flags[this.cells++] = flags;
  }

  addText(text: string): void {
    this.extra.push(text);
    this.add(-this.extra.length, text.length, flagsOf(text, 0, text.length));
  }

  /** Cells of the record that has not ended yet. */
  get pending(): number {
    return this.cells - (this.firsts[this.length] ?? 0);
  }

  endRecord(): void {
    if (this.length + 1 >= this.firsts.length) this.firsts = resized(this.firsts, this.firsts.length * 2);
    this.firsts[++this.length] = this.cells;
  }

  /** Makes room for so many cells at once. */
  expect(cells: number): void {
    if (cells > this.starts.length) this.grow(cells);
  }

  grow(size: number): void {
    const capacity = Math.max(size, 256);
    this.starts = resized(this.starts, capacity);
    this.ends = resized(this.ends, capacity);
    const flags = new Uint8Array(capacity);
    flags.set(this.flags);
    this.flags = flags;
  }

  widthOf(record: number): number {
    return (this.firsts[record + 1] ?? 0) - (this.firsts[record] ?? 0);
  }

  /** Text of the cell with this number. */
  textOf(cell: number): string {
    const start = this.starts[cell] ?? 0;
    return start < 0 ? (this.extra[-1 - start] ?? '') : this.text.slice(start, this.ends[cell]);
  }

  cell(record: number, column: number): string {
    return column < this.widthOf(record) ? this.textOf((this.firsts[record] ?? 0) + column) : '';
  }

  /** The record's cells as strings, at most `width` of them. */
  cut(record: number, width = Infinity): string[] {
    const from = this.firsts[record] ?? 0;
    const to = Math.min(this.firsts[record + 1] ?? 0, from + width);
    const cells: string[] = [];
    for (let cell = from; cell < to; cell++) cells.push(this.textOf(cell));
    return cells;
  }

  /** Records as strings, like `slice` of an array. */
  slice(from = 0, to = this.length): string[][] {
    const records: string[][] = [];
    for (let record = from; record < Math.min(to, this.length); record++) records.push(this.cut(record));
    return records;
  }

  /** Nothing but blanks between these columns. */
  isBlank(record: number, from = 0): boolean {
    const end = this.firsts[record + 1] ?? 0;
    for (let cell = (this.firsts[record] ?? 0) + from; cell < end; cell++)
      if (this.starts[cell] !== this.ends[cell] && this.textOf(cell).trim() !== '') return false;
    return true;
  }
}

function resized(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const fresh = new Int32Array(size);
  fresh.set(old);
  return fresh;
}

/** What `Table.records` may be. */
export type Records = readonly (readonly string[])[] | CellStore;

export const storeOf = (records: Records): CellStore =>
  records instanceof CellStore ? records : CellStore.of(records);
