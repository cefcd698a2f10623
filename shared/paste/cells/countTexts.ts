import type { Row } from '../sheet.ts';
import { Distinct } from './distinct.ts';

/** The different texts of a column and how often each stands there, without a string for every row. */
export function countTexts(rows: readonly Row[], column: number): Map<string, number> {
  const found = new Map<string, number>();
  if (column === -1) return found;
  const distinct = new Distinct(Infinity);
  const counts: number[] = [];
  for (const row of rows) {
    const number = numberAt(distinct, row, column);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  distinct.texts.forEach((text, number) => found.set(text, counts[number] ?? 0));
  return found;
}

function numberAt(distinct: Distinct, row: Row, column: number): number {
  const { source } = row;
  if (row.at !== -1 && source !== null && column < source.width && column < source.store.widthOf(row.at)) {
    const { store } = source;
    const cell = (store.firsts[row.at] ?? 0) + column;
    const start = store.starts[cell] ?? 0;
    if (start >= 0) return distinct.numberOf(store.text, start, store.ends[cell] ?? 0);
  }
  const text = row.cell(column);
  return distinct.numberOf(text, 0, text.length);
}
