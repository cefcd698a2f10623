import type { CellStore } from './cells/cellStore.ts';
import type { RowKey } from './pasteTypes.ts';
import { Row } from './sheet.ts';

/** Where rows have their cells from; cells right of `width` are not part of the sheet. */
export interface RowSource {
  store: CellStore;
  width: number;
}

/**
 * The body rows in sheet order, as numbers in flat memory. A row becomes an object only when somebody looks at it: of
 * 100,000 nearly none is, and the collector of garbage has nothing to carry about (100,000 rows of objects cost it
 * more time than all checks together).
 */
export class RowList {
  readonly source: RowSource;
  /** Rows in the sheet. */
  length: number;
  /** Keys that were ever given; the next row made here gets this one. */
  known: number;
  /** By position: the row's key. */
  private keys: Int32Array;
  /** By key: position, -1 = not in the sheet. */
  private places: Int32Array;
  /** By key: number of the record in the source, from 1; 0 = made here. */
  private records: Int32Array;
  /** By key: index in the source's store, -1 = changed, or made here. */
  private ats: Int32Array;
  /** By key: rows that were looked at; deleted ones stay, so that undo brings the same row back. */
  private readonly made: (Row | undefined)[];

  /** Rows of the source, by their index in its store; `records`: their numbers. Both are kept, not copied. */
  constructor(source: RowSource, ats: Int32Array, records: Int32Array) {
    this.source = source;
    this.length = ats.length;
    this.known = ats.length;
    this.ats = ats;
    this.records = records;
    this.keys = new Int32Array(ats.length);
    for (let index = 0; index < ats.length; index++) this.keys[index] = index;
    this.places = this.keys.slice();
    this.made = roomFor(ats.length);
  }

  keyAt(position: number): RowKey {
    return position < this.length ? (this.keys[position] ?? -1) : -1;
  }
  at(position: number): Row | undefined {
    return this.row(this.keyAt(position));
  }
  placeOf(key: RowKey): number {
    return this.places[key] ?? -1;
  }
  recordOf(key: RowKey): number {
    return this.records[key] ?? 0;
  }
  /** Index in the source's store while the row still is what stands there; else -1. */
  storedAt(key: RowKey): number {
    return this.ats[key] ?? -1;
  }

  /** The row of this key, deleted ones too. */
  row(key: RowKey): Row | undefined {
    if (key < 0 || key >= this.known) return undefined;
    return (this.made[key] ??= new Row(key, this));
  }
  /** The row, if somebody looked at it before. */
  seen(key: RowKey): Row | undefined {
    return this.made[key];
  }
  /** The row for a look at its cells, after which it may be forgotten. */
  glance(key: RowKey): Row {
    return this.made[key] ?? new Row(key, this);
  }
  cell(key: RowKey, column: number): string {
    const row = this.made[key];
    return row === undefined ? this.sourceCell(key, column) : row.cell(column);
  }

  /** A copy of all cells; ragged. */
  cellsOf(key: RowKey): string[] {
    return this.made[key]?.cells.slice() ?? this.cut(key);
  }
  /** Columns the row may have text in. */
  reachOf(key: RowKey): number {
    return this.storedAt(key) === -1 ? (this.made[key]?.cells.length ?? 0) : this.source.width;
  }

  /** Rows in sheet order that somebody looked at: all that have problems are among them. */
  *allSeen(): Generator<Row> {
    for (let position = 0; position < this.length; position++) {
      const row = this.made[this.keys[position] as number];
      if (row !== undefined) yield row;
    }
  }
  /** All keys, in sheet order. */
  allKeys(): RowKey[] {
    // A plain loop: `Array.from` takes 10 ms for 100,000 keys, and the page's summary asks after every edit.
    const keys: RowKey[] = [];
    keys.length = this.length;
    for (let position = 0; position < this.length; position++) keys[position] = this.keys[position] as number;
    return keys;
  }

  sourceCell(key: RowKey, column: number): string {
    const { store, width } = this.source;
    const at = this.storedAt(key);
    return at === -1 || column < 0 || column >= width ? '' : store.cell(at, column);
  }
  cut(key: RowKey): string[] {
    const at = this.storedAt(key);
    return at === -1 ? [] : this.source.store.cut(at, this.source.width);
  }
  isBlankInSource(key: RowKey): boolean {
    const at = this.storedAt(key);
    return at === -1 || this.source.store.isBlank(at);
  }
  /** The row's cells are its own from now on. */
  leaveSource(key: RowKey): void {
    this.ats[key] = -1;
  }

  /** A row of this key, new or deleted before; `insert` puts it into the sheet. */
  add(key: RowKey, record: number): Row {
    if (key >= this.known) this.grow(key + 1);
    this.records[key] = record;
    return this.row(key) ?? new Row(key, this);
  }

  /** Puts rows in at a position. */
  insert(position: number, keys: readonly RowKey[]): void {
    const at = Math.min(position, this.length);
    const length = this.length + keys.length;
    if (length > this.keys.length) this.keys = resized(this.keys, length * 2);
    this.keys.copyWithin(at + keys.length, at, this.length);
    this.keys.set(keys, at);
    this.length = length;
    this.renumber(at);
  }

  remove(keys: ReadonlySet<RowKey>): void {
    let first = this.length;
    for (const key of keys) first = Math.min(first, this.placeOf(key));
    let to = first;
    for (let from = first; from < this.length; from++) {
      const key = this.keys[from] as number;
      if (keys.has(key)) this.places[key] = -1;
      else this.keys[to++] = key;
    }
    this.length = to;
    this.renumber(first);
  }

  private renumber(from: number): void {
    for (let position = from; position < this.length; position++)
      this.places[this.keys[position] as number] = position;
  }

  private grow(known: number): void {
    if (known > this.places.length) {
      const size = known * 2;
      this.places = resized(this.places, size);
      this.records = resized(this.records, size);
      this.ats = resized(this.ats, size);
    }
    this.places.fill(-1, this.known, known);
    this.records.fill(0, this.known, known);
    this.ats.fill(-1, this.known, known);
    this.known = known;
  }
}

/**
 * Places for objects that may never be made. Filled, because an array with few entries far apart becomes a hash table:
 * the summary after an edit of 100,000 rows then took 5 ms longer.
 */
export function roomFor<T>(size: number): (T | undefined)[] {
  const room: (T | undefined)[] = [];
  for (let index = 0; index < size; index++) room.push(undefined);
  return room;
}

function resized(old: Int32Array, size: number): Int32Array {
  const fresh = new Int32Array(size);
  fresh.set(old);
  return fresh;
}
