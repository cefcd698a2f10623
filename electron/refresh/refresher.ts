import type { RefreshState } from '../../shared/contract/refresh.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { budgetState, budgetWindow } from '../../shared/orders/callBudget.ts';
import type { DbClient } from '../db/client.ts';
import type { StoredAccount } from '../db/queries/accounts.ts';
import type { CheckedOrder, StatusChange } from '../db/queries/refresh.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { diff } from './diff.ts';
import { pickDue, type Asked } from './pickDue.ts';
import { workingDaysBefore } from './workingDays.ts';

export interface RefresherParts {
  db: Pick<DbClient, 'call'>;
  /** null for accounts that are not refreshed this way. */
  gatewayFor: (account: StoredAccount) => Gateway | null;
  clock: Clock;
  isOnline: (account: StoredAccount) => boolean;
  takeCall: (accountId: string) => Promise<boolean>;
  /** Item ids whose lines changed. */
  onChange: (itemIds: readonly string[]) => void;
  onState: (state: RefreshState) => void;
  announce: () => Promise<void>;
  report: (where: string, reason: unknown) => void;
}

export interface Refresher {
  start: () => void;
  /** Settings, accounts or orders changed: the next run may be due sooner. */
  plan: () => void;
  /** On waking up, coming online and **Refresh now**: a run at once; `all` asks about everything open. */
  run: (what: Asked) => Promise<Result<{ asked: number; changed: number }>>;
  state: () => Promise<RefreshState>;
  stop: () => Promise<void>;
}

interface Sum {
  asked: number;
  changed: number;
  trouble: { code: string; detail: string } | null;
}

/** More open orders than this are left for the next run. */
const most = 200_000;

/** No question is planned further ahead (checkTimes.ts). */
const longestPlan = 8 * 86_400_000;

/** Asks the services for news, one run at a time, within the budget. */
export function createRefresher(parts: RefresherParts): Refresher {
  const { db, clock } = parts;
  /** After the end the database is closed, which is no news. */
  const report = (where: string, reason: unknown): void => {
    if (!stopped) parts.report(where, reason);
  };
  const abort = new AbortController();
  let running: Promise<Sum> | null = null;
  let lastAt: number | null = null;
  let trouble: Sum['trouble'] = null;
  let cancelTimer: () => void = () => undefined;
  let stopped = false;

  const accounts = (): Promise<StoredAccount[]> => db.call('accounts.list');

  async function askAbout(account: StoredAccount, what: Asked): Promise<Sum> {
    const sum: Sum = { asked: 0, changed: 0, trouble: null };
    const gateway = parts.gatewayFor(account);
    if (gateway === null) return sum;
    const now = clock.now();
    // A clock that was set back would leave orders unasked for as long as it was ahead.
    const latest = lastAt !== null && lastAt > now + 1_000 ? now : now + longestPlan;
    await db.call('refresh.pullBackPlans', { accountId: account.id, latest });
    const open = await db.call('refresh.open', {
      accountId: account.id,
      until: Number.MAX_SAFE_INTEGER,
      limit: most,
    });
    const calls = pickDue(open, clock.now(), what);
    if (calls.length > 0 && !parts.isOnline(account))
      return { ...sum, trouble: { code: 'offline', detail: '' } };
    for (const orders of calls) {
      if (stopped) return sum;
      if (!(await parts.takeCall(account.id)))
        return { ...sum, trouble: { code: 'budget-used-up', detail: '' } };
      const reports = await gateway.refresh(
        orders.map(({ invoice }) => invoice),
        abort.signal,
      );
      if (!reports.ok)
        return { ...sum, trouble: { code: reports.error.code, detail: reports.error.detail ?? '' } };
      const at = clock.now();
      const changes = orders.flatMap((order: CheckedOrder): StatusChange[] =>
        [diff(order, reports.value.get(order.invoice), { now: at, service: account.service })].filter(
          (change) => change !== null,
        ),
      );
      const { changed } = await db.call('refresh.apply', { changes, source: account.service });
      sum.asked += orders.length;
      sum.changed += changed.length;
      if (changed.length > 0) parts.onChange(changed);
    }
    return sum;
  }

  async function once(what: Asked): Promise<Sum> {
    const sum: Sum = { asked: 0, changed: 0, trouble: null };
    for (const account of await accounts()) {
      const one = await askAbout(account, what);
      sum.asked += one.asked;
      sum.changed += one.changed;
      sum.trouble ??= one.trouble;
    }
    const { nothingMovedDays } = await db.call('settings.get');
    const now = clock.now();
    const before = workingDaysBefore(now, nothingMovedDays);
    const still = await db.call('news.nothingMoved', { before, now });
    if (still.length > 0) parts.onChange(still);
    return sum;
  }

  async function run(what: Asked): Promise<Result<{ asked: number; changed: number }>> {
    while (running !== null) {
      const sum = await running;
      if (what === 'due') return ok({ asked: sum.asked, changed: sum.changed });
    }
    if (stopped) return fail('cancelled');
    cancelTimer();
    running = once(what).catch((reason: unknown): Sum => {
      report('refresh', reason);
      return { asked: 0, changed: 0, trouble: { code: 'internal', detail: '' } };
    });
    void tellState();
    const sum = await running;
    running = null;
    trouble = sum.trouble;
    lastAt = clock.now();
    void tellState();
    if (!stopped) await parts.announce().catch((reason: unknown) => report('announce', reason));
    plan();
    return ok({ asked: sum.asked, changed: sum.changed });
  }

  async function tellState(): Promise<void> {
    if (stopped) return;
    await state().then(parts.onState, (reason: unknown) => report('refresh state', reason));
  }

  async function state(): Promise<RefreshState> {
    const now = clock.now();
    const { callBudget } = await db.call('settings.get');
    const list = (await accounts()).filter(({ service }) => service !== 'tcgate');
    const calls = await Promise.all(
      list.map(async (account) => {
        const times = await db.call('refresh.calls', { accountId: account.id, since: now - budgetWindow });
        return { accountId: account.id, limit: callBudget, ...budgetState(times, now, callBudget) };
      }),
    );
    return {
      running: running !== null,
      lastAt,
      troubleCode: trouble?.code ?? '',
      troubleDetail: trouble?.detail ?? '',
      online: list.length === 0 || list.some((account) => parts.isOnline(account)),
      calls,
    };
  }

  /** The timer: the interval of the settings, or sooner for the practice account, whose orders live fast. */
  async function nextRun(): Promise<number> {
    const now = clock.now();
    const { refreshInterval } = await db.call('settings.get');
    let at = Math.min(lastAt ?? now, now) + refreshInterval * 60_000;
    for (const account of await accounts()) {
      if (account.service !== 'practice') continue;
      const [first] = await db.call('refresh.open', { accountId: account.id, until: at, limit: 1 });
      if (first?.nextCheckAt != null) at = Math.min(at, Math.max(first.nextCheckAt, now + 1000));
    }
    return at;
  }

  function plan(): void {
    if (stopped) return;
    cancelTimer();
    const mine = { cancelled: false };
    cancelTimer = () => {
      mine.cancelled = true;
    };
    nextRun().then(
      (at) => {
        if (mine.cancelled || stopped) return;
        cancelTimer = clock.after(Math.max(0, at - clock.now()), () => void run('due'));
      },
      (reason: unknown) => report('refresh plan', reason),
    );
  }

  return {
    start: () => void run('due'),
    plan,
    run,
    state,
    stop: async () => {
      stopped = true;
      cancelTimer();
      abort.abort();
      await running;
    },
  };
}
