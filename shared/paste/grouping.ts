import { fold } from '../address/fold.ts';
import { invoiceKey } from '../orders/rules/invoice.ts';
import { hasItem } from './items.ts';
import type { Layout } from './layout.ts';
import { cellAt, trimmed } from './sheet.ts';
import type { OrderGroup, Row } from './sheet.ts';

const isBlankRow = (row: Row): boolean => {
  for (const cell of row.cells) if (cell !== '' && trimmed(cell) !== '') return false;
  return true;
};

/** True when any cell of name, street, city or postcode is filled. */
export const carriesAddress = (row: Row, layout: Layout): boolean => {
  for (const column of layout.address) if (cellAt(row, column) !== '') return true;
  return false;
};

/** The row whose address counts: the first with a street or postcode, else the first with any part, else the first. */
export function headOf(order: OrderGroup, layout: Layout): Row | undefined {
  const [first] = order.rows;
  if (order.rows.length === 1) return first;
  const { zip, addr, wholeAddress } = layout.at;
  const placed = order.rows.find(
    (row) => cellAt(row, addr) !== '' || cellAt(row, zip) !== '' || cellAt(row, wholeAddress) !== '',
  );
  return placed ?? order.rows.find((row) => carriesAddress(row, layout)) ?? first;
}

/** The invoice of a row as orders are grouped by it, '' = none. */
export function rowInvoice(row: Row, layout: Layout): string {
  const column = layout.at.invoice;
  let text = cellAt(row, column);
  if (text === '') for (const [from, to] of layout.fallbacks) if (from === column) text = cellAt(row, to);
  return text === '' ? '' : invoiceKey(text);
}

/** Two rows with one invoice are one order when they go to the same person. */
function sameRecipient(order: OrderGroup, row: Row, layout: Layout): boolean {
  if (!carriesAddress(row, layout)) return true;
  const head = order.rows.find((other) => carriesAddress(other, layout));
  if (head === undefined) return true;
  let alike = true;
  for (const column of layout.address)
    if (cellAt(head, column) !== cellAt(row, column)) {
      alike = false;
      break;
    }
  if (alike) return true;
  const text = (one: Row, columns: readonly number[]): string =>
    fold(columns.map((column) => cellAt(one, column)).join(' '));
  const nameA = text(head, layout.names);
  const nameB = text(row, layout.names);
  if (nameA === nameB || nameB === '' || nameA === '') return true;
  const zip = layout.at.zip;
  const streetB = text(row, layout.streets);
  return (
    (zip !== -1 && cellAt(head, zip) !== '' && cellAt(head, zip) === cellAt(row, zip)) ||
    (streetB !== '' && text(head, layout.streets) === streetB)
  );
}

/**
 * Rows to orders: rows with one invoice belong together wherever they stand; a row without invoice and address
 * continues the order above. Kept so that one changed row regroups only itself and the rows that hang on it.
 */
export class Grouping {
  private readonly byInvoice = new Map<string, OrderGroup | OrderGroup[]>();
  private readonly layout: Layout;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** Puts the row into its order (a new or a known one); `above` = the order of the row before it. */
  place(row: Row, above: OrderGroup | null): OrderGroup | null {
    row.order = null;
    if (row.junk !== '' || isBlankRow(row)) return null;
    const key = rowInvoice(row, this.layout);
    if (key === '') {
      if (above !== null && !carriesAddress(row, this.layout) && hasItem(row, this.layout))
        return this.add(above, row);
      return this.add(newOrder(''), row);
    }
    const known = this.byInvoice.get(key);
    if (known === undefined) {
      const order = newOrder(key);
      this.byInvoice.set(key, order);
      return this.add(order, row);
    }
    const list = Array.isArray(known) ? known : [known];
    const same = list.find((order) => sameRecipient(order, row, this.layout));
    if (same !== undefined) return this.add(same, row);
    const order = newOrder(key);
    this.byInvoice.set(key, [...list, order]);
    order.conflict = true;
    return this.add(order, row);
  }

  /** Takes the row out of its order; returns the order, which may be empty then. */
  remove(row: Row): OrderGroup | null {
    const order = row.order;
    if (order === null) return null;
    order.rows.splice(order.rows.indexOf(row), 1);
    row.order = null;
    if (order.rows.length === 0) this.forget(order);
    return order;
  }

  private forget(order: OrderGroup): void {
    const rest = this.listOf(order.key).filter((other) => other !== order);
    if (rest.length === 0) this.byInvoice.delete(order.key);
    else {
      this.byInvoice.set(order.key, rest);
      if (rest[0] !== undefined) rest[0].conflict = false;
    }
  }

  private listOf(key: string): OrderGroup[] {
    const known = this.byInvoice.get(key);
    return known === undefined ? [] : Array.isArray(known) ? known : [known];
  }

  /** Other orders of this paste with the same invoice. */
  rivals(order: OrderGroup): OrderGroup[] {
    if (order.key === '') return [];
    return this.listOf(order.key).filter((other) => other !== order);
  }

  private add(order: OrderGroup, row: Row): OrderGroup {
    row.order = order;
    if (order.rows.length === 0) {
      order.rows = [row];
      return order;
    }
    const after = order.rows.at(-1);
    order.rows.push(row);
    if (after !== undefined && after.pos > row.pos) order.rows.sort((a, b) => a.pos - b.pos);
    row.order = order;
    return order;
  }
}

const newOrder = (key: string): OrderGroup => ({
  rows: [],
  key,
  conflict: false,
  state: 'ready',
  iso: '',
  person: 0,
  near: 0,
  notices: 0,
});
