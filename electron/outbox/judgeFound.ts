import { changedAccountCode, duplicateCode } from '../../shared/orders/refusals.ts';
import { maySameName } from '../../shared/orders/sameName.ts';
import type { DoubtedWish, Happening } from '../db/queries/outboxSettle.ts';
import type { Found } from '../gateways/gateway.ts';
import type { Timings } from './timings.ts';

export type FoundJudgement =
  | { do: 'settle'; happening: Happening }
  /** Ask again then; nothing is certain yet. */
  | { do: 'wait'; readyAt: number };

/** What the judgement needs of a wish. */
export type Doubted = Pick<DoubtedWish, 'id' | 'body' | 'unconfirmedAt' | 'lastOutcome' | 'sentElsewhere'>;

/**
 * What an answer to "do you have it?" means for an unconfirmed wish. Pure. A "not found" counts only `grace` after the
 * outcome became unknown: until then the request may still be under way inside the service. What is found for another
 * person is another order with the same invoice: ours was not taken. What was sent by another login or to another address
 * cannot be looked for here: a person has to say what is to become of it.
 * @param found undefined when the service did not answer for this one
 * @param retryMs until the next question after no answer
 */
export function judgeFound(
  wish: Doubted,
  found: Found | undefined,
  { now, retryMs, timings }: { now: number; retryMs: number; timings: Timings },
): FoundJudgement {
  if (found === undefined) return { do: 'wait', readyAt: now + retryMs };
  const base = { id: wish.id, at: now, readyAt: now, raw: found.raw };
  const notOurs = (detail: string, code: string = duplicateCode): FoundJudgement => ({
    do: 'settle',
    happening: { ...base, event: { kind: 'not-ours' }, code, detail },
  });
  if (found.found) {
    const name = new URLSearchParams(wish.body).get('name') ?? '';
    if (!maySameName(name, found.customerName)) return notOurs(found.customerName);
    return { do: 'settle', happening: { ...base, event: { kind: 'found' } } };
  }
  // Only of what ended here while Postroom ran is it known when.
  const ended = wish.lastOutcome === 'unknown' || wish.lastOutcome === 'duplicate';
  const grace = ended ? timings.grace : timings.graceAfterCrash;
  const trustedFrom = (wish.unconfirmedAt ?? now) + grace;
  if (now < trustedFrom) return { do: 'wait', readyAt: Math.min(trustedFrom, now + grace) };
  // Called a duplicate, yet not there: something else made the service say so, and would again.
  if (wish.lastOutcome === 'duplicate') return notOurs('');
  if (wish.sentElsewhere) return notOurs('', changedAccountCode);
  return { do: 'settle', happening: { ...base, event: { kind: 'not-found', settled: true } } };
}
