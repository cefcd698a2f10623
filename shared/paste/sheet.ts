import type { CellStore } from './cells/cellStore.ts';
import type { OrderGroup } from './orderGroup.ts';
import type { Problem, RowKey } from './pasteTypes.ts';

/** Where rows have their cells from; cells right of `width` are not part of the sheet. */
export interface RowSource {
  store: CellStore;
  width: number;
}

export const noProblems: readonly Problem[] = [];

/** One body row. Its cells are cut from the source's text when somebody asks for them. */
export class Row {
  readonly key: RowKey;
  readonly record: number;
  /** Position in the sheet; kept up to date by the model. */
  pos: number;
  /** The order it belongs to; null for blank rows and rows that are no order. */
  order: OrderGroup | null = null;
  /** Reason why this row is no order at all (totals, footer, repeated header), '' = it is one. */
  junk = '';
  /** Reason why this row's item is not to be sent (cancelled, shipped, quantity 0…), '' = send. */
  skip = '';
  /** The user said: send it all the same. */
  included = false;
  problems: readonly Problem[] = noProblems;
  /** Record of the source that still is what this row holds; -1 = changed, or a row made here. */
  at: number;
  readonly source: RowSource | null;
  private own: string[] | null;

  private constructor(
    key: RowKey,
    record: number,
    source: RowSource | null,
    at: number,
    own: string[] | null,
  ) {
    this.key = key;
    this.record = record;
    this.pos = key;
    this.source = source;
    this.at = at;
    this.own = own;
  }

  static of(key: RowKey, record: number, cells: string[]): Row {
    return new Row(key, record, null, -1, cells);
  }
  static from(key: RowKey, record: number, source: RowSource, at: number): Row {
    return new Row(key, record, source, at, null);
  }

  /** All cells; ragged. To change one, use `put`. */
  get cells(): readonly string[] {
    if (this.own !== null) return this.own;
    return (this.own = this.source?.store.cut(this.at, this.source.width) ?? []);
  }

  /** The cell's text, '' where there is none. */
  cell(column: number): string {
    if (this.own !== null) return this.own[column] ?? '';
    const { source } = this;
    return source === null || column < 0 || column >= source.width ? '' : source.store.cell(this.at, column);
  }

  /** Columns it may have text in, known without cutting its cells. */
  get reach(): number {
    return this.own?.length ?? this.source?.width ?? 0;
  }

  put(column: number, value: string): void {
    const own = [...this.cells];
    while (own.length < column) own.push('');
    own[column] = value;
    this.replace(own);
  }

  replace(cells: string[]): void {
    this.own = cells;
    this.at = -1;
  }

  /** Nothing but blanks in it. */
  get isBlank(): boolean {
    if (this.own === null && this.source !== null) return this.source.store.isBlank(this.at);
    for (const cell of this.cells) if (cell !== '' && trimmed(cell) !== '') return false;
    return true;
  }
}

export const cellAt = (row: Row, column: number): string => (column === -1 ? '' : row.cell(column));

/** First filled cell of the column among the order's rows. */
export function firstFilled(rows: readonly Row[], column: number): string {
  if (column === -1) return '';
  for (const row of rows) {
    const cell = row.cell(column);
    if (cell !== '') return cell;
  }
  return '';
}

/** `trim` only where there may be something to trim. */
export function trimmed(text: string): string {
  const length = text.length;
  if (length === 0) return text;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  return first > 32 && last > 32 && first < 0xa0 && last < 0xa0 ? text : text.trim();
}
