import type { Clock } from '../../../shared/lib/clock.ts';
import { nextSteps, type Act, type Saga } from '../../../shared/mailings/saga.ts';
import type { DbClient } from '../../db/client.ts';
import type { TcgateClient } from '../../gateways/tcgate/tcgateClient.ts';
import { createAccountPauses, type Pause } from '../accountPauses.ts';
import type { Vault } from './carry.ts';
import { createSagaActs } from './sagaActs.ts';
import { usualMailingTimings, type MailingTimings } from './timings.ts';

export interface MailerParts {
  db: Pick<DbClient, 'call'>;
  clock: Clock;
  /** The account's client; null when the account is gone. */
  clientFor: (accountId: string) => Promise<TcgateClient | null>;
  vault: Vault;
  /** After how many ms the account's service may forget what it was given; Infinity = never. */
  forgetsAfter: (accountId: string) => number;
  /** Uploads at a time for an account. */
  paceOf: (accountId: string) => Promise<number>;
  /** Told which documents and mailings changed. */
  onChange: (itemIds: readonly string[]) => void;
  onProgress: (documentId: string, part: number) => void;
  report: (where: string, reason: unknown) => void;
  timings?: Partial<MailingTimings>;
}

export interface Mailer {
  /** Makes doubt of what was under way, then goes on where it stopped. */
  start(): Promise<void>;
  /** Something changed. Cheap, may be called often. */
  wake(): void;
  /** The user wants it back: its uploads under way are broken off, and asked about like all that is uncertain. */
  breakOff(mailingId: string): void;
  cameOnline(): void;
  setPaused(paused: boolean): void;
  resumeAccount(accountId: string): void;
  pauses(): Pause[];
  /** Begins nothing new; waits for what is under way and aborts it after `limitMs`. */
  stop(limitMs: number): Promise<void>;
}

/** Carries mailings step by step. Holds no truth: what to do next is read from the disk each time. */
export function createMailer(parts: MailerParts): Mailer {
  const { db, clock, report } = parts;
  const timings = { ...usualMailingTimings, ...parts.timings };
  const pauses = createAccountPauses();
  const acts = createSagaActs({ ...parts, timings, pauses, stopping: () => stopping });
  let started = false;
  let stopping = false;
  let userPaused = false;
  let running: Promise<void> | null = null;
  let again = false;
  let cancelTimer: () => void = () => undefined;
  let lastNow = 0;

  function wake(): void {
    if (!started || stopping) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = pass()
      .catch((reason: unknown) => {
        // A full disk or a locked file: what is due stays due, and is looked at again soon.
        report('mailings', reason);
        plan(clock.now() + 15_000);
      })
      .finally(() => {
        running = null;
        if (again) {
          again = false;
          wake();
        }
      });
  }

  function plan(at: number): void {
    cancelTimer();
    if (!stopping) cancelTimer = clock.after(Math.max(0, at - clock.now()) + 1, wake);
  }

  async function pass(): Promise<void> {
    cancelTimer();
    const now = clock.now();
    if (now < lastNow - 1_000) {
      // The clock was set back by who knows how much: whatever waits may be due, and is looked at soon.
      await db.call('saga.pullBack', { now, latest: now + timings.mostBackoff });
      pauses.end();
    }
    lastNow = now;
    const accounts = new Map<string, string[]>();
    for (const { id, accountId } of await db.call('saga.active')) {
      accounts.set(accountId, [...(accounts.get(accountId) ?? []), id]);
    }
    const times = await Promise.all([...accounts].map(([accountId, ids]) => serve(accountId, ids)));
    const soonest = Math.min(...times.map((time) => time ?? Number.POSITIVE_INFINITY));
    if (Number.isFinite(soonest)) plan(soonest);
  }

  /** All mailings of an account, one after the other; answers when to look again. */
  async function serve(accountId: string, ids: readonly string[]): Promise<number | null> {
    let soonest: number | null = null;
    for (const id of ids) {
      const at = await advance(accountId, id);
      if (at !== null) soonest = soonest === null ? at : Math.min(soonest, at);
    }
    return soonest;
  }

  /** A mailing as far as it goes now; each of its turns is where the account leads by then, however long the last one took. */
  async function advance(accountId: string, id: string): Promise<number | null> {
    for (;;) {
      if (stopping) return null;
      const client = await parts.clientFor(accountId);
      if (client === null) return null;
      const saga = await db.call('saga.read', { id, place: client.place });
      if (saga === null) return null;
      const next = nextSteps(saga, clock.now());
      const allowed = next.acts.filter((act) => mayDo(act));
      if (allowed.length === 0) return next.again;
      const local = allowed.filter((act) => !needsService(act));
      const rest = pauses.of(saga.accountId, clock.now());
      if (local.length === 0 && rest !== null) return rest.until;
      await perform(client, saga, local.length > 0 ? local : allowed);
      parts.onChange([saga.id, ...saga.documents.map((document) => document.id)]);
    }
  }

  const mayDo = (act: Act): boolean =>
    !(userPaused && act.kind === 'carry' && (act.step.kind === 'upload' || act.step.kind === 'order'));
  const needsService = (act: Act): boolean =>
    act.kind === 'carry' || act.kind === 'ask' || act.kind === 'watch';

  /** The acts of one decision; calls to the service as many at a time as the account allows. */
  async function perform(client: TcgateClient, saga: Saga, wanted: readonly Act[]): Promise<void> {
    const queue = [...wanted];
    const rests = (): boolean => pauses.of(saga.accountId, clock.now()) !== null;
    const worker = async (): Promise<void> => {
      for (let act = queue.shift(); act !== undefined; act = queue.shift()) {
        if (stopping || !mayDo(act) || (needsService(act) && rests())) return;
        await acts.perform(client, saga, act);
      }
    };
    const pace = Math.max(1, await parts.paceOf(saga.accountId));
    await Promise.all(Array.from({ length: Math.min(pace, wanted.length) }, worker));
  }

  return {
    start: async () => {
      const now = clock.now();
      lastNow = now;
      await db.call('saga.pullBack', { now, latest: now + timings.longestPlan });
      await db.call('saga.interrupt', { now });
      userPaused = (await db.call('meta.get', { key: 'outboxPaused' })) === '1';
      started = true;
      wake();
    },
    wake,
    breakOff: acts.breakOff,
    cameOnline: () => {
      pauses.end();
      wake();
    },
    setPaused: (paused) => {
      userPaused = paused;
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
      const cancelLimit = clock.after(limitMs, acts.abort);
      while (running !== null) await running;
      cancelLimit();
    },
  };
}
