import { idsOfLogin, sharesLogin } from '../shared/accounts/loginOf.ts';
import { historyFilterSchema } from '../shared/contract/history.ts';
import type { OutboxSummary } from '../shared/contract/outbox.ts';
import { ok } from '../shared/contract/result.ts';
import { systemClock } from '../shared/lib/clock.ts';
import { type DbClient, openDb } from './db/client.ts';
import type { StoredAccount } from './db/queries/accounts.ts';
import type { Gateway } from './gateways/gateway.ts';
import type { Limits } from './gateways/http.ts';
import { needsNetwork, orderGatewayFor } from './gateways/gatewayFor.ts';
import { testConnection } from './gateways/testConnection.ts';
import { accountsHandlers } from './ipc/accounts.ts';
import { historyHandlers } from './ipc/history.ts';
import { ordersHandlers } from './ipc/orders.ts';
import { startMailings } from './mailingServices.ts';
import { outboxHandlers } from './ipc/outbox.ts';
import type { HandlerParts } from './ipc/parts.ts';
import { pasteHandlers } from './ipc/paste.ts';
import { productsHandlers } from './ipc/products.ts';
import { recipientsHandlers } from './ipc/recipients.ts';
import { refreshHandlers } from './ipc/refresh.ts';
import type { Services, ServicesPlan } from './ipc/services.ts';
import { settingsHandlers } from './ipc/settings.ts';
import { joinChanges } from './outbox/changes.ts';
import { type CourierFor, orderCourier } from './outbox/courier.ts';
import { createDispatcher } from './outbox/dispatcher.ts';
import type { MailingTimings } from './outbox/mailings/timings.ts';
import { usualTimings, type Timings } from './outbox/timings.ts';
import { createAnnouncer } from './refresh/announce.ts';
import { createRefresher } from './refresh/refresher.ts';

/** What quitting waits for requests under way before they become doubt; within the shell's own limit. */
const drainLimit = 10_000;
const hour = 60 * 60_000;

/** What tests choose besides the plan. */
export interface ServicesOptions {
  timings?: Partial<Timings>;
  mailTimings?: Partial<MailingTimings>;
  /** How long requests may take. */
  limits?: Partial<Limits>;
}

