import { fold } from '../address/fold.ts';
import { invoiceKey } from '../orders/rules/invoice.ts';
import { hasItem } from './items.ts';
import type { Layout } from './layout.ts';
import { OrderGroup, OrderTable } from './orderGroup.ts';
import { invoiceHash } from './radar/hash.ts';
import { cellAt } from './sheet.ts';
import type { Row } from './sheet.ts';

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
  private readonly byInvoice: OrderTable;
  private readonly layout: Layout;
  /** While all rows are placed: orders that got a second row. */
  joined: OrderGroup[] | null = [];
  private readonly readInvoice = (row: Row): string => rowInvoice(row, this.layout);

  /** `expected`: how many orders there may be. */
  constructor(layout: Layout, expected: number) {
    this.layout = layout;
    this.byInvoice = new OrderTable(expected);
  }

  /** Puts the row into its order (a new or a known one); `above` = the order of the row before it. */
  place(row: Row, above: OrderGroup | null): OrderGroup | null {
    row.order = null;
    if (row.junk !== '' || row.isBlank) return null;
    const key = rowInvoice(row, this.layout);
    if (key === '') {
      if (above !== null && !carriesAddress(row, this.layout) && hasItem(row, this.layout))
        return this.add(above, row);
      return this.start(row, 0, '');
    }
    const hash = invoiceHash(key);
    const list = this.listOf(hash, key);
    const same = list.find((order) => sameRecipient(order, row, this.layout));
    if (same !== undefined) return this.add(same, row);
    const order = this.start(row, hash, key);
    order.conflict = list.length > 0;
    return order;
  }

  /**
   * A row with an address of its own and this `invoiceHash` (0 = no invoice) becomes an order, when no other row has the
   * invoice; null = `place` has to be asked.
   */
  placeAlone(row: Row, hash: number): OrderGroup | null {
    return hash !== 0 && this.byInvoice.has(hash) ? null : this.start(row, hash, hash === 0 ? '' : null);
  }

  private start(row: Row, hash: number, key: string | null): OrderGroup {
    const order = new OrderGroup(row, hash, key, this.readInvoice);
    this.byInvoice.add(hash, order);
    row.order = order;
    return order;
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
    this.byInvoice.remove(order.hash, order);
    const [first] = this.listOf(order.hash, order.key);
    if (first !== undefined) first.conflict = false;
  }

  private listOf(hash: number, key: string): OrderGroup[] {
    if (hash === 0 || !this.byInvoice.has(hash)) return [];
    return this.byInvoice.all(hash).filter((order) => order.key === key);
  }

  /** Other orders of this paste with the same invoice. */
  rivals(order: OrderGroup): OrderGroup[] {
    return this.listOf(order.hash, order.key).filter((other) => other !== order);
  }

  private add(order: OrderGroup, row: Row): OrderGroup {
    row.order = order;
    const { rows } = order;
    const after = rows.at(-1);
    rows.push(row);
    this.joined?.push(order);
    if (after !== undefined && after.pos > row.pos) rows.sort((a, b) => a.pos - b.pos);
    return order;
  }
}
