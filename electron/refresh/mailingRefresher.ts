import type { Result } from '../../shared/contract/result.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { askAbout, refreshMailings, type MailingRefreshParts } from './mailings.ts';

export interface MailingRefresherParts extends MailingRefreshParts {
  after: Clock['after'];
  /** Breaks off what is under way when the app ends. */
  signal: AbortSignal;
  /** Shows what became known; see `createAnnouncer`. */
  announce: () => Promise<void>;
  report: (where: string, reason: unknown) => void;
}

export interface MailingRefresher {
  /** Asks about everything that is followed, now; who asks meanwhile gets the same answer. */
  run: () => Promise<Result<{ asked: number; changed: number }>>;
  /** Asks about a few things that somebody said have news. Its trouble goes to the log. */
  ask: (accountId: string, kind: 'order' | 'document', numbers: readonly string[]) => void;
  /** Asks by itself from now on. */
  start: () => void;
  stop: () => void;
}

/** What is young is looked at in steps of this, ms; the interval of the settings governs the rest. */
const youngEvery = 15_000;

/** When mailings are refreshed: by timer, and when somebody asks. */
export function createMailingRefresher(parts: MailingRefresherParts): MailingRefresher {
  const { db, now, report, signal } = parts;
  let running: ReturnType<MailingRefresher['run']> | null = null;
  let lastAt = 0;
  let cancelTimer: () => void = () => undefined;

  const run: MailingRefresher['run'] = () => {
    running ??= refreshMailings(parts, signal)
      .then(async (outcome) => {
        await parts.announce();
        return outcome;
      })
      .finally(() => {
        running = null;
      });
    return running;
  };

  async function runWhenDue(): Promise<void> {
    const [followed, settings] = await Promise.all([db.call('mailings.followed'), db.call('settings.get')]);
    if (followed.length === 0) return;
    const practice = followed.some(({ accountId }) => parts.serviceOf(accountId) === 'practice');
    const every = practice ? youngEvery : settings.refreshInterval * 60_000;
    // The distance, so that a clock set back does not put it off for years.
    if (Math.abs(now() - lastAt) < every - 1_000) return;
    lastAt = now();
    await run();
  }

  function plan(): void {
    cancelTimer = parts.after(youngEvery, () => {
      void runWhenDue().catch((reason: unknown) => report('mailing refresh', reason));
      plan();
    });
  }

  return {
    run,
    ask: (accountId, kind, numbers) => {
      void askAbout(parts, { accountId, kind, numbers }, signal)
        .then(parts.announce)
        .catch((reason: unknown) => {
          if (!signal.aborted) report('webhook hint', reason);
        });
    },
    start: plan,
    stop: () => cancelTimer(),
  };
}
