import { assembleOrder, orderItems } from '../assemble.ts';
import type { CheckWorld } from '../checks/context.ts';
import { readCount } from '../checks/itemChecks.ts';
import { refusalsOf } from '../checks/refusals.ts';
import { splitOrder } from '../checks/tooMany.ts';
import { headOf } from '../grouping.ts';
import type { Grouping } from '../grouping.ts';
import { hasItem } from '../items.ts';
import type { Layout } from '../layout.ts';
import type { OrderGroup } from '../orderGroup.ts';
import type { PasteItem, Problem } from '../pasteTypes.ts';
import type { Radar, Say } from '../radar/radar.ts';
import { cellAt, firstFilled, trimmed } from '../sheet.ts';
import type { Row } from '../sheet.ts';
import type { CoreSettings } from './checkWorld.ts';
import { copiesIn } from './copies.ts';

/** What is wrong with an order as a whole, beside what its rows tell. */
export class OrderCheck {
  private readonly world: CheckWorld;
  private readonly layout: Layout;
  private readonly settings: CoreSettings;
  private readonly grouping: Grouping;
  private readonly radar: Radar;
  /** Every order must name a product in some row. */
  private readonly needsItem: boolean;
  private found: Problem[] | null = null;

  constructor(
    world: CheckWorld,
    settings: CoreSettings,
    grouping: Grouping,
    radar: Radar,
    needsItem: boolean,
  ) {
    this.world = world;
    this.layout = world.layout;
    this.settings = settings;
    this.grouping = grouping;
    this.radar = radar;
    this.needsItem = needsItem;
  }

  /** Puts what the order form would refuse at the cells; true = something was. */
  refuse(order: OrderGroup): boolean {
    const head = headOf(order, this.layout);
    if (head === undefined) return false;
    const { mapping, needsProductIds } = this.settings;
    const pasted = assembleOrder(order, this.layout, mapping, this.world.products);
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

  /** What only the whole order, the paste or the past can tell. */
  problems(order: OrderGroup, head: Row): Problem[] | null {
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
    this.split(order, head);
    this.unclear(order, head);
    if (this.needsItem && !hasItem(head, this.layout) && !order.rows.some((row) => hasItem(row, this.layout)))
      this.say(head, at.sku === -1 ? at.title : at.sku, 'sku', 'productMissing', 'fault', {});
    this.radar.look(order, head, this.itemsOf, this.say);
    return this.found;
  }

  /** More than one order may have: offered as several, in place of what is offered for the same cells. */
  private split(order: OrderGroup, head: Row): void {
    const problem = splitOrder(order, head, this.layout);
    if (problem === null) return;
    (this.found ??= []).push(problem);
    for (const row of order.rows)
      row.problems = row.problems.filter(
        (one) =>
          !one.repair?.edits.every((edit) =>
            problem.repair?.edits.some((own) => own.row === edit.row && own.column === edit.column),
          ),
      );
  }

  /** Etsy's list of orders gives only how many things were bought: enough for one product, or for one of each. */
  private unclear(order: OrderGroup, head: Row): void {
    const column = this.layout.itemTotal;
    if (column === -1) return;
    const text = trimmed(cellAt(head, column));
    const count = readCount(text)?.value;
    if (count === undefined) {
      this.say(head, column, 'quantity', 'quantityForm', 'fault', { text });
      return;
    }
    const items = this.itemsOf(order);
    const known = items.reduce((total, item) => total + item.quantity, 0);
    if (count !== known || (this.world.skusMayLack && items.length === 1 && count > 1))
      this.say(head, column, 'quantity', 'itemsUnclear', 'ask', { count, known });
  }

  private readonly itemsOf = (order: OrderGroup): PasteItem[] =>
    orderItems(order, this.layout, this.settings.mapping, this.world.products);
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
}
