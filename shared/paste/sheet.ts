import type { Problem, RowKey } from './pasteTypes.ts';
import type { RowList } from './rowList.ts';

export const noProblems: readonly Problem[] = [];

/** One body row, for those that somebody looks at (`RowList`). Its cells are cut from the source's text when asked for. */
export class Row {
  readonly key: RowKey;
  /** Reason why this row is no order at all (totals, footer, repeated header), '' = it is one. */
  junk = '';
  /** Reason why this row's item is not to be sent (cancelled, shipped, quantity 0…), '' = send. */
  skip = '';
  /** The user said: send it all the same. */
  included = false;
  problems: readonly Problem[] = noProblems;
  private readonly list: RowList;
  private own: string[] | null = null;

  constructor(key: RowKey, list: RowList) {
    this.key = key;
    this.list = list;
  }

  /** Number of its record in the source, from 1; 0 = made here. */
  get record(): number {
    return this.list.recordOf(this.key);
  }
  /** Position in the sheet; -1 = not in it any more. */
  get pos(): number {
    return this.list.placeOf(this.key);
  }

  /** All cells; ragged. To change one, use `put`. */
  get cells(): readonly string[] {
    return (this.own ??= this.list.cut(this.key));
  }

  /** The cell's text, '' where there is none. */
  cell(column: number): string {
    return this.own === null ? this.list.sourceCell(this.key, column) : (this.own[column] ?? '');
  }

  put(column: number, value: string): void {
    const own = [...this.cells];
    while (own.length < column) own.push('');
    own[column] = value;
    this.replace(own);
  }

  replace(cells: string[]): void {
    this.own = cells;
    this.list.leaveSource(this.key);
  }

  /** Nothing but blanks in it. */
  get isBlank(): boolean {
    return this.own === null
      ? this.list.isBlankInSource(this.key)
      : this.own.every((cell) => cell === '' || trimmed(cell) === '');
  }

  /** Nothing was found out about it yet. */
  forgetChecks(): void {
    this.problems = noProblems;
    this.skip = '';
    this.junk = '';
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
