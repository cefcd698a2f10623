import { fold } from '../../address/fold.ts';
import { maxQuantity } from '../../orders/rules/lines.ts';
import { assembleOrder, itemRows, orderItems } from '../assemble.ts';
import { checkRow } from '../checks/checkRow.ts';
import { findForms } from '../checks/columnForms.ts';
import { countTexts } from '../cells/countTexts.ts';
import { RowCheck } from '../checks/context.ts';
import type { CheckWorld } from '../checks/context.ts';
import { refusalsOf } from '../checks/refusals.ts';
import { readCount } from '../checks/itemChecks.ts';
import { QuickCheck } from '../checks/quickCheck.ts';
import { ProductBook } from '../checks/productBook.ts';
import { carriesAddress, Grouping, headOf } from '../grouping.ts';
import { hasItem } from '../items.ts';
import { makeLayout } from '../layout.ts';
import type { Layout } from '../layout.ts';
import { isOpenWord, junkReason } from '../notOrders.ts';
import type { StatusSense } from '../notOrders.ts';
import type { KnownProduct, Mapping, PasteItem, Problem, RowState } from '../pasteTypes.ts';
import { profileOf } from '../recognise/profiles/index.ts';
import type { HistoryIndex } from '../radar/historyIndex.ts';
import { Radar } from '../radar/radar.ts';
import type { Say } from '../radar/radar.ts';
import { cellAt, firstFilled, noProblems, trimmed } from '../sheet.ts';
import type { OrderGroup } from '../orderGroup.ts';
import type { Row } from '../sheet.ts';
import { copiesIn } from './copies.ts';
import { markSkips } from './markSkips.ts';

export interface CoreSettings {
  headers: readonly string[];
  sourceWidth: number;
  mapping: Mapping;
  products: readonly KnownProduct[];
  history: HistoryIndex | null;
  today: number;
  withinDays: number;
  /** Every check looks at every row, also where nothing can be wrong. */
  thorough?: boolean;
  /** The orders are going to be sent, so every product must be one of TrepStar's. */
  needsProductIds: boolean;
}

/** Rows, their orders and what is wrong with them; kept right while rows change. */
export class SheetCore {
  readonly layout: Layout;
  readonly book: ProductBook;
  readonly settings: CoreSettings;
  /** Problems the user left as they are. */
  readonly left: Set<string>;
  private readonly world: CheckWorld;
  private readonly check: RowCheck;
  private readonly grouping: Grouping;
  private readonly radar: Radar;
  private readonly sense: StatusSense;
  private readonly rows: Row[];
  private readonly quick: QuickCheck | null;
  private readonly severalItems: boolean;
  /** Every order must name a product in some row. */
  private readonly needsItem: boolean;

  constructor(rows: Row[], settings: CoreSettings, left: Set<string>) {
    this.rows = rows;
    this.settings = settings;
    this.left = left;
    const { mapping } = settings;
    const profile = profileOf(mapping.profile);
    this.layout = makeLayout(mapping);
    this.book = new ProductBook(settings.products);
    if (this.book.size === 0) this.book.addColumnKeys(distinctIds(rows, this.layout.at.sku));
    this.world = {
      layout: this.layout,
      mapping,
      forms: findForms(
        rows,
        this.layout.at.country,
        this.layout.at.price,
        settings.headers[this.layout.at.country] ?? '',
        profile,
      ),
      products: this.book,
      width: mapping.roles.length,
      sourceWidth: settings.sourceWidth,
      paddedZips: profile?.paddedZips === true,
      isoCountries: profile?.isoCountries === true,
      countryColumnGiven: this.layout.at.country !== -1 && this.layout.at.country < settings.sourceWidth,
      hasChoices: [this.layout.at.emailCustomer, this.layout.at.customsPrice, this.layout.at.mode].some(
        (c) => c !== -1,
      ),
      severalItems: this.hasSeveralItems(),
      needsProductIds: settings.needsProductIds,
      countColumn:
        profile?.itemTotal === undefined || this.layout.at.quantity !== -1
          ? -1
          : settings.headers.findIndex((header) => fold(header) === profile.itemTotal),
    };
    this.check = new RowCheck(this.world);
    this.severalItems = this.hasSeveralItems();
    this.needsItem =
      (this.givesItems() || settings.needsProductIds) &&
      this.layout.itemColumns.length === 0 &&
      mapping.constants.sku === undefined &&
      mapping.constants.title === undefined;
    this.grouping = new Grouping(this.layout, rows.length);
    this.radar = new Radar(this.layout, this.book, settings, rows.length);
    this.sense = {
      hasOpen: this.layout.status.some((column) => [...countTexts(rows, column).keys()].some(isOpenWord)),
      payments: mapping.profile === 'paypal',
    };
    this.quick =
      settings.thorough === true ? null : QuickCheck.for(rows, this.check, settings.headers, this.sense);
  }

