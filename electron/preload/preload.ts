import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Api } from '../../shared/contract/api.ts';
import type { Input, Output, RequestName } from '../../shared/contract/contract.ts';
import { firstLookArgument, type FirstLook } from '../../shared/contract/firstLook.ts';
import type { PushName } from '../../shared/contract/pushes.ts';
import { requestChannel } from '../../shared/contract/requestChannel.ts';
import type { Result } from '../../shared/contract/result.ts';

// One function per contract entry, arguments only. The page never gets ipcRenderer, a channel name to choose,
// or an event. Checks are made at the door: what runs here runs beside the page.

type Ask<N extends RequestName> = (
  ...input: undefined extends Input<N> ? [] : [input: Input<N>]
) => Promise<Result<Output<N>>>;

const ask =
  <N extends RequestName>(name: N): Ask<N> =>
  (...input) =>
    ipcRenderer.invoke(requestChannel, name, ...input.slice(0, 1)) as Promise<Result<Output<N>>>;

/** The pushes there are; a name outside this list is refused. */
const pushNames = {
  'outbox.changed': true,
  'refresh.changed': true,
  'history.changed': true,
  'mailings.changed': true,
  'mailings.progress': true,
  'mailings.watch': true,
  'accounts.changed': true,
  'products.changed': true,
  'recipients.changed': true,
  'settings.changed': true,
  'app.navigate': true,
  'app.suspending': true,
} satisfies Record<PushName, true>;

const on: Api['on'] = (name, listener) => {
  if (!Object.hasOwn(pushNames, name)) throw new Error('There is no such push.');
  const wrapped = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload);
  ipcRenderer.on(name, wrapped);
  return () => {
    ipcRenderer.removeListener(name, wrapped);
  };
};

const firstLook: Api['firstLook'] = () => {
  const found = process.argv.find((argument) => argument.startsWith(firstLookArgument));
  if (found === undefined) return null;
  return JSON.parse(decodeURIComponent(found.slice(firstLookArgument.length))) as FirstLook;
};

