import type { CheckedOrder } from '../db/queries/refresh.ts';
import { mostReferences } from '../gateways/gateway.ts';

/** `all` for **Refresh now**: everything open, due or not. */
export type Asked = 'all' | 'due';

/**
 * What to ask about, in as few and as full calls as possible: all that is due, and the last call filled up with the
 * soonest of the rest. Pure.
 * @param open all open orders of one account, soonest question first
 */
export function pickDue(open: readonly CheckedOrder[], now: number, asked: Asked): CheckedOrder[][] {
  const due =
    asked === 'all'
      ? open.length
      : open.filter(({ nextCheckAt }) => nextCheckAt !== null && nextCheckAt <= now).length;
  const calls = Math.ceil(due / mostReferences);
  return Array.from({ length: calls }, (_, call) =>
    open.slice(call * mostReferences, (call + 1) * mostReferences),
  );
}