  /** Puts all rows into orders and checks each; a step of the work at a time, so that others can be served between. */
  *checkAll(step = 2000): Generator<number> {
    const { rows, quick } = this;
    let above: OrderGroup | null = null;
    /** Orders of one row that is clean, and what the radar knows them by. */
    const clean: (OrderGroup | null)[] = [];
    const person = new Int32Array(rows.length);
    const near = new Int32Array(rows.length);
    for (let pos = 0; pos < rows.length; pos++) {
      const row = rows[pos];
      if (row === undefined) continue;
      if (pos % step === step - 1) yield pos;
      let order: OrderGroup | null = null;
      if (quick !== null && quick.isPlainOrder(row)) {
        order = this.grouping.placeAlone(row, quick.hash);
        if (order !== null && quick.isClean() && (quick.hasItem || !this.needsItem)) {
          order.iso = quick.iso;
          clean[pos] = order;
          person[pos] = quick.person;
          near[pos] = quick.near;
        } else clean[pos] = null;
      } else clean[pos] = null;
      if (order === null) {
        row.junk = junkReason(row, this.layout, this.settings.headers);
        order = this.grouping.place(row, above);
      }
      above = order ?? above;
    }
    for (const { head } of this.grouping.joined ?? []) if (head !== undefined) clean[head.pos] = null;
    this.grouping.joined = null;
    for (let pos = 0; pos < rows.length; pos++) {
      if (pos % step === step - 1) yield rows.length + pos;
      const alone = clean[pos] ?? null;
      const row = rows[pos];
      if (alone !== null) {
        if (!this.passes(alone, person[pos] ?? 0, near[pos] ?? 0) && row !== undefined) {
          row.problems = this.orderProblems(alone, row) ?? noProblems;
          alone.state = this.stateOf(alone);
        }
      } else if (row !== undefined && row.order !== null && row.order.head === row)
        this.checkOrder(row.order);
    }
  }

  /** Neither this paste nor the past has anything to say about an order whose row is clean. */
  private passes(order: OrderGroup, person: number, near: number): boolean {
    const { history } = this.settings;
    if (history !== null && order.hash !== 0 && history.mayHaveInvoice(order.hash)) return false;
    return this.radar.passes(order, person, near);
  }

  /** To be called before the row's cells change. */
  beforeChange(row: Row): void {
    row.order?.keepKey();
  }

