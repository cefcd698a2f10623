import type { Happening, Wish } from '../db/queries/outboxSettle.ts';
import type { Found } from '../gateways/gateway.ts';
import type { Timings } from './timings.ts';

export type FoundJudgement =
  | { do: 'settle'; happening: Happening }
  /** Ask again then; nothing is certain yet. */
  | { do: 'wait'; readyAt: number };

/**
 * What an answer to "do you have it?" means for an unconfirmed wish. Pure. A "not found" counts only `grace` after the
 * outcome became unknown: until then the request may still be under way inside the service.
 * @param found undefined when the service did not answer for this one
 * @param retryMs until the next question after no answer
 */
export function judgeFound(
  wish: Pick<Wish, 'id' | 'unconfirmedAt'>,
  found: Found | undefined,
  { now, retryMs, timings }: { now: number; retryMs: number; timings: Timings },
): FoundJudgement {
  if (found === undefined) return { do: 'wait', readyAt: now + retryMs };
  const raw = found.raw;
  if (found.found) {
    return { do: 'settle', happening: { id: wish.id, event: { kind: 'found' }, at: now, readyAt: now, raw } };
  }
  const trustedFrom = (wish.unconfirmedAt ?? now) + timings.grace;
  if (now < trustedFrom) return { do: 'wait', readyAt: Math.min(trustedFrom, now + timings.grace) };
  const event = { kind: 'not-found' as const, settled: true };
  return { do: 'settle', happening: { id: wish.id, event, at: now, readyAt: now, raw } };
}
