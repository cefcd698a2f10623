import { OrderGroup } from './orderGroup.ts';
import { OrderTable } from './orderTable.ts';
import type { RowKey } from './pasteTypes.ts';
import { roomFor } from './rowList.ts';
import type { RowList } from './rowList.ts';
import type { Row } from './sheet.ts';

const none = -1;

/**
 * All orders of a sheet by number. Nearly all are one clean row of which nobody ever asks: such an order is an entry in
 * flat tables, and becomes an object when somebody does.
 */
export class OrderBook {
  private readonly rows: RowList;
  private readonly invoiceOf: (row: Row) => string;
  private readonly byInvoice: OrderTable;
  /** By key of a row: number of its order. */
  private ofRow: Int32Array;
  /** By number of an order; an order without an object is the clean row with the key of its number. */
  private readonly groups: (OrderGroup | undefined)[];
  /** By number of an order without an object: its country as two letters; 0 = not known. */
  private readonly countries: Uint16Array;
  private next: number;

  /** `invoiceOf`: the invoice as orders are grouped by it, '' = none. */
  constructor(rows: RowList, invoiceOf: (row: Row) => string) {
    this.rows = rows;
    this.invoiceOf = invoiceOf;
    this.byInvoice = new OrderTable(rows.known);
    this.ofRow = new Int32Array(rows.known).fill(none);
    this.countries = new Uint16Array(rows.known);
    this.groups = roomFor(rows.known);
    this.next = rows.known;
  }

  /** Number of the row's order, -1 = none. */
  idOf(key: RowKey): number {
    return this.ofRow[key] ?? none;
  }
  of(key: RowKey): OrderGroup | null {
    const id = this.idOf(key);
    return id === none ? null : this.get(id);
  }
  get(id: number): OrderGroup {
    return (this.groups[id] ??= this.made(id));
  }
  /** The order, if it is more than a clean row of which nobody asked. */
  seen(id: number): OrderGroup | undefined {
    return this.groups[id];
  }

  private made(id: number): OrderGroup {
    const row = this.rows.row(id);
    if (row === undefined) throw new Error(`there is no order ${id}`);
    const hash = this.byInvoice.hashOf(id);
    const order = new OrderGroup(id, row, hash, hash === 0 ? '' : this.invoiceOf(row));
    const letters = this.countries[id] ?? 0;
    order.iso = letters === 0 ? '' : String.fromCharCode(letters >> 8, letters & 0xff);
    return order;
  }

  /** All orders by the row they begin with, in sheet order; one that nobody looked at yet becomes an object. */
  *all(): Generator<OrderGroup> {
    for (let pos = 0; pos < this.rows.length; pos++) {
      const key = this.rows.keyAt(pos);
      const order = this.of(key);
      if (order?.rows[0]?.key === key) yield order;
    }
  }

  hasInvoice(hash: number): boolean {
    return hash !== 0 && this.byInvoice.has(hash);
  }
  hashOf(id: number): number {
    return this.byInvoice.hashOf(id);
  }
  /** Orders of this invoice, oldest first. */
  withInvoice(hash: number, key: string): OrderGroup[] {
    return this.byInvoice
      .all(hash)
      .map((id) => this.get(id))
      .filter((order) => order.key === key);
  }

  /** A clean row becomes an order of its own, whose number is its key. Only while the sheet is checked as a whole. */
  addClean(key: RowKey, hash: number, iso: string): void {
    this.ofRow[key] = key;
    this.byInvoice.add(hash, key);
    this.countries[key] = iso === '' ? 0 : (iso.charCodeAt(0) << 8) | iso.charCodeAt(1);
  }

  /** A new order with this row. `hash`: of the invoice, 0 = none. */
  start(row: Row, hash: number, key: string): OrderGroup {
    // A row's own key, while no order was ever called by it: tables of orders stay as short as the sheet.
    const isFree = row.key < this.countries.length && this.groups[row.key] === undefined;
    const order = new OrderGroup(isFree ? row.key : this.next++, row, hash, key);
    this.groups[order.id] = order;
    this.byInvoice.add(hash, order.id);
    this.join(row, order);
    return order;
  }

  join(row: Row, order: OrderGroup): void {
    if (row.key >= this.ofRow.length) {
      const more = new Int32Array(row.key * 2).fill(none);
      more.set(this.ofRow);
      this.ofRow = more;
    }
    this.ofRow[row.key] = order.id;
  }

  leave(row: Row): void {
    if (row.key < this.ofRow.length) this.ofRow[row.key] = none;
  }

  /** The order's rows have all left. */
  drop(order: OrderGroup): void {
    this.byInvoice.remove(order.id);
  }
}