  /** Groups the rows from `from` anew, with the rows that continue them, and checks every order touched. */
  regroup(changed: readonly Row[]): Row[] {
    const touched = new Set<OrderGroup>();
    const note = (order: OrderGroup | null): void => {
      if (order !== null) touched.add(order);
    };
    for (const row of changed) {
      note(row.order);
      const block = [row, ...this.followers(row)];
      for (const one of block) {
        const order = one.order;
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

  private orderAbove(row: Row): OrderGroup | null {
    for (let pos = row.pos - 1; pos >= 0; pos--) {
      const order = this.rows[pos]?.order;
      if (order !== undefined && order !== null) return order;
    }
    return null;
  }

  /** Rows below without an invoice of their own: where they belong depends on this row. */
  private followers(row: Row): Row[] {
    const rows: Row[] = [];
    const { at } = this.layout;
    for (let pos = row.pos + 1; pos < this.rows.length && rows.length < 500; pos++) {
      const next = this.rows[pos];
      if (next === undefined || cellAt(next, at.invoice) !== '' || carriesAddress(next, this.layout)) break;
      rows.push(next);
    }
    return rows;
  }

  private checkOrder(order: OrderGroup): void {
    const head = headOf(order, this.layout);
    if (head === undefined) return;
    markSkips(order, head, this.layout, this.sense);
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
    const more = this.orderProblems(order, head);
    if (more !== null)
      for (const row of order.rows) {
        const own = more.filter((problem) => problem.row === row.key);
        if (own.length > 0) row.problems = [...row.problems, ...own];
      }
    order.state = this.stateOf(order);
    // A repair that was left may leave something the service would refuse.
    if (order.state === 'ready' && order.rows.some((row) => row.problems.some((one) => one.repair !== null)))
      this.refuse(order);
  }

  /** Puts what the order form would refuse at the cells; true = something was. */
  refuse(order: OrderGroup): boolean {
    const head = headOf(order, this.layout);
    if (head === undefined) return false;
    const { mapping, needsProductIds } = this.settings;
    const pasted = assembleOrder(order, this.layout, mapping, this.book);
    const refusals = refusalsOf(pasted, head.key, this.layout, needsProductIds);
    for (const { row: key, column, field, code, params } of refusals) {
      const row = order.rows.find((one) => one.key === key) ?? head;
      this.found = null;
      this.say(row, column, field, code, 'fault', params);
      row.problems = [...row.problems, ...(this.found ?? [])];
    }
    if (refusals.length > 0) order.state = 'attention';
    return refusals.length > 0;
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

  /** What only the whole order, the paste or the past can tell. */
  private orderProblems(order: OrderGroup, head: Row): Problem[] | null {
    const { at } = this.layout;
    this.found = null;
    const several = order.rows.length > 1;
    if (several) {
      const copies = copiesIn(order, this.layout);
      if (copies.length > 0) this.found = copies;
    }
    if (order.conflict) {
      const first = this.grouping.rivals(order).find((other) => !other.conflict);
      this.say(head, at.invoice, 'invoice', 'invoiceTwice', 'fault', {
        invoice: cellAt(head, at.invoice),
        record: first?.rows[0]?.record ?? 0,
      });
    }
    const { history } = this.settings;
    if (history !== null && order.key !== '' && history.hasInvoice(order.hash, order.key))
      this.say(head, at.invoice, 'invoice', 'invoiceUsed', 'fault', {
        invoice: firstFilled(order.rows, at.invoice),
      });
    if (several || this.severalItems) {
      const items = this.itemsOf(order);
      const sum = items.reduce((total, item) => total + item.quantity, 0);
      if (sum > maxQuantity && items.length > 1 && items.every((item) => item.quantity <= maxQuantity))
        this.say(head, at.quantity, 'quantity', 'quantitySum', 'fault', { sum, max: maxQuantity });
    }
    this.unclear(order, head);
    if (this.needsItem && !hasItem(head, this.layout) && !order.rows.some((row) => hasItem(row, this.layout)))
      this.say(head, at.sku === -1 ? at.title : at.sku, 'sku', 'productMissing', 'fault', {});
    this.radar.look(order, head, this.itemsOf, this.say);
    return this.found;
  }

  /** Etsy's list of orders gives only how many things were bought, not how many of what. */
  private unclear(order: OrderGroup, head: Row): void {
    if (this.world.countColumn === -1) return;
    const count = readCount(trimmed(cellAt(head, this.world.countColumn)))?.value ?? 1;
    const known = this.itemsOf(order).reduce((total, item) => total + item.quantity, 0);
    if (count > known)
      this.say(head, this.world.countColumn, 'quantity', 'itemsUnclear', 'ask', { count, known });
  }

  private found: Problem[] | null = null;
  private readonly itemsOf = (order: OrderGroup): PasteItem[] =>
    orderItems(order, this.layout, this.settings.mapping, this.book);
  private readonly say: Say = (row, column, field, code, weight, params) => {
    (this.found ??= []).push({
      id: `${row.key}:${column}:${code}`,
      row: row.key,
      record: row.record,
      column,
      field,
      code,
      weight,
      params,
      was: cellAt(row, column),
      repair: null,
    });
  };

  private hasSeveralItems(): boolean {
    return (
      this.layout.items.length > 0 || this.layout.packed.length > 0 || this.layout.itemColumns.length > 0
    );
  }

  /** The table says anywhere what is ordered. */
  givesItems(): boolean {
    return this.hasSeveralItems() || this.layout.at.sku !== -1 || this.layout.at.title !== -1;
  }
}

/** Ids that stand in the column more than once or look like TrepStar's. */
function distinctIds(rows: readonly Row[], column: number): Set<string> {
  const ids = new Set<string>();
  if (column === -1) return ids;
  for (const row of rows.slice(0, 5000)) {
    const cell = row.cell(column);
    if (cell !== '') ids.add(cell);
    if (ids.size > 2000) break;
  }
  return ids;
}
