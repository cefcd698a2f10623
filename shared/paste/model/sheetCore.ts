import { itemRows } from '../assemble.ts';
import { checkRow } from '../checks/checkRow.ts';
import { countTexts } from '../cells/countTexts.ts';
import { RowCheck } from '../checks/context.ts';
import type { CheckWorld } from '../checks/context.ts';
import type { ProductBook } from '../checks/productBook.ts';
import { QuickCheck } from '../checks/quickCheck.ts';
import { carriesAddress, Grouping, headOf } from '../grouping.ts';
import { hasItem } from '../items.ts';
import type { Layout } from '../layout.ts';
import { isOpenWord, junkReason } from '../notOrders.ts';
import type { StatusSense } from '../notOrders.ts';
import type { RowKey, RowState } from '../pasteTypes.ts';
import { Radar } from '../radar/radar.ts';
import { cellAt, noProblems } from '../sheet.ts';
import type { OrderBook } from '../orderBook.ts';
import { OrderGroup } from '../orderGroup.ts';
import type { Row } from '../sheet.ts';
import type { RowList } from '../rowList.ts';
import { makeWorld } from './checkWorld.ts';
import type { CoreSettings } from './checkWorld.ts';
import { markSkips } from './markSkips.ts';
import { OrderCheck } from './orderCheck.ts';

/** Rows, their orders and what is wrong with them; kept right while rows change. */
export class SheetCore {
  readonly layout: Layout;
  readonly book: ProductBook;
  readonly settings: CoreSettings;
  /** Problems the user left as they are. */
  readonly left: Set<string>;
  private readonly world: CheckWorld;
  private readonly check: RowCheck;
  readonly orders: OrderBook;
  readonly whole: OrderCheck;
  private readonly grouping: Grouping;
  private readonly radar: Radar;
  private readonly sense: StatusSense;
  private readonly rows: RowList;
  private readonly quick: QuickCheck | null;
  /** `checkAll` is done with the rows above this position. */
  private checkedTo = 0;
  private readonly previewed = new Set<RowKey>();
  /** Every order must name a product in some row. */
  private readonly needsItem: boolean;

  constructor(rows: RowList, settings: CoreSettings, left: Set<string>) {
    this.rows = rows;
    this.settings = settings;
    this.left = left;
    const { mapping } = settings;
    this.world = makeWorld(rows, settings);
    this.layout = this.world.layout;
    this.book = this.world.products;
    this.check = new RowCheck(this.world);
    this.needsItem =
      (this.givesItems() || settings.needsProductIds) &&
      this.layout.itemColumns.length === 0 &&
      mapping.constants.sku === undefined &&
      mapping.constants.title === undefined;
    this.grouping = new Grouping(this.layout, rows);
    this.orders = this.grouping.book;
    this.radar = new Radar(this.layout, this.book, settings, this.orders, rows.known);
    this.whole = new OrderCheck(this.world, settings, this.grouping, this.radar, this.needsItem);
    this.sense = {
      open: new Set(
        this.layout.status.filter((column) => [...countTexts(rows, column).keys()].some(isOpenWord)),
      ),
      payments: mapping.profile === 'paypal',
    };
    this.quick =
      settings.thorough === true ? null : QuickCheck.for(rows, this.check, settings.headers, this.sense);
  }