/** Opens the database and starts outbox and refresh: everything behind the window, tied together. */
export async function startServices(plan: ServicesPlan, options: ServicesOptions = {}): Promise<Services> {
  const { credentials, log, tell } = plan;
  const clock = systemClock;
  const report = (where: string, reason: unknown): void => log.error(where, reason);
  const db = await openDb({
    folder: plan.dataFolder,
    workerFile: plan.workerFile,
    onSlow: (query, ms) => log.warn('slow query', { query, ms: Math.round(ms) }),
    onError: (query, error) => log.warn('query failed', { query, code: error.code }),
  });

  // Gateways live as long as their account is unchanged: the simulator keeps its memory, clients their tokens.
  const accounts = new Map<string, StoredAccount>();
  const gateways = new Map<string, Gateway | null>();
  const loadAccounts = async (): Promise<void> => {
    const list = await db.call('accounts.list');
    accounts.clear();
    for (const account of list) accounts.set(account.id, account);
  };
  await loadAccounts();
  const gatewayDeps = {
    dataFolder: plan.dataFolder,
    credentials,
    fetch: plan.fetch,
    isOnline: plan.isOnline,
    now: clock.now,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  };
  const gatewayFor = (account: StoredAccount): Gateway | null => {
    let gateway = gateways.get(account.id);
    if (gateway === undefined) gateways.set(account.id, (gateway = orderGatewayFor(account, gatewayDeps)));
    return gateway;
  };
  const mayTry = (account: StoredAccount | undefined): boolean =>
    account !== undefined && (!needsNetwork(account) || plan.isOnline());

  const takeCall = async (accountId: string, purpose: 'refresh' | 'reconcile' | 'test'): Promise<boolean> => {
    const { callBudget, payBeyondBudget } = await db.call('settings.get');
    const limit = payBeyondBudget ? null : callBudget;
    return (await db.call('refresh.takeCall', { accountId, now: clock.now(), limit, purpose })).taken;
  };
  const courierFor: CourierFor = async (kind, accountId) => {
    const account = accounts.get(accountId) ?? (await db.call('accounts.get', { id: accountId }));
    const gateway = kind === 'order' && account !== null ? gatewayFor(account) : null;
    return gateway === null ? null : orderCourier(gateway);
  };

  let paused = (await db.call('meta.get', { key: 'outboxPaused' })) === '1';
  const summary = async (): Promise<OutboxSummary> => ({
    ...(await db.call('outbox.summary')),
    paused,
    pauses: [...dispatcher.pauses(), ...mailings.mailer.pauses()],
  });
  const changes = joinChanges(clock, options.timings?.coalesce ?? usualTimings.coalesce, (itemIds) => {
    tell('history.changed', { itemIds });
    summary().then(
      (counts) => tell('outbox.changed', counts),
      (reason: unknown) => report('outbox summary', reason),
    );
    refresher.plan();
  });
  const dispatcher = createDispatcher({
    db,
    courierFor,
    clock,
    random: Math.random,
    isOnline: (accountId) => mayTry(accounts.get(accountId)),
    accountsOfLogin: (accountId) => idsOfLogin([...accounts.values()], accountId),
    paceOf: (accountId) => Promise.resolve(accounts.get(accountId)?.settings.pace ?? 1),
    takeCall: (accountId) => takeCall(accountId, 'reconcile'),
    onChange: changes.add,
    report,
    ...(options.timings === undefined ? {} : { timings: options.timings }),
  });
  const tellNews = createAnnouncer({ db, show: plan.notify, now: clock.now, locale: plan.locale });
  const refresher = createRefresher({
    db,
    gatewayFor,
    clock,
    isOnline: mayTry,
    takeCall: (accountId) => takeCall(accountId, 'refresh'),
    onChange: (itemIds) => {
      tell('history.changed', { itemIds: itemIds.length > 200 ? [] : [...itemIds] });
    },
    onState: (state) => tell('refresh.changed', state),
    announce: tellNews,
    report,
  });

  const mailings = await startMailings({
    plan,
    db,
    gatewayDeps,
    accountOf: (accountId) => accounts.get(accountId),
    spawnPreflight: plan.spawnPreflight,
    onChange: changes.add,
    announce: tellNews,
    ...(options.mailTimings === undefined ? {} : { timings: options.mailTimings }),
  });

  const parts: HandlerParts = {
    db,
    credentials,
    now: clock.now,
    random: Math.random,
    tell,
    desk: plan.desk,
    handover: plan.handover,
    outbox: {
      summary,
      changed: (itemIds) => {
        changes.add(itemIds);
        dispatcher.wake();
        mailings.mailer.wake();
      },
      setPaused: async (next) => {
        await db.call('meta.set', { key: 'outboxPaused', value: next ? '1' : '0' });
        paused = next;
        dispatcher.setPaused(next);
        mailings.mailer.setPaused(next);
        changes.add([]);
      },
      resumeAccount: (accountId) => dispatcher.resumeAccount(accountId),
    },
    refresh: {
      state: refresher.state,
      now: async () => {
        const [orders, letters] = await Promise.all([refresher.run('all'), mailings.refresh()]);
        if (!orders.ok) return orders;
        if (!letters.ok) return letters;
        const asked = orders.value.asked + letters.value.asked;
        return ok({ asked, changed: orders.value.changed + letters.value.changed });
      },
      plan: () => {
        refresher.plan();
        mailings.settingsChanged();
      },
    },
    testAccount: async (input) => {
      // One that is not saved yet has no budget of its own, but may share that of another with its login.
      const counted = input.id ?? [...accounts.values()].find((saved) => sharesLogin(saved, input))?.id;
      if (counted !== undefined && input.service === 'trepstar') await takeCall(counted, 'test');
      const account = { id: input.id ?? 'unsaved', service: input.service, settings: input.settings };
      return ok(await testConnection(account, input.secret, { ...gatewayDeps, credentials }));
    },
    accountsChanged: (accountId) => {
      gateways.delete(accountId);
      loadAccounts().then(
        () => {
          dispatcher.resumeAccount(accountId);
          mailings.accountChanged(accountId);
          refresher.plan();
        },
        (reason: unknown) => report('accounts', reason),
      );
    },
  };

  await dispatcher.start();
  refresher.start();
  const cancelChores = hourly(async () => {
    await db.backupDaily();
    await eraseOldData(db, clock.now());
    await mailings.sweepArchive();
  }, report);

  return {
    handlers: {
      ...accountsHandlers(parts),
      ...historyHandlers(parts),
      ...mailings.handlers,
      ...ordersHandlers(parts),
      ...outboxHandlers(parts),
      ...pasteHandlers(parts),
      ...productsHandlers(parts),
      ...recipientsHandlers(parts),
      ...refreshHandlers(parts),
      ...settingsHandlers(parts),
    },
    trouble: db.trouble,
    wake: (reason) => {
      if (reason === 'offline') return void refresher.state().then((state) => tell('refresh.changed', state));
      dispatcher.cameOnline();
      mailings.mailer.cameOnline();
      void mailings.refresh().catch((reason: unknown) => report('mailing refresh', reason));
      void refresher.run('due');
    },
    openFiles: mailings.openFiles,
    documentFor: mailings.documentFor,
    backups: () => db.backups(),
    backup: () => db.backup(),
    facts: async () => {
      const counts = await db.call('outbox.summary');
      const totals = await db.call('history.totals', { filter: historyFilterSchema.parse({}) });
      return [
        `accounts ${accounts.size}, history lines ${totals.all}`,
        `outbox: ${counts.waiting} waiting, ${counts.sending} sending, ${counts.unconfirmed} unconfirmed, ${counts.refused} refused`,
      ];
    },
    stop: async () => {
      cancelChores();
      await Promise.all([dispatcher.stop(drainLimit), mailings.stop(drainLimit), refresher.stop()]);
      changes.stop();
      await db.close();
    },
  };
}

/** After the months of the settings, personal data of finished orders and letters is blanked; 0 months = never. */
async function eraseOldData(db: DbClient, now: number): Promise<void> {
  const { keepPersonalData } = await db.call('settings.get');
  if (keepPersonalData === 0) return;
  const before = new Date(now);
  before.setMonth(before.getMonth() - keepPersonalData);
  while ((await db.call('recipients.eraseOld', { before: before.getTime(), now })).items > 0);
}

/** Chores that are due once a day at most: looked at soon after the start, then every hour. */
function hourly(chores: () => Promise<void>, report: (where: string, reason: unknown) => void): () => void {
  const look = (): void => void chores().catch((reason: unknown) => report('daily chores', reason));
  const soon = setTimeout(look, 30_000);
  const timer = setInterval(look, hour);
  return () => {
    clearTimeout(soon);
    clearInterval(timer);
  };
}
