import type { Clock } from '../../shared/lib/clock.ts';
import type { DbClient } from '../db/client.ts';
import type { DoubtedWish, Happening, Wish } from '../db/queries/outboxSettle.ts';
import { backoff, needsPerson } from '../gateways/retryPolicy.ts';
import type { AccountPauses } from './accountPauses.ts';
import type { CourierFor } from './courier.ts';
import { judgeFound } from './judgeFound.ts';
import type { Timings } from './timings.ts';

export interface ReconcileParts {
  db: Pick<DbClient, 'call'>;
  courierFor: CourierFor;
  clock: Clock;
  random: () => number;
  takeCall: (accountId: string) => Promise<boolean>;
  onChange: (itemIds: readonly string[]) => void;
  timings: Timings;
  pauses: AccountPauses;
  signal: AbortSignal;
}

/** Wishes looked at in one go; each kind and hundred of them is one question. */
const handful = 100;

/** Without free status calls the question waits this long. */
const budgetWait = 10 * 60_000;

/** Asks the service about the doubtful wishes of one account, in as few calls as possible, and writes what it learned. */
export async function reconcile(parts: ReconcileParts, accountId: string): Promise<void> {
  const { db, clock, timings } = parts;
  const until = clock.now() + timings.rideAlong;
  const wishes = await db.call('outbox.unconfirmed', { accountId, until, limit: handful });
  for (const kind of new Set(wishes.map((wish) => wish.kind))) {
    await askAbout(
      parts,
      accountId,
      wishes.filter((wish) => wish.kind === kind),
    );
  }
}

async function askAbout(
  parts: ReconcileParts,
  accountId: string,
  wishes: readonly DoubtedWish[],
): Promise<void> {
  const { db, clock, timings, pauses } = parts;
  const postpone = (some: readonly Wish[], readyAt: number, code = '', detail = ''): Promise<void> =>
    db.call('outbox.postpone', { ids: some.map(({ id }) => id), readyAt, code, detail });
  const kind = wishes[0]?.kind;
  if (kind === undefined) return;
  const courier = await parts.courierFor(kind, accountId);
  if (courier === null) return postpone(wishes, clock.now() + budgetWait, 'not-found', 'the account is gone');
  const asked = wishes.slice(0, courier.findLimit);
  if (courier.costsCalls && !(await parts.takeCall(accountId))) {
    await postpone(asked, clock.now() + budgetWait, 'budget-used-up');
    return parts.onChange(asked.map(({ itemId }) => itemId));
  }
  const answer = await courier.find(asked, parts.signal);
  const now = clock.now();
  if (!answer.ok) {
    const { code, detail = '', retryAfter = 0 } = answer.error;
    const wait = Math.max(retryAfter * 1000, backoff(pauses.failed(accountId), parts.random()));
    if (needsPerson(code))
      pauses.pause(accountId, code.startsWith('keychain') ? now + timings.keychainRetry : null, code);
    await postpone(asked, now + wait, code, detail);
    return parts.onChange(asked.map(({ itemId }) => itemId));
  }
  pauses.worked(accountId);
  const happenings: Happening[] = [];
  const retryMs = backoff(3, parts.random());
  for (const wish of asked) {
    const verdict = judgeFound(wish, answer.value.get(wish.reference), { now, retryMs, timings });
    if (verdict.do === 'settle') happenings.push(verdict.happening);
    else await postpone([wish], verdict.readyAt);
  }
  if (happenings.length > 0) await db.call('outbox.settle', { happenings, next: null });
  parts.onChange(asked.map(({ itemId }) => itemId));
}
