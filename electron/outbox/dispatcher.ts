import type { Clock } from '../../shared/lib/clock.ts';
import type { DbClient } from '../db/client.ts';
import type { Agenda } from '../db/queries/outbox.ts';
import { createAccountPauses, type Pause } from './accountPauses.ts';
import type { CourierFor } from './courier.ts';
import { createLane, type Lane } from './lane.ts';
import { reconcile } from './reconcile.ts';
import { type Timings, usualTimings } from './timings.ts';

export interface DispatcherParts {
  db: Pick<DbClient, 'call'>;
  courierFor: CourierFor;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  /** Whether the account can be reached as far as we know; a hint. */
  isOnline: (accountId: string) => boolean;
  /** The accounts that are one to the service, itself included: they share its pace, and rest together. */
  accountsOfLogin: (accountId: string) => readonly string[];
  /** Requests at a time for an account. */
  paceOf: (accountId: string) => Promise<number>;
  /** Takes a status call out of the budget; false = none left. */
  takeCall: (accountId: string) => Promise<boolean>;
  /** Told which items changed; may be called often. */
  onChange: (itemIds: readonly string[]) => void;
  /** Told of bugs and trouble that no person needs to see. */
  report: (where: string, reason: unknown) => void;
  timings?: Partial<Timings>;
}

export interface Dispatcher {
  /** Makes doubt of what was under way, then begins. */
  start: () => Promise<void>;
  /** Something became due, or may be now. Cheap, may be called often. */
  wake: () => void;
  /** The network is back. */
  cameOnline: () => void;
  /** The user's **Pause sending**; questions to the service go on. */
  setPaused: (paused: boolean) => void;
  /** The account was mended: its pause ends. */
  resumeAccount: (accountId: string) => void;
  pauses: () => Pause[];
  /** Nothing is claimed any more; waits until what is under way has an outcome, and aborts it after `limitMs`. */
  stop: (limitMs: number) => Promise<void>;
}

/** Sends what is due, a few at a time per account, and asks about what is in doubt. Holds no truth: that is on disk. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { db, clock, report } = parts;
  const timings = { ...usualTimings, ...parts.timings };
  const pauses = createAccountPauses();
  const lanes = new Map<string, Lane>();
  const asking = new Set<string>();
  const jobs = new Set<Promise<void>>();
  const abort = new AbortController();
  let started = false;
  let stopping = false;
  let userPaused = false;
  let passing = false;
  let passAgain = false;
  let cancelTimer: () => void = () => undefined;
  let lastNow = 0;

  const maySend = (accountId: string): boolean =>
    !stopping && !userPaused && parts.isOnline(accountId) && pauses.of(accountId, clock.now()) === null;

  function laneOf(accountId: string): Lane {
    let lane = lanes.get(accountId);
    if (lane === undefined) {
      const accountsOfLogin = () => parts.accountsOfLogin(accountId);
      const others = () => accountsOfLogin().flatMap((id) => (id === accountId ? [] : (lanes.get(id) ?? [])));
      const more = {
        maySend: () => maySend(accountId),
        isStopping: () => stopping,
        accountsOfLogin,
        othersUnderWay: () => others().reduce((sum, other) => sum + other.underWay(), 0),
        pumpOthers: () => others().forEach((other) => other.pump()),
        keep,
        onIdle: wake,
      };
      lane = createLane({ ...parts, ...more, timings, pauses, signal: abort.signal }, accountId);
      lanes.set(accountId, lane);
    }
    return lane;
  }

  const pumpAll = (): void => {
    for (const lane of lanes.values()) lane.pump();
  };

  function keep(job: Promise<void>): void {
    const kept = job.catch((reason: unknown) => report('outbox', reason)).finally(() => jobs.delete(kept));
    jobs.add(kept);
  }

  function wake(): void {
    if (!started || stopping) return;
    if (passing) {
      passAgain = true;
      return;
    }
    passing = true;
    keep(
      pass().finally(() => {
        passing = false;
        if (passAgain) {
          passAgain = false;
          wake();
        }
      }),
    );
  }

  async function pass(): Promise<void> {
    cancelTimer();
    const now = clock.now();
    let nextAt: number | null = null;
    const soonest = (at: number | null): void => {
      if (at !== null) nextAt = nextAt === null ? at : Math.min(nextAt, at);
    };
    try {
      await watchClock(now);
      for (const entry of await db.call('outbox.agenda', { now })) {
        soonest(entry.nextAt);
        await serve(entry, now, soonest);
      }
    } catch (reason) {
      // A full disk or a locked file: what is due stays due, and is looked at again soon.
      report('outbox pass', reason);
      soonest(now + 15_000);
    }
    if (nextAt !== null && !stopping) cancelTimer = clock.after(Math.max(0, nextAt - clock.now()) + 1, wake);
  }

  /** A clock that was set back would leave plans and pauses in force for as long as it was ahead. */
  async function watchClock(now: number): Promise<void> {
    if (now < lastNow - 1000) {
      await db.call('outbox.pullBackPlans', { now, latest: now + timings.longestPlan });
      pauses.end();
    }
    lastNow = now;
  }

  async function serve(entry: Agenda, now: number, soonest: (at: number | null) => void): Promise<void> {
    const { accountId } = entry;
    const pause = pauses.of(accountId, now);
    if (pause !== null) soonest(pause.until);
    if (entry.waitingDue > 0 && maySend(accountId)) await laneOf(accountId).fill();
    if (
      entry.unconfirmedDue > 0 &&
      !asking.has(accountId) &&
      parts.isOnline(accountId) &&
      pause?.until !== null
    ) {
      asking.add(accountId);
      keep(
        reconcile({ ...parts, timings, pauses, signal: abort.signal }, accountId).finally(() => {
          asking.delete(accountId);
          wake();
        }),
      );
    }
  }

  return {
    start: async () => {
      const now = clock.now();
      lastNow = now;
      await db.call('outbox.pullBackPlans', { now, latest: now + timings.longestPlan });
      await db.call('outbox.interruptClaims', { now, readyAt: now });
      userPaused = (await db.call('meta.get', { key: 'outboxPaused' })) === '1';
      started = true;
      wake();
    },
    wake,
    cameOnline: () => {
      pauses.endNetwork();
      wake();
    },
    setPaused: (paused) => {
      userPaused = paused;
      pumpAll();
      wake();
    },
    resumeAccount: (accountId) => {
      pauses.end(accountId);
      wake();
    },
    pauses: () => pauses.list(clock.now()),
    stop: async (limitMs) => {
      stopping = true;
      cancelTimer();
      pumpAll();
      let cancelLimit: () => void = () => undefined;
      const late = new Promise<'late'>((resolve) => {
        cancelLimit = clock.after(limitMs, () => resolve('late'));
      });
      const done = async (): Promise<'done'> => {
        while (jobs.size > 0) await Promise.all(jobs);
        return 'done';
      };
      if ((await Promise.race([done(), late])) === 'late') {
        abort.abort();
        await done();
      }
      cancelLimit();
    },
  };
}
