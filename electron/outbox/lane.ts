import type { ErrorCode } from '../../shared/contract/result.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import type { DbClient } from '../db/client.ts';
import type { Happening, Wish } from '../db/queries/outboxSettle.ts';
import type { SendOutcome } from '../gateways/gateway.ts';
import type { AccountPauses } from './accountPauses.ts';
import type { CourierFor } from './courier.ts';
import { judgeOutcome } from './judgeOutcome.ts';
import type { Timings } from './timings.ts';

export interface LaneParts {
  db: Pick<DbClient, 'call'>;
  courierFor: CourierFor;
  clock: Clock;
  random: () => number;
  paceOf: (accountId: string) => Promise<number>;
  onChange: (itemIds: readonly string[]) => void;
  report: (where: string, reason: unknown) => void;
  timings: Timings;
  pauses: AccountPauses;
  signal: AbortSignal;
  /** Whether the account may send now. */
  maySend: () => boolean;
  isStopping: () => boolean;
  /** Keeps a job until it ends, for quitting. */
  keep: (job: Promise<void>) => void;
  /** Nothing more is claimed here; look when the next thing is due. */
  onIdle: () => void;
}

/** The sending of one account. */
export interface Lane {
  /** Claims what is due, as far as there is room. */
  fill: (now: number) => Promise<void>;
  /** Starts what is claimed, or lets go of it when the account may not send any more. */
  pump: () => void;
}

/** How long until an outcome that could not be written (disk full) is tried again. */
const writeAgain = 5_000;

/**
 * Sends the wishes of one account, `pace` at a time. The next ones are claimed while the present ones are under way, so
 * that no request waits for the disk; what is claimed and then not sent (pause, quitting) is given back.
 */
export function createLane(parts: LaneParts, accountId: string): Lane {
  const { db, clock, pauses } = parts;
  const claimed: Wish[] = [];
  let inFlight = 0;
  let filling = 0;
  let pace = 1;

  async function fill(now: number): Promise<void> {
    pace = await parts.paceOf(accountId);
    const room = 2 * pace - inFlight - filling - claimed.length;
    if (room <= 0) return;
    filling += room;
    try {
      claimed.push(...(await db.call('outbox.claim', { accountId, now, limit: room })));
    } finally {
      filling -= room;
    }
    pump();
  }

  function pump(): void {
    if (!parts.maySend()) return giveBack();
    while (inFlight < pace) {
      const wish = claimed.shift();
      if (wish === undefined) return;
      inFlight += 1;
      parts.onChange([wish.itemId]);
      parts.keep(carry(wish));
    }
  }

  async function carry(wish: Wish): Promise<void> {
    let happening: Happening;
    try {
      happening = judge(wish, await send(wish));
    } finally {
      inFlight -= 1;
    }
    // The next request starts now; the outcome is written beside it, and another wish is claimed in the same commit.
    const refill = parts.maySend() && claimed.length + filling < pace;
    if (refill) filling += 1;
    pump();
    try {
      const next = refill ? { accountId, now: clock.now(), limit: 1 } : null;
      const more = await settle([happening], next);
      claimed.push(...more);
      if (more.length === 0) parts.onIdle();
    } finally {
      if (refill) filling -= 1;
    }
    parts.onChange([wish.itemId]);
    pump();
  }

  async function send(wish: Wish): Promise<SendOutcome> {
    try {
      const courier = await parts.courierFor(wish.kind, accountId);
      if (courier === null) return { kind: 'not-sent', cause: 'not-found', detail: 'the account is gone' };
      return await courier.send(wish, parts.signal);
    } catch (reason) {
      parts.report('send', reason);
      const cause: ErrorCode = 'internal';
      return { kind: 'unknown', cause, detail: 'a bug of Postroom; details are in the log' };
    }
  }

  function judge(wish: Wish, outcome: SendOutcome): Happening {
    const certain = outcome.kind === 'accepted' || outcome.kind === 'refused';
    if (certain) pauses.worked(accountId);
    const failures = certain ? 0 : pauses.failed(accountId);
    const now = clock.now();
    const { happening, pause } = judgeOutcome(wish.id, outcome, {
      now,
      failures,
      random: parts.random(),
      timings: parts.timings,
    });
    if (pause !== null) pauses.pause(accountId, pause.until, pause.code);
    return happening;
  }

  /** What was claimed ahead and is not sent now was never sent: it waits again. */
  function giveBack(): void {
    const wishes = claimed.splice(0);
    if (wishes.length === 0) return;
    const now = clock.now();
    const happenings = wishes.map(({ id }): Happening => ({
      id,
      event: { kind: 'not-sent' },
      at: now,
      readyAt: now,
    }));
    parts.keep(
      settle(happenings, null).then(() => {
        parts.onChange(wishes.map(({ itemId }) => itemId));
        parts.onIdle();
      }),
    );
  }

  /**
   * Writes outcomes. When the disk refuses, the rows stay claimed on disk (so they can only become doubt, never a second
   * send) and the writing is tried again for as long as the app runs.
   */
  async function settle(
    happenings: readonly Happening[],
    next: { accountId: string; now: number; limit: number } | null,
  ): Promise<Wish[]> {
    for (;;) {
      try {
        return (await db.call('outbox.settle', { happenings, next })).claimed;
      } catch (reason) {
        parts.report('outcome not written', reason);
        if (parts.isStopping()) throw reason;
        await new Promise<void>((resolve) => {
          clock.after(writeAgain, resolve);
        });
      }
    }
  }

  return { fill, pump };
}