const api = {
  accounts: {
    list: ask('accounts.list'),
    remove: ask('accounts.remove'),
    removeSecret: ask('accounts.removeSecret'),
    save: ask('accounts.save'),
    test: ask('accounts.test'),
    tryPractice: ask('accounts.tryPractice'),
  },
  app: {
    backupNow: ask('app.backupNow'),
    backups: ask('app.backups'),
    copyDiagnostics: ask('app.copyDiagnostics'),
    info: ask('app.info'),
    openDataFolder: ask('app.openDataFolder'),
    openLogFolder: ask('app.openLogFolder'),
    readClipboard: ask('app.readClipboard'),
    restoreBackup: ask('app.restoreBackup'),
    saveText: ask('app.saveText'),
    tryAgain: ask('app.tryAgain'),
    whereTo: ask('app.whereTo'),
    writeClipboard: ask('app.writeClipboard'),
  },
  drafts: {
    clear: ask('drafts.clear'),
    expect: ask('drafts.expect'),
    load: ask('drafts.load'),
    offer: ask('drafts.offer'),
    save: ask('drafts.save'),
  },
  history: {
    export: ask('history.export'),
    facets: ask('history.facets'),
    needsYou: ask('history.needsYou'),
    openTracking: ask('history.openTracking'),
    overview: ask('history.overview'),
    page: ask('history.page'),
    removeView: ask('history.removeView'),
    report: ask('history.report'),
    saveView: ask('history.saveView'),
    totals: ask('history.totals'),
    counts: ask('history.counts'),
    views: ask('history.views'),
  },
  mailings: {
    applyRemedy: ask('mailings.applyRemedy'),
    checkAgain: ask('mailings.checkAgain'),
    byPostFromService: ask('mailings.byPostFromService'),
    byPostInstead: ask('mailings.byPostInstead'),
    cancel: ask('mailings.cancel'),
    cards: ask('mailings.cards'),
    change: ask('mailings.change'),
    choose: ask('mailings.choose'),
    chooseWebhookFile: ask('mailings.chooseWebhookFile'),
    chooseWatchedFolder: ask('mailings.chooseWatchedFolder'),
    copyWebhookAddress: ask('mailings.copyWebhookAddress'),
    deleteDocument: ask('mailings.deleteDocument'),
    document: ask('mailings.document'),
    download: ask('mailings.download'),
    downloadNumber: ask('mailings.downloadNumber'),
    editDocument: ask('mailings.editDocument'),
    editMailing: ask('mailings.editMailing'),
    get: ask('mailings.get'),
    intake: (files: unknown) => {
      const given: readonly unknown[] = Array.isArray(files) ? files : [];
      const paths = given.flatMap((file) => (file instanceof File ? [webUtils.getPathForFile(file)] : []));
      return ask('mailings.intake')({ paths: paths.filter((path) => path !== '') });
    },
    leaveOut: ask('mailings.leaveOut'),
    open: ask('mailings.open'),
    order: ask('mailings.order'),
    presets: ask('mailings.presets'),
    profiles: ask('mailings.profiles'),
    removeCards: ask('mailings.removeCards'),
    removePreset: ask('mailings.removePreset'),
    removeProfile: ask('mailings.removeProfile'),
    renewWebhookAddress: ask('mailings.renewWebhookAddress'),
    replaceRejected: ask('mailings.replaceRejected'),
    reschedule: ask('mailings.reschedule'),
    restoreOriginal: ask('mailings.restoreOriginal'),
    samples: ask('mailings.samples'),
    savePreset: ask('mailings.savePreset'),
    saveProfile: ask('mailings.saveProfile'),
    send: ask('mailings.send'),
    serviceList: ask('mailings.serviceList'),
    split: ask('mailings.split'),
    splitPlan: ask('mailings.splitPlan'),
    stopWatching: ask('mailings.stopWatching'),
    testWebhook: ask('mailings.testWebhook'),
    setOrder: ask('mailings.setOrder'),
    testSheet: ask('mailings.testSheet'),
    tryRemedy: ask('mailings.tryRemedy'),
    watchState: ask('mailings.watchState'),
    webhookState: ask('mailings.webhookState'),
  },
  orders: {
    get: ask('orders.get'),
    newInvoice: ask('orders.newInvoice'),
    recentLike: ask('orders.recentLike'),
    submitBatch: ask('orders.submitBatch'),
    usedInvoices: ask('orders.usedInvoices'),
  },
  outbox: {
    dismissRefused: ask('outbox.dismissRefused'),
    groups: ask('outbox.groups'),
    pause: ask('outbox.pause'),
    replaceRefused: ask('outbox.replaceRefused'),
    sendNow: ask('outbox.sendNow'),
    summary: ask('outbox.summary'),
    undo: ask('outbox.undo'),
  },
  paste: {
    mappings: ask('paste.mappings'),
    pastOrders: ask('paste.pastOrders'),
    rememberMapping: ask('paste.rememberMapping'),
  },
  products: {
    import: ask('products.import'),
    learnSku: ask('products.learnSku'),
    list: ask('products.list'),
    remove: ask('products.remove'),
    save: ask('products.save'),
  },
  recipients: {
    doubles: ask('recipients.doubles'),
    erase: ask('recipients.erase'),
    find: ask('recipients.find'),
    fromHistory: ask('recipients.fromHistory'),
    get: ask('recipients.get'),
    import: ask('recipients.import'),
    merge: ask('recipients.merge'),
    remove: ask('recipients.remove'),
    save: ask('recipients.save'),
  },
  refresh: {
    now: ask('refresh.now'),
    state: ask('refresh.state'),
  },
  settings: {
    change: ask('settings.change'),
    get: ask('settings.get'),
  },
  firstLook,
  on,
} satisfies Api;

contextBridge.exposeInMainWorld('postroom', api);