  /** Puts all rows into orders and checks each; a step of the work at a time, so that others can be served between. */
  *checkAll(step = 200): Generator<number> {
    const { rows, orders } = this;
    /** Of rows that are an order each and clean: what the radar knows them by. */
    const clean = new Uint8Array(rows.known);
    const person = new Int32Array(rows.known);
    const near = new Int32Array(rows.known);
    let above = -1;
    for (let pos = 0; pos < rows.length; pos++) {
      if (pos % step === step - 1) yield pos;
      const key = rows.keyAt(pos);
      if (this.placeClean(key)) {
        clean[key] = 1;
        person[key] = this.quick?.person ?? 0;
        near[key] = this.quick?.near ?? 0;
        above = key;
      } else above = this.place(key, above);
    }
    for (const { rows: several } of this.grouping.joined ?? []) for (const { key } of several) clean[key] = 0;
    this.grouping.joined = null;
    for (let pos = 0; pos < rows.length; pos++) {
      if (pos % step === step - 1) yield rows.length + pos;
      const key = rows.keyAt(pos);
      this.checkedTo = pos + 1;
      if (clean[key] === 0) {
        const order = orders.of(key);
        if (order?.rows[0]?.key === key) this.checkOrder(order);
      } else if (!this.passes(key, person[key] as number, near[key] as number)) {
        const order = orders.get(key);
        for (const row of order.rows) row.problems = this.whole.problems(order, row) ?? noProblems;
        order.state = this.stateOf(order);
      }
    }
  }

  /**
   * What a row tells by itself, put to the row before its turn comes in `checkAll`: as if it were an order of its own.
   * Nothing of it stays, because every row that is not clean is checked again.
   */
  preview(key: RowKey): void {
    const row = this.rows.row(key);
    if (row === undefined || row.pos === -1 || this.previewed.has(key)) return;
    this.previewed.add(key);
    // An order is checked with all its rows when the turn of its first one comes.
    const first = this.orders.seen(this.orders.idOf(key))?.rows[0] ?? row;
    if (first.pos < this.checkedTo) return;
    row.forgetChecks();
    row.junk = junkReason(row, this.layout, this.settings.headers);
    if (row.junk !== '' || row.isBlank) return;
    markSkips(new OrderGroup(-1, row, 0, ''), row, this.layout, this.sense);
    if (row.skip === '') row.problems = checkRow(this.check, row, carriesAddress(row, this.layout)).problems;
  }

  /** The row is an order of its own, no other one had its invoice so far, and no check of rows finds anything. */
  private placeClean(key: RowKey): boolean {
    const { quick, orders } = this;
    if (quick === null || !quick.isPlainOrder(key) || orders.hasInvoice(quick.hash)) return false;
    if (!quick.isClean() || !(quick.hasItem || !this.needsItem)) return false;
    orders.addClean(key, quick.hash, quick.iso);
    return true;
  }

  /** Puts the row into its order; answers the order's number, or the one above where it is in none. */
  private place(key: RowKey, above: number): number {
    const row = this.rows.row(key);
    if (row === undefined) return above;
    row.junk = junkReason(row, this.layout, this.settings.headers);
    return this.grouping.place(row, above)?.id ?? above;
  }

  /** Neither this paste nor the past has anything to say about an order (its number) whose row is clean. */
  private passes(order: number, person: number, near: number): boolean {
    const { history } = this.settings;
    const hash = this.orders.hashOf(order);
    if (history !== null && hash !== 0 && history.mayHaveInvoice(hash)) return false;
    return this.radar.passes(order, person, near);
  }

  /** To be called before the row's cells change. */
  beforeChange(row: Row): void {
    // Made now, the order still knows the invoice that it was put together by.
    this.orders.of(row.key);
  }

  /** Groups the rows from `from` anew, with the rows that continue them, and checks every order touched. */
  regroup(changed: readonly Row[]): Row[] {
    const touched = new Set<OrderGroup>();
    const note = (order: OrderGroup | null): void => {
      if (order !== null) touched.add(order);
    };
    for (const row of changed) {
      note(this.orders.of(row.key));
      const block = [row, ...this.followers(row)];
      for (const one of block) {
        const order = this.orders.of(one.key);
        note(order);
        if (order !== null) for (const rival of this.grouping.rivals(order)) touched.add(rival);
        this.grouping.remove(one);
      }
      for (const one of block) {
        one.junk = junkReason(one, this.layout, this.settings.headers);
        one.problems = noProblems;
        note(this.grouping.place(one, this.orderAbove(one)));
      }
    }
    return this.recheck(touched);
  }

