import { fold } from '../address/fold.ts';
import { invoiceKey } from '../orders/rules/invoice.ts';
import { hasItem } from './items.ts';
import type { Layout } from './layout.ts';
import { OrderBook } from './orderBook.ts';
import type { OrderGroup } from './orderGroup.ts';
import { invoiceHash } from './radar/hash.ts';
import type { RowList } from './rowList.ts';
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
  readonly book: OrderBook;
  private readonly layout: Layout;
  /** While all rows are placed: orders that got a second row. */
  joined: OrderGroup[] | null = [];

  constructor(layout: Layout, rows: RowList) {
    this.layout = layout;
    this.book = new OrderBook(rows, (row) => rowInvoice(row, layout));
  }

  /** Puts the row into its order (a new or a known one); `above` = number of the order of the row before it, -1 = none. */
  place(row: Row, above: number): OrderGroup | null {
    const { book, layout } = this;
    book.leave(row);
    if (row.junk !== '' || row.isBlank) return null;
    const key = rowInvoice(row, layout);
    if (key === '') {
      if (above !== -1 && !carriesAddress(row, layout) && hasItem(row, layout))
        return this.add(book.get(above), row);
      return book.start(row, 0, '');
    }
    const hash = invoiceHash(key);
    const list = book.withInvoice(hash, key);
    const same = list.find((order) => sameRecipient(order, row, layout));
    if (same !== undefined) return this.add(same, row);
    const order = book.start(row, hash, key);
    order.conflict = list.length > 0;
    return order;
  }

  /** Takes the row out of its order; returns the order, which may be empty then. */
  remove(row: Row): OrderGroup | null {
    const order = this.book.of(row.key);
    if (order === null) return null;
    order.rows.splice(order.rows.indexOf(row), 1);
    this.book.leave(row);
    if (order.rows.length === 0) this.forget(order);
    return order;
  }

  private forget(order: OrderGroup): void {
    this.book.drop(order);
    const [first] = this.book.withInvoice(order.hash, order.key);
    if (first !== undefined) first.conflict = false;
  }

  /** Other orders of this paste with the same invoice. */
  rivals(order: OrderGroup): OrderGroup[] {
    return this.book.withInvoice(order.hash, order.key).filter((other) => other !== order);
  }

  private add(order: OrderGroup, row: Row): OrderGroup {
    this.book.join(row, order);
    const { rows } = order;
    const after = rows.at(-1);
    rows.push(row);
    this.joined?.push(order);
    if (after !== undefined && after.pos > row.pos) rows.sort((a, b) => a.pos - b.pos);
    return order;
  }
}
