import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fail, ok } from '../shared/contract/result.ts';
import { systemClock } from '../shared/lib/clock.ts';
import type { DbClient } from './db/client.ts';
import type { StoredAccount } from './db/queries/accounts.ts';
import type { GatewayDeps } from './gateways/gatewayFor.ts';
import { sandboxLifetime } from './gateways/tcgate/environments.ts';
import { mailClientFor } from './gateways/mailClientFor.ts';
import type { TcgateClient } from './gateways/tcgate/tcgateClient.ts';
import type { HandlersOf } from './ipc/handlers.ts';
import { mailingsHandlers, type MailingParts } from './ipc/mailings.ts';
import type { ServicesPlan } from './ipc/services.ts';
import { judgeAll } from './mailings/changeCards.ts';
import { createHintPace } from './mailings/hintPace.ts';
import { createReceiver } from './mailings/receiver/receiver.ts';
import { createFolderWatch } from './mailings/folderWatch.ts';
import { intake, resumeChecks } from './mailings/intake.ts';
import { sweepArchive } from './mailings/sweepArchive.ts';
import { createMailer, type Mailer } from './outbox/mailings/mailer.ts';
import type { MailingTimings } from './outbox/mailings/timings.ts';
import { createArchive } from './pdf/archive.ts';
import { createPreflight } from './pdf/preflightHost.ts';
import type { SpawnChild } from './pdf/spawnChild.ts';
import { createMailingRefresher, type MailingRefresher } from './refresh/mailingRefresher.ts';
import { createServiceDocuments } from './refresh/serviceDocuments.ts';

export interface MailingServicesPlan {
  plan: Pick<ServicesPlan, 'dataFolder' | 'tell' | 'desk' | 'log'>;
  db: DbClient;
  gatewayDeps: GatewayDeps & { credentials: ServicesPlan['credentials'] };
  accountOf: (accountId: string) => StoredAccount | undefined;
  spawnPreflight: SpawnChild;
  /** Tells page and outbox that items changed. */
  onChange: (itemIds: readonly string[]) => void;
  announce: () => Promise<void>;
  /** Shorter in tests. */
  timings?: Partial<MailingTimings>;
}

export interface MailingServices {
  handlers: HandlersOf<'mailings'>;
  mailer: Mailer;
  /** Files of "Open with", a second start or the dock. */
  openFiles: (paths: readonly string[]) => Promise<void>;
  /** An archived file for the page, by its hash; null for files we do not know. */
  documentFor: (rest: string) => Promise<string | null>;
  refresh: MailingRefresher['run'];
  settingsChanged: () => void;
  /** Deletes archived files whose time is over. */
  sweepArchive: () => Promise<void>;
  accountChanged: (accountId: string) => void;
  stop: (limitMs: number) => Promise<void>;
}

