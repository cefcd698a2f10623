/** How long a status call counts: "over 1000 times in a 24 hour period" (document, getOrderStatusByInvoice). */
export const budgetWindow = 24 * 60 * 60_000;
/** What they cost nothing up to. */
export const freeCalls = 1000;

export interface BudgetState {
  used: number;
  /** When the next call is free again; null while there are free ones. */
  freeAgainAt: number | null;
}

/**
 * The rolling 24 hours. `calls` are instants, oldest first; those "in the future" (the clock was set back) count,
 * so that a wrong clock makes us careful and never costly.
 */
export function budgetState(calls: readonly number[], now: number, limit: number): BudgetState {
  const counted = calls.filter((at) => at > now - budgetWindow);
  const used = counted.length;
  if (used < limit) return { used, freeAgainAt: null };
  const oldestThatMatters = counted[used - limit] ?? now;
  return { used, freeAgainAt: oldestThatMatters + budgetWindow };
}
