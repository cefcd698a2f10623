import type { ErrorCode } from '../../../shared/contract/result.ts';
import { assertNever } from '../../../shared/lib/assertNever.ts';
import type { Clock } from '../../../shared/lib/clock.ts';
import { nextSteps, type Act, type Saga, type SagaStep } from '../../../shared/mailings/saga.ts';
import type { DbClient } from '../../db/client.ts';
import { any, contains } from '../../gateways/tcgate/odata.ts';
import type { Outcome } from '../../gateways/tcgate/outcome.ts';
import type { TcgateClient } from '../../gateways/tcgate/tcgateClient.ts';
import { ask, carry, type Vault } from './carry.ts';
import { judgeAsked, judgeCarried, waitFor, type Made } from './judge.ts';
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
  pauses(): { accountId: string; until: number; code: ErrorCode }[];
  /** Begins nothing new; waits for what is under way and aborts it after `limitMs`. */
  stop(limitMs: number): Promise<void>;
}

/** Questions about validation hold this many documents, so that addresses stay short. */
const tokensPerQuestion = 20;

/** Carries mailings step by step. Holds no truth: what to do next is read from the disk each time. */
export function createMailer(parts: MailerParts): Mailer {
  const { db, clock, report } = parts;
  const timings = { ...usualMailingTimings, ...parts.timings };
  const abort = new AbortController();
  const rests = new Map<string, { until: number; code: ErrorCode }>();
  const failures = new Map<string, number>();
  const uploads = new Map<string, Set<AbortController>>();
  let started = false;
  let stopping = false;
  let userPaused = false;
  let running: Promise<void> | null = null;
  let again = false;
  let cancelTimer: () => void = () => undefined;
  let lastNow = 0;

  const restOf = (accountId: string): number | null => {
    const rest = rests.get(accountId);
    if (rest === undefined || rest.until <= clock.now()) return null;
    return rest.until;
  };

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
      rests.clear();
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
      const { acts, again: later } = nextSteps(saga, clock.now());
      const allowed = acts.filter((act) => mayDo(act));
      if (allowed.length === 0) return later;
      const local = allowed.filter((act) => !needsService(act));
      const rest = restOf(saga.accountId);
      if (local.length === 0 && rest !== null) return rest;
      await perform(client, saga, local.length > 0 ? local : allowed);
      parts.onChange([saga.id, ...saga.documents.map((document) => document.id)]);
    }
  }

  const mayDo = (act: Act): boolean =>
    !(userPaused && act.kind === 'carry' && (act.step.kind === 'upload' || act.step.kind === 'order'));
  const needsService = (act: Act): boolean =>
    act.kind === 'carry' || act.kind === 'ask' || act.kind === 'watch';

  /** The acts of one decision; calls to the service as many at a time as the account allows. */
  async function perform(client: TcgateClient, saga: Saga, acts: readonly Act[]): Promise<void> {
    const queue = [...acts];
    const worker = async (): Promise<void> => {
      for (let act = queue.shift(); act !== undefined; act = queue.shift()) {
        if (stopping || !mayDo(act) || (needsService(act) && restOf(saga.accountId) !== null)) return;
        await doOne(client, saga, act);
      }
    };
    const pace = Math.max(1, await parts.paceOf(saga.accountId));
    await Promise.all(Array.from({ length: Math.min(pace, acts.length) }, worker));
  }

  async function doOne(client: TcgateClient, saga: Saga, act: Act): Promise<void> {
    const now = clock.now();
    switch (act.kind) {
      case 'carry':
        return carryOne(client, act.step);
      case 'ask':
        return askOne(client, saga, act.step);
      case 'watch':
        return watch(client, saga);
      case 'plan':
        return db.call('saga.plan', {
          mailingId: saga.id,
          steps: [{ kind: act.step, itemId: act.itemId }],
          now,
        });
      case 'drop':
        return db.call('saga.drop', { id: act.step.id, now });
      case 'setAside':
        return db.call('saga.setAside', { id: saga.id, now });
      case 'takeUp':
        return db.call('saga.takeUp', { id: saga.id });
      case 'end':
        return db.call('saga.end', { id: saga.id, as: act.as, now, cancelWanted: saga.cancelWanted });
      default:
        return assertNever(act);
    }
  }

  /** Claimed on disk, then sent, then written down. */
  async function carryOne(client: TcgateClient, { id }: SagaStep): Promise<void> {
    const claimed = await db.call('saga.claim', { id, place: client.place, now: clock.now() });
    if (claimed === null) return;
    const { step, saga } = claimed;
    parts.onChange([saga.id, step.itemId]);
    let outcome: Outcome<Made>;
    const own = new AbortController();
    const underWay = uploads.get(saga.id) ?? new Set();
    if (step.kind === 'upload') uploads.set(saga.id, underWay.add(own));
    try {
      const signal = AbortSignal.any([abort.signal, own.signal]);
      outcome = await carry(saga, step, { ...parts, client, signal });
    } catch (reason) {
      report('mailing step', reason);
      outcome = { kind: 'unknown', cause: 'internal', detail: 'details are in the log' };
    } finally {
      underWay.delete(own);
      if (underWay.size === 0) uploads.delete(saga.id);
    }
    const count = note(saga.accountId, outcome.kind);
    const { news, pause } = judgeCarried(step, outcome, clock.now(), count, timings);
    if (pause !== null) rests.set(saga.accountId, pause);
    await settle(() => db.call('saga.settle', news));
  }

  async function askOne(client: TcgateClient, saga: Saga, step: SagaStep): Promise<void> {
    const outcome = await ask(saga, step, client, abort.signal);
    const count = note(saga.accountId, outcome.kind);
    const judged = judgeAsked(step, outcome, clock.now(), count, timings);
    if (judged.pause !== null) rests.set(saga.accountId, judged.pause);
    if ('news' in judged) await settle(() => db.call('saga.settle', judged.news));
    else await db.call('saga.postpone', { id: step.id, readyAt: judged.again });
  }

  /** How far the validation of uploaded documents is, asked for all of them at once. */
  async function watch(client: TcgateClient, saga: Saga): Promise<void> {
    const waiting = saga.documents.filter(
      (one) => one.number !== '' && !one.leftOut && !['accepted', 'rejected'].includes(one.serviceStatus),
    );
    const documents: { id: string; serviceStatus: string; findings: string[]; raw: string }[] = [];
    const missing: string[] = [];
    let watchAt = clock.now() + timings.watch;
    for (let from = 0; from < waiting.length; from += tokensPerQuestion) {
      const some = waiting.slice(from, from + tokensPerQuestion);
      const filter = any(...some.map((one) => contains('clientReference', one.token)));
      const answer = await client.listDocuments({ filter }, abort.signal);
      const count = note(saga.accountId, answer.kind);
      if (answer.kind !== 'done') {
        const retryAfter = answer.kind === 'refused' ? undefined : answer.retryAfter;
        watchAt = clock.now() + waitFor(count, retryAfter, timings);
        break;
      }
      for (const { id, number } of some) {
        const found = answer.value.find((row) => row.number === number);
        if (found === undefined) {
          missing.push(id);
          continue;
        }
        const { status: serviceStatus, findings } = found;
        documents.push({ id, serviceStatus, findings, raw: JSON.stringify(found) });
      }
    }
    await settle(() =>
      db.call('saga.validation', { mailingId: saga.id, now: clock.now(), watchAt, documents }),
    );
    const now = clock.now();
    const uploadedBefore = now - parts.forgetsAfter(saga.accountId);
    if (missing.length > 0)
      await settle(() => db.call('saga.uploadAgain', { documentIds: missing, uploadedBefore, now }));
  }

  /** Failures without a clear answer in a row. */
  function note(accountId: string, kind: Outcome<unknown>['kind']): number {
    const certain = kind === 'done' || kind === 'refused';
    const count = certain ? 0 : (failures.get(accountId) ?? 0) + 1;
    failures.set(accountId, count);
    return count;
  }

  /** Writes until the disk takes it: meanwhile the step stays claimed, which can only become doubt. */
  async function settle(write: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await write();
        return;
      } catch (reason) {
        report('mailing outcome not written', reason);
        if (stopping) throw reason;
        await new Promise<void>((resolve) => {
          clock.after(5_000, resolve);
        });
      }
    }
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
    breakOff: (mailingId) => uploads.get(mailingId)?.forEach((upload) => upload.abort()),
    cameOnline: () => {
      rests.clear();
      wake();
    },
    setPaused: (paused) => {
      userPaused = paused;
      wake();
    },
    resumeAccount: (accountId) => {
      rests.delete(accountId);
      failures.delete(accountId);
      wake();
    },
    pauses: () =>
      [...rests]
        .filter(([, { until }]) => until > clock.now())
        .map(([accountId, rest]) => ({ accountId, ...rest })),
    stop: async (limitMs) => {
      stopping = true;
      cancelTimer();
      const cancelLimit = clock.after(limitMs, () => abort.abort());
      while (running !== null) await running;
      cancelLimit();
    },
  };
}
