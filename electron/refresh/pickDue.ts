import type { CheckedOrder } from '../db/queries/refresh.ts';

/** "The limit is 100 invoices" (document, getOrderStatusByInvoice). */
const fullCall = 100;

/**
 * What to ask about, in as few and as full calls as possible: all that is due, and the last call filled up with the
 * soonest of the rest. Pure.
 * @param open all open orders of one account, soonest question first
 * @param all true for **Refresh now**: everything open, due or not
 */
export function pickDue(open: readonly CheckedOrder[], now: number, all: boolean): CheckedOrder[][] {
  const due = all
    ? open.length
    : open.filter(({ nextCheckAt }) => nextCheckAt !== null && nextCheckAt <= now).length;
  const calls = Math.ceil(due / fullCall);
  return Array.from({ length: calls }, (_, call) => open.slice(call * fullCall, (call + 1) * fullCall));
}
