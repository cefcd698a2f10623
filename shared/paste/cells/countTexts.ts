import type { RowKey } from '../pasteTypes.ts';
import type { RowList } from '../rowList.ts';
import { Distinct } from './distinct.ts';

/** The different texts of a column and how often each stands there, without a string for every row. */
export function countTexts(rows: RowList, column: number): Map<string, number> {
  const found = new Map<string, number>();
  if (column === -1) return found;
  const distinct = new Distinct(Infinity);
  const counts: number[] = [];
  for (let pos = 0; pos < rows.length; pos++) {
    const number = numberAt(distinct, rows, rows.keyAt(pos), column);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  distinct.texts.forEach((text, number) => found.set(text, counts[number] ?? 0));
  return found;
}

function numberAt(distinct: Distinct, rows: RowList, key: RowKey, column: number): number {
  const { store, width } = rows.source;
  const at = rows.storedAt(key);
  if (at !== -1 && column < width && column < store.widthOf(at)) {
    const cell = (store.firsts[at] ?? 0) + column;
    const start = store.starts[cell] ?? 0;
    if (start >= 0) return distinct.numberOf(store.text, start, store.ends[cell] ?? 0);
  }
  const text = rows.cell(key, column);
  return distinct.numberOf(text, 0, text.length);
}