/** Desk, saga and refresh of mailings, tied together. */
export async function startMailings(given: MailingServicesPlan): Promise<MailingServices> {
  const { plan, db, gatewayDeps } = given;
  const report = (where: string, reason: unknown): void => plan.log.error(where, reason);
  const archive = createArchive({ folder: path.join(plan.dataFolder, 'archive') });
  const workFolder = path.join(plan.dataFolder, 'work');
  rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(workFolder, { recursive: true });
  const preflight = createPreflight({ spawn: given.spawnPreflight });
  const clients = new Map<string, TcgateClient | null>();
  const progress = new Map<string, number>();
  const abort = new AbortController();

  const clientFor = (accountId: string): Promise<TcgateClient | null> => {
    let client = clients.get(accountId);
    if (client === undefined) {
      const account = given.accountOf(accountId);
      client = account === undefined ? null : mailClientFor(account, gatewayDeps);
      clients.set(accountId, client);
    }
    return Promise.resolve(client);
  };
  const changed = (ids: readonly string[]): void => {
    plan.tell('mailings.changed', { ids: ids.length > 200 ? [] : [...ids] });
    given.onChange(ids);
  };
  const forgetsAfter = (accountId: string): number =>
    given.accountOf(accountId)?.settings.environment === 'sandbox'
      ? sandboxLifetime
      : Number.POSITIVE_INFINITY;
  const mailer = createMailer({
    db,
    clock: systemClock,
    clientFor,
    vault: archive,
    forgetsAfter,
    paceOf: (accountId) => Promise.resolve(given.accountOf(accountId)?.settings.pace ?? 2),
    onChange: (ids) => {
      changed(ids);
      void given.announce().catch((reason: unknown) => report('announce', reason));
    },
    onProgress: (id, part) => {
      const before = progress.get(id) ?? -1;
      // The page needs no more than a hundred steps of a bar.
      if (part < 1 && part - before < 0.01) return;
      progress.set(id, part);
      plan.tell('mailings.progress', { id, part });
    },
    report,
    ...(given.timings === undefined ? {} : { timings: given.timings }),
  });
  const desk = {
    db,
    archive,
    preflight,
    workFolder,
    now: systemClock.now,
    onChange: changed,
    report,
  };
  const folderWatch = createFolderWatch({
    ...desk,
    onState: () => plan.tell('mailings.watch', folderWatch.state()),
  });
  const setWatchedFolder = async (watchedFolder: string): Promise<void> => {
    plan.tell('settings.changed', await db.call('settings.change', { changes: { watchedFolder } }));
    await folderWatch.follow(watchedFolder);
  };
  const refresher = createMailingRefresher({
    db,
    clientFor,
    serviceOf: (accountId) => given.accountOf(accountId)?.service ?? 'tcgate',
    forgetsAfter,
    now: systemClock.now,
    after: systemClock.after,
    onChange: changed,
    announce: given.announce,
    report,
    signal: abort.signal,
  });
  const hints = createHintPace({
    now: systemClock.now,
    after: systemClock.after,
    ask: refresher.ask,
  });
  const receiver = createReceiver({
    folder: path.join(plan.dataFolder, 'receiver'),
    now: systemClock.now,
    readSecret: () => gatewayDeps.credentials.get('webhook', 'path'),
    keepSecret: (secret) => gatewayDeps.credentials.set('webhook', 'path', secret),
    webhookSettings: async () => (await db.call('settings.get')).webhook,
    change: async (webhook) => {
      plan.tell('settings.changed', await db.call('settings.change', { changes: { webhook } }));
      await receiver.follow(webhook);
    },
    chooseKeyFile: () => plan.desk.chooseKeyFile(),
    writeClipboard: (text) => plan.desk.writeClipboard(text),
    fetch: gatewayDeps.fetch,
    note: (hint) => db.call('webhook.note', { ...hint, at: systemClock.now() }),
    lastEvent: () => db.call('webhook.last'),
    heard: hints.take,
    report,
  });
  const parts: MailingParts = {
    ...desk,
    receiver,
    watchState: folderWatch.state,
    chooseWatchedFolder: async () => {
      const folder = await plan.desk.chooseFolder();
      if (folder === null) return ok(folderWatch.state());
      // The archive would take its own files without end.
      if (liesIn(plan.dataFolder, folder)) return fail('bad-input', 'ownFolder');
      await setWatchedFolder(folder);
      return ok(folderWatch.state());
    },
    stopWatching: async () => {
      await setWatchedFolder('');
      return folderWatch.state();
    },
    samplesFolder: path.join(workFolder, 'samples'),
    chooseFiles: () => plan.desk.chooseFiles(),
    chooseSaveFile: (name) => plan.desk.chooseSaveFile(name),
    isElsewhere: async ({ accountId, sentTo }) => {
      const client = await clientFor(accountId);
      return client !== null && sentTo !== '' && sentTo !== client.place;
    },
    wake: () => mailer.wake(),
    breakOff: (id) => mailer.breakOff(id),
    progressOf: (id) => progress.get(id),
    service: createServiceDocuments(db, clientFor, abort.signal),
  };

  let profile = '';
  /** Follows the settings: watched folder, receiver, and cards judged by the chosen profile. */
  async function followSettings(): Promise<void> {
    const settings = await db.call('settings.get');
    await folderWatch.follow(settings.watchedFolder);
    if (profile !== '' && profile !== settings.letterProfile) await judgeAll(desk);
    profile = settings.letterProfile;
    await receiver.follow(settings.webhook);
  }
  let following = Promise.resolve();
  const settingsChanged = (): void => {
    following = following.then(followSettings).catch((reason: unknown) => report('webhook settings', reason));
  };
  settingsChanged();
  refresher.start();

  await mailer.start();
  void resumeChecks(desk).catch((reason: unknown) => report('preflight', reason));
  return {
    handlers: mailingsHandlers(parts),
    mailer,
    openFiles: async (paths) => {
      const taken = await intake(desk, paths);
      plan.tell('app.navigate', { screen: 'mailings', ...(taken.cards[0] ? { id: taken.cards[0] } : {}) });
    },
    documentFor: async (rest) => {
      const sha256 = /^([0-9a-f]{64})\.pdf$/.exec(rest)?.[1];
      if (sha256 === undefined) return null;
      // A remedy's result is shown before it is applied: it is in the archive, though on no card yet.
      return (await archive.has(sha256)) ? archive.pathOf(sha256) : null;
    },
    refresh: refresher.run,
    settingsChanged,
    sweepArchive: async () => {
      const gone = await sweepArchive(desk);
      if (gone !== null && gone > 0) plan.log.info('archive swept', { files: gone });
    },
    accountChanged: (accountId) => {
      clients.delete(accountId);
      mailer.resumeAccount(accountId);
    },
    stop: async (limitMs) => {
      refresher.stop();
      abort.abort();
      await following;
      await folderWatch.stop();
      await receiver.close();
      hints.stop();
      await mailer.stop(limitMs);
      preflight.close();
    },
  };
}

function liesIn(parent: string, folder: string): boolean {
  const way = path.relative(parent, folder);
  return !way.startsWith('..') && !path.isAbsolute(way);
}
