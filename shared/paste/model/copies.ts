import type { Layout } from '../layout.ts';
import type { OrderGroup } from '../orderGroup.ts';
import type { Problem } from '../pasteTypes.ts';
import { cellAt } from '../sheet.ts';
import type { Row } from '../sheet.ts';

/** Exact copies of a row within its order: removing them is offered. */
export function copiesIn(order: OrderGroup, layout: Layout): Problem[] {
  const seen = new Map<string, Row>();
  const copies: Problem[] = [];
  for (const row of order.rows) {
    if (row.skip !== '') continue;
    const text = row.cells.join('\u0001');
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, row);
      continue;
    }
    const column = Math.max(0, layout.at.invoice);
    copies.push({
      id: `${row.key}:${column}:duplicateRow`,
      row: row.key,
      record: row.record,
      column,
      field: 'invoice',
      code: 'duplicateRow',
      weight: 'repair',
      params: { record: first.record },
      was: cellAt(row, column),
      repair: { value: '', safe: 'ask', edits: [], removeRow: true },
    });
  }
  return copies;
}
