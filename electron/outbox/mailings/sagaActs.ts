import { assertNever } from '../../../shared/lib/assertNever.ts';
import type { Act, Saga, SagaStep } from '../../../shared/mailings/saga.ts';
import { any, contains } from '../../gateways/tcgate/odata.ts';
import type { Outcome } from '../../gateways/tcgate/outcome.ts';
import type { TcgateClient } from '../../gateways/tcgate/tcgateClient.ts';
import type { AccountPauses } from '../accountPauses.ts';
import { ask, carry } from './carry.ts';
import { judgeAsked, judgeCarried, waitFor, type Judgement, type Made } from './judge.ts';
import type { MailerParts } from './mailer.ts';
import type { MailingTimings } from './timings.ts';

interface SagaActsParts extends Pick<
  MailerParts,
  'db' | 'clock' | 'vault' | 'forgetsAfter' | 'onChange' | 'onProgress' | 'report'
> {
  timings: MailingTimings;
  /** Told when a service wants the account to rest, and how often in a row it gave no clear answer. */
  pauses: AccountPauses;
  stopping: () => boolean;
}

export interface SagaActs {
  /** Does one act to its end: afterwards the disk knows what came of it. */
  perform: (client: TcgateClient, saga: Saga, act: Act) => Promise<void>;
  /** Breaks off the uploads of a mailing that are under way. */
  breakOff: (mailingId: string) => void;
  /** Breaks off everything. */
  abort: () => void;
}

/** Questions about validation hold this many documents, so that addresses stay short. */
const tokensPerQuestion = 20;

/** What the saga decides (`nextSteps`), done: calls to the service and what is written down about them. */
export function createSagaActs(parts: SagaActsParts): SagaActs {
  const { db, clock, report, timings, pauses } = parts;
  const all = new AbortController();
  const uploads = new Map<string, Set<AbortController>>();

  async function perform(client: TcgateClient, saga: Saga, act: Act): Promise<void> {
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
      const signal = AbortSignal.any([all.signal, own.signal]);
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
    pauseFor(saga.accountId, pause);
    await settle(() => db.call('saga.settle', news));
  }

  async function askOne(client: TcgateClient, saga: Saga, step: SagaStep): Promise<void> {
    const outcome = await ask(saga, step, client, all.signal);
    const count = note(saga.accountId, outcome.kind);
    const judged = judgeAsked(step, outcome, clock.now(), count, timings);
    pauseFor(saga.accountId, judged.pause);
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
      const answer = await client.listDocuments({ filter }, all.signal);
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
    if (kind !== 'done' && kind !== 'refused') return pauses.failed(accountId);
    pauses.worked(accountId);
    return 0;
  }

  const pauseFor = (accountId: string, pause: Judgement['pause']): void => {
    if (pause !== null) pauses.pause(accountId, pause.until, pause.code);
  };

  /** Writes until the disk takes it: meanwhile the step stays claimed, which can only become doubt. */
  async function settle(write: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await write();
        return;
      } catch (reason) {
        report('mailing outcome not written', reason);
        if (parts.stopping()) throw reason;
        await new Promise<void>((resolve) => {
          clock.after(5_000, resolve);
        });
      }
    }
  }

  return {
    perform,
    breakOff: (mailingId) => uploads.get(mailingId)?.forEach((upload) => upload.abort()),
    abort: () => all.abort(),
  };
}
