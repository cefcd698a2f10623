import { partInvoice } from '../../orders/rules/invoice.ts';
import { maxQuantity, partsFor } from '../../orders/rules/lines.ts';
import { mostParts } from '../../orders/splitOrder.ts';
import { itemRows } from '../assemble.ts';
import { carriesAddress } from '../grouping.ts';
import { idsIn, readPacked } from '../items.ts';
import type { Layout } from '../layout.ts';
import type { OrderGroup } from '../orderGroup.ts';
import type { CellEdit, Problem } from '../pasteTypes.ts';
import type { Row } from '../sheet.ts';
import { cellAt } from '../sheet.ts';
import { readCount } from './itemChecks.ts';

/** One product of an order, where its quantity can be changed. */
interface Line {
  row: Row;
  /** Of the quantity. */
  column: number;
  count: number;
  /** Columns that say what it is. */
  own: readonly number[];
  /** What its cells say when none of it stays. */
  gone: readonly CellEdit[];
}

/**
 * An order of more things than one order may have, as several: what is too much of one product goes into orders of its
 * own, and only then what is too much together. Every new order is a row of its own with the person of this one. null =
 * it fits as it is, or its rows cannot tell who gets how many.
 */
export function splitOrder(order: OrderGroup, head: Row, layout: Layout): Problem | null {
  const lines: Line[] = [];
  let fixed = 0;
  for (const row of itemRows(order, layout)) {
    lines.push(...linesOf(row, layout));
    for (const column of layout.packed)
      for (const item of readPacked(row.cell(column))) fixed += readCount(item.quantity)?.value ?? 0;
  }
  const total = lines.reduce((sum, line) => sum + line.count, fixed);
  const large = lines.find((line) => line.count > maxQuantity);
  if (total <= maxQuantity || (large === undefined && lines.length + (fixed > 0 ? 1 : 0) < 2)) return null;
  const parts = partsFor(total);
  const { row, column } = large ?? { row: head, column: layout.at.quantity };
  const problem: Problem = {
    id: `${row.key}:${column}:${large === undefined ? 'quantitySum' : 'quantityTooLarge'}`,
    row: row.key,
    record: row.record,
    column,
    field: 'quantity',
    code: large === undefined ? 'quantitySum' : 'quantityTooLarge',
    weight: 'fault',
    params: { quantity: large?.count ?? total, sum: total, max: maxQuantity, orders: parts },
    was: cellAt(row, column),
    repair: null,
  };
  if (fixed > maxQuantity || parts > mostParts) return problem;
  const { kept, bins } = distribute(lines, fixed, head);
  const edits = lines.flatMap((line, i): readonly CellEdit[] => {
    const left = kept[i] ?? 0;
    if (left === line.count) return [];
    return left === 0 ? line.gone : [{ row: line.row.key, column: line.column, value: String(left) }];
  });
  const shown = edits.find((edit) => edit.row === row.key && edit.column === column) ?? edits[0];
  const below = order.rows.at(-1);
  if (shown === undefined || below === undefined) return problem;
  const place = lines.find((line) => line.row.key === shown.row) ?? { row };
  return {
    ...problem,
    id: `${shown.row}:${shown.column}:${problem.code}`,
    row: shown.row,
    record: place.row.record,
    column: shown.column,
    was: place.row.cell(shown.column),
    weight: 'repair',
    repair: {
      value: shown.value,
      safe: 'ask',
      edits: [...edits],
      addRows: bins.flatMap((bin, index) =>
        [...bin].map(([line, count]) => ({
          record: line.row.record,
          cells: rowFor(line, count, index + 2, head, layout),
        })),
      ),
      addBelow: below.key,
    },
  };
}

