import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ErrorCode } from '../../shared/contract/result.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import type { DbClient } from '../db/client.ts';
import type { Happening, Wish } from '../db/queries/outboxSettle.ts';
import type { SendOutcome } from '../gateways/gateway.ts';
import { needsPerson } from '../gateways/retryPolicy.ts';
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
  /** The accounts that are one to the service, this one included. */
  accountsOfLogin: () => readonly string[];
  /** Requests under way to the same login for other accounts: they share its pace. */
  othersUnderWay: () => number;
  /** One of ours has ended: theirs may begin. */
  pumpOthers: () => void;
  /** Keeps a job until it ends, for quitting. */
  keep: (job: Promise<void>) => void;
  /** Nothing more is due here now, or something is due later; look when the next thing is. */
  onIdle: () => void;
}

/** The sending of one account. */
export interface Lane {
  /** Something is due: claims it, as far as there is room. */
  fill: () => Promise<void>;
  /** Starts what is claimed, or lets go of it when the account may not send any more. */
  pump: () => void;
  /** How many requests are under way. */
  underWay: () => number;
}

/** So many times its pace does a lane hold claimed ahead. What a kill leaves of them is doubt, so few is better. */
const stock = 3;

/** How long until an outcome that could not be written (disk full) is tried again. */
const writeAgain = 5_000;

/**
 * Sends the wishes of one account, `pace` at a time together with the other accounts of its login. No request waits for the disk: the next ones are claimed ahead, a
 * few at once, and outcomes are written beside the requests, many in one commit with the claims that follow them. A
 * claim is on disk before it comes out of here; an outcome lost with the process leaves its claim, which is doubt.
 * What is claimed and then not sent (pause, quitting) is given back.
 */
export function createLane(parts: LaneParts, accountId: string): Lane {
  const { db, clock, pauses } = parts;
  const claimed: Wish[] = [];
  const outcomes: { itemId: string; happening: Happening }[] = [];
  let inFlight = 0;
  let pace = 1;
  /** Nothing more was due when we last looked. */
  let exhausted = false;
  let writing = false;
  let cancelWait: (() => void) | null = null;

  async function fill(): Promise<void> {
    pace = await parts.paceOf(accountId);
    exhausted = false;
    if (wantsWrite()) await write();
  }

  function pump(): void {
    if (!parts.maySend()) giveBack();
    while (inFlight + parts.othersUnderWay() < pace) {
      const wish = claimed.shift();
      if (wish === undefined) break;
      inFlight += 1;
      parts.keep(carry(wish));
    }
    writeWhenWanted();
  }

  async function carry(wish: Wish): Promise<void> {
    try {
      const outcome = await send(wish);
      outcomes.push({ itemId: wish.itemId, happening: judge(wish, outcome) });
    } finally {
      inFlight -= 1;
    }
    // The others first, so that accounts of one login take turns.
    parts.pumpOthers();
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
    const { happening, pause } = judgeOutcome(wish, outcome, {
      now,
      failures,
      random: parts.random(),
      timings: parts.timings,
    });
    if (pause !== null) {
      // A secret is each account's own; what the service or the network says holds for its whole login.
      const resting = needsPerson(pause.code) ? [accountId] : parts.accountsOfLogin();
      for (const id of resting) pauses.pause(id, pause.until, pause.code);
    }
    return happening;
  }

  /** What was claimed ahead and is not sent now was never sent: it waits again. */
  function giveBack(): void {
    const at = clock.now();
    for (const { id, itemId } of claimed.splice(0))
      outcomes.push({ itemId, happening: { id, event: { kind: 'not-sent' }, at, readyAt: at } });
  }

  const runsLow = (): boolean => !exhausted && claimed.length <= pace && parts.maySend();
  const wantsWrite = (): boolean => runsLow() || (outcomes.length > 0 && inFlight === 0);

  /** Now when a request might wait for it or nothing else is under way, else a little later, with others. */
  function writeWhenWanted(): void {
    if (writing) return;
    if (wantsWrite()) writeBeside();
    else if (outcomes.length > 0) cancelWait ??= clock.after(parts.timings.unwritten, writeBeside);
  }

  function writeBeside(): void {
    const written = write().catch((reason: unknown) => {
      parts.report('claim', reason);
      parts.onIdle();
    });
    parts.keep(written);
  }

  /** One commit at a time; what ends meanwhile goes into the next. */
  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    cancelWait?.();
    cancelWait = null;
    try {
      do {
        // Requests that were just begun leave first.
        await nextTurn();
        await commit();
        pump();
      } while (wantsWrite());
    } finally {
      writing = false;
    }
    writeWhenWanted();
  }

  /** Writes what ended and claims as many as there is room for, in one commit. */
  async function commit(): Promise<void> {
    const written = outcomes.splice(0);
    const limit = parts.maySend() ? Math.max(0, (1 + stock) * pace - inFlight - claimed.length) : 0;
    const happenings = written.map(({ happening }) => happening);
    const more = await settle(happenings, limit === 0 ? null : { accountId, now: clock.now(), limit });
    claimed.push(...more);
    if (limit > 0) exhausted = more.length < limit;
    parts.onChange([...written, ...more].map(({ itemId }) => itemId));
    const open = happenings.some(({ event }) => event.kind === 'unknown' || event.kind === 'not-sent');
    if (exhausted || open) parts.onIdle();
  }

  /**
   * Writes outcomes. When the disk refuses, the rows stay claimed on disk (so they can only become doubt, never a second
   * send) and the writing is tried again for as long as the app runs. A claim alone is the caller's to try again.
   */
  async function settle(
    happenings: readonly Happening[],
    next: { accountId: string; now: number; limit: number } | null,
  ): Promise<Wish[]> {
    for (;;) {
      try {
        return (await db.call('outbox.settle', { happenings, next })).claimed;
      } catch (reason) {
        if (happenings.length === 0 || parts.isStopping()) throw reason;
        parts.report('outcome not written', reason);
        await new Promise<void>((resolve) => {
          clock.after(writeAgain, resolve);
        });
      }
    }
  }

  return { fill, pump, underWay: () => inFlight };
}
