import type { Problem, RowKey, RowState } from './pasteTypes.ts';

/** One body row. */
export interface Row {
  key: RowKey;
  record: number;
  /** Position in the sheet; kept up to date by the model. */
  pos: number;
  cells: string[];
  /** The order it belongs to; null for blank rows and rows that are no order. */
  order: OrderGroup | null;
  /** Reason why this row is no order at all (totals, footer, repeated header), '' = it is one. */
  junk: string;
  /** Reason why this row's item is not to be sent (cancelled, shipped, quantity 0…), '' = send. */
  skip: string;
  /** The user said: send it all the same. */
  included: boolean;
  problems: readonly Problem[];
}

/** The rows of one order. */
export interface OrderGroup {
  rows: Row[];
  /** Invoice as compared; '' = none. */
  key: string;
  /** Another order of this paste has the same invoice but another recipient. */
  conflict: boolean;
  state: RowState;
  /** Country (ISO) of the recipient, '' = not known. */
  iso: string;
  /** For the radar. */
  person: number;
  near: number;
  notices: number;
}

export const noProblems: readonly Problem[] = [];

export const cellAt = (row: Row, column: number): string => (column === -1 ? '' : (row.cells[column] ?? ''));

/** First filled cell of the column among the order's rows. */
export function firstFilled(rows: readonly Row[], column: number): string {
  if (column === -1) return '';
  for (const row of rows) {
    const cell = row.cells[column];
    if (cell !== undefined && cell !== '') return cell;
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