/** The products of a row that have a cell for their quantity. */
function linesOf(row: Row, layout: Layout): Line[] {
  const { at } = layout;
  const lines: Line[] = [];
  const add = (column: number, own: readonly number[], gone: readonly number[]): void => {
    const text = cellAt(row, column).trim();
    // Where some were sent back, how many are left is no cell's text.
    const back = readCount(cellAt(row, at.refundedQuantity).trim() || '0')?.value ?? 0;
    const count = column === -1 || back > 0 ? null : readCount(text);
    if (count === null || count.value === 0) return;
    const none = gone.map((one) => ({ row: row.key, column: one, value: one === column ? '0' : '' }));
    lines.push({ row, column, count: count.value, own, gone: none });
  };
  const named = cellAt(row, at.sku) !== '' || cellAt(row, at.title) !== '';
  const elsewhere = layout.items.length + layout.itemColumns.length + layout.packed.length > 0;
  const counts = layout.itemTotal === -1 ? at.quantity : layout.itemTotal;
  if ((named || !elsewhere) && idsIn(cellAt(row, at.sku), layout).length < 2)
    add(counts, [at.sku, at.title], [counts]);
  for (const { sku, title, quantity } of layout.items)
    if (cellAt(row, sku) !== '' || cellAt(row, title) !== '')
      add(
        quantity,
        [sku, title],
        [sku, title, quantity].filter((column) => column !== -1),
      );
  for (const column of layout.itemColumns) if (row.cell(column).trim() !== '') add(column, [], [column]);
  return lines;
}

/** How many of each line stay (`kept`), and what goes into each new order. */
function distribute(
  lines: readonly Line[],
  fixed: number,
  head: Row,
): { kept: number[]; bins: Map<Line, number>[] } {
  const bins: Map<Line, number>[] = [];
  const alone = lines.length === 1 && fixed === 0;
  const kept = lines.map((line) => {
    let left = line.count;
    while (left > maxQuantity) {
      const part = alone ? Math.min(maxQuantity, left - maxQuantity) : maxQuantity;
      bins.push(new Map([[line, part]]));
      left -= part;
    }
    return left;
  });
  let room = maxQuantity - fixed;
  let open = 0;
  const turns = lines
    .map((_, i) => i)
    .sort((a, b) => Number(lines[b]?.row === head) - Number(lines[a]?.row === head));
  for (const i of turns) {
    const line = lines[i];
    let over = (kept[i] ?? 0) - room;
    room = Math.max(0, -over);
    if (line === undefined || over <= 0) continue;
    kept[i] = (kept[i] ?? 0) - over;
    while (over > 0) {
      if (open === 0) {
        bins.push(new Map());
        open = maxQuantity;
      }
      const part = Math.min(over, open);
      bins.at(-1)?.set(line, part);
      open -= part;
      over -= part;
    }
  }
  return { kept, bins };
}

/** A row that is an order: the person of the old one, this product only. */
function rowFor(line: Line, count: number, part: number, head: Row, layout: Layout): string[] {
  const { at } = layout;
  const items = new Set([
    ...layout.quantities,
    layout.itemTotal,
    ...layout.packed,
    ...layout.items.flatMap(({ sku, title }) => [sku, title]),
    at.sku,
    at.title,
  ]);
  const person = carriesAddress(line.row, layout) ? line.row : head;
  const own = repaired(line.row);
  const heads = repaired(person);
  const cells = Array.from({ length: Math.max(own.length, heads.length) }, (_, c) => {
    if (items.has(c)) return line.own.includes(c) ? (own[c] ?? '') : '';
    return own[c] || heads[c] || '';
  });
  cells[line.column] = String(count);
  const invoice = cells[at.invoice] ?? '';
  if (invoice !== '') cells[at.invoice] = partInvoice(invoice, part);
  return cells;
}

/** The row's cells as they will be when all that is offered for it is taken. */
function repaired(row: Row): string[] {
  const cells = [...row.cells];
  for (const { repair } of row.problems)
    for (const { row: key, column, value } of repair?.edits ?? [])
      if (key === row.key) {
        while (cells.length < column) cells.push('');
        cells[column] = value;
      }
  return cells;
}