  /** A row left the sheet. */
  drop(row: Row): Row[] {
    const order = this.grouping.remove(row);
    const touched = new Set<OrderGroup>(order === null ? [] : [order, ...this.grouping.rivals(order)]);
    return this.recheck(touched);
  }

  /** Checks orders anew, and those that the radar connects with them. */
  recheck(orders: Iterable<OrderGroup>): Row[] {
    const all = new Set(orders);
    for (const order of Array.from(all)) {
      for (const other of this.radar.partners(order)) all.add(other);
    }
    const touched: Row[] = [];
    for (const order of all) {
      if (order.rows.length === 0) {
        this.radar.forget(order);
        continue;
      }
      this.checkOrder(order);
      touched.push(...order.rows);
    }
    return touched;
  }

  /** Number of the order that the rows above end with, -1 = none. */
  private orderAbove(row: Row): number {
    for (let pos = row.pos - 1; pos >= 0; pos--) {
      const order = this.orders.idOf(this.rows.keyAt(pos));
      if (order !== -1) return order;
    }
    return -1;
  }

  /** Rows below without an invoice of their own: where they belong depends on this row. */
  private followers(row: Row): Row[] {
    const rows: Row[] = [];
    const { at } = this.layout;
    for (let pos = row.pos + 1; pos < this.rows.length && rows.length < 500; pos++) {
      const next = this.rows.at(pos);
      if (next === undefined || cellAt(next, at.invoice) !== '' || carriesAddress(next, this.layout)) break;
      rows.push(next);
    }
    return rows;
  }

  private checkOrder(order: OrderGroup): void {
    const head = headOf(order, this.layout);
    if (head === undefined) return;
    markSkips(order, head, this.layout, this.sense);
    // What stands in a status column of a shifted row belongs to another one.
    if (head.skip !== '' && this.isShifted(head)) for (const row of order.rows) row.skip = '';
    const items = itemRows(order, this.layout);
    const anySkipped = items !== order.rows && order.rows.some((row) => row.skip !== '');
    const someLeft = items.length > 0 && (!anySkipped || items.some((row) => hasItem(row, this.layout)));
    this.radar.forget(order);
    order.notices = 0;
    if (!someLeft) {
      for (const row of order.rows) {
        if (row.skip === '') row.skip = order.rows.find((other) => other.skip !== '')?.skip ?? '';
        row.problems = noProblems;
      }
      order.state = 'notOrder';
      return;
    }
    for (const row of order.rows) {
      if (row.skip !== '' && row !== head) {
        row.problems = noProblems;
        continue;
      }
      const result = checkRow(this.check, row, row === head);
      row.problems = result.problems;
      if (row === head) order.iso = result.iso;
    }
    const more = this.whole.problems(order, head);
    if (more !== null)
      for (const row of order.rows) {
        const own = more.filter((problem) => problem.row === row.key);
        if (own.length > 0) row.problems = [...row.problems, ...own];
      }
    order.state = this.stateOf(order);
    // A repair that was left may leave something the service would refuse.
    if (order.state === 'ready' && order.rows.some((row) => row.problems.some((one) => one.repair !== null)))
      this.whole.refuse(order);
  }

  private isShifted(row: Row): boolean {
    return checkRow(this.check, row, true).problems.some((problem) => problem.code === 'shifted');
  }

  private stateOf(order: OrderGroup): RowState {
    let state: RowState = 'ready';
    for (const row of order.rows)
      for (const problem of row.problems) {
        if (problem.weight === 'notice') {
          order.notices++;
          continue;
        }
        if (problem.weight !== 'fault' && this.left.has(problem.id)) continue;
        if (problem.weight === 'fault') state = 'attention';
        else if (state !== 'attention') state = problem.weight === 'ask' ? 'ask' : 'repair';
      }
    return state;
  }

  /** The table says anywhere what is ordered. */
  givesItems(): boolean {
    return this.world.severalItems || this.layout.at.sku !== -1 || this.layout.at.title !== -1;
  }
}
