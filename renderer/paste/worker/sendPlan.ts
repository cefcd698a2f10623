import { validateOrder } from '../../../shared/orders/validate.ts';
import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
import type { PastedOrder } from '../../../shared/paste/pasteTypes.ts';
import { toOrder } from '../../../shared/paste/toOrder.ts';
import type { Review, SendRow, SendTerms } from '../protocol.ts';
import type { Draft } from './draftText.ts';
import type { OpenSheet } from './openSheet.ts';
import { isDouble } from './sheetView.ts';

/** Does the order have one of the invoices that were used already? */
function makeIsUsed(used: readonly string[]): (order: PastedOrder) => boolean {
  const taken = new Set(used.map((invoice) => invoice.toLowerCase()));
  return ({ invoice }) => invoice !== '' && taken.has(invoice.toLowerCase());
}

/** What would be sent on these terms, and what not, for the last look before it leaves. */
export function reviewOrders(sheet: OpenSheet, terms: SendTerms, used: readonly string[]): Review {
  const { model, view } = sheet.need();
  const before = model.counts().ready;
  const ready = model.readyOrders();
  // What the order form would refuse is marked in its cells by now.
  if (ready.length < before) sheet.arrange();
  const isUsed = makeIsUsed(used);
  const good = ready.filter((order) => !isUsed(order));
  return {
    totals: { ...model.totals(good), ...countByTerms(good, terms) },
    orders: good.length,
    invoices: good.flatMap(({ invoice }) => (invoice === '' ? [] : [invoice])),
    doubles: view.keys.filter((key) => model.stateOf(key) === 'ready' && model.problemsOf(key).some(isDouble))
      .length,
    repaired: sheet.repaired,
    barred: ready
      .filter((order) => isUsed(order))
      .map((order) => ({ number: order.records[0] ?? 0, code: 'invoiceUsed' })),
  };
}

function countByTerms(orders: readonly PastedOrder[], terms: SendTerms) {
  const methods = new Map<string, number>();
  const modes = new Map<string, number>();
  for (const order of orders) {
    const { shippingMethod, mode } = toOrder(order, terms);
    methods.set(shippingMethod, (methods.get(shippingMethod) ?? 0) + 1);
    modes.set(mode, (modes.get(mode) ?? 0) + 1);
  }
  return {
    byMethod: [...methods].map(([key, count]) => ({ key, orders: count })),
    byMode: [...modes].map(([key, count]) => ({ key, orders: count })),
  };
}

/** Fixes what will be sent, in order. */
export function planOrders(model: PasteModel, terms: SendTerms, used: readonly string[]): SendRow[] {
  const isUsed = makeIsUsed(used);
  return model
    .readyOrders()
    .filter((order) => !isUsed(order))
    .map((order) => ({ rows: order.rows, order: toOrder(order, terms) }))
    .filter(({ order }) => validateOrder(order).length === 0);
}

/** Would both send the very same orders, of the same rows? */
export const isSamePlan = (before: readonly SendRow[], now: readonly SendRow[]): boolean =>
  before.length === now.length &&
  now.every((row, index) => JSON.stringify(row) === JSON.stringify(before[index]));

/**
 * The plan of a submit that had begun: the same rows in the same order as then, so that those that were accepted before
 * give back their first answer. Shorter than the draft's when the sheet does not have them all.
 */
export function planAgain(model: PasteModel, plan: Draft['plan'], terms: SendTerms): SendRow[] {
  const keys = model.rows;
  const planned = new Set(plan.map(([first]) => keys[first ?? -1] ?? -1));
  return model
    .orders()
    .filter((order) => planned.has(order.rows[0] ?? -2))
    .map((order) => ({ rows: order.rows, order: toOrder(order, terms) }));
}

/** The plan as a draft keeps it: positions in the sheet. */
export function planPositions(model: PasteModel, plan: readonly SendRow[]): number[][] {
  const position = new Map(model.rows.map((key, index) => [key, index]));
  return plan.map(({ rows }) => rows.map((key) => position.get(key) ?? -1));
}
