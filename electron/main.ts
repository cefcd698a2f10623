import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Menu, app, clipboard, net, shell } from 'electron';
import { startedHidden } from './app/atLogin.ts';
import { catchBugs } from './app/crash.ts';
import { chooseDataFolder } from './app/dataFolder.ts';
import { argumentOf, readLook, writeLook } from './app/firstLook.ts';
import { firstPicture } from './app/firstPicture.ts';
import { makeDesk } from './app/desk.ts';
import type { Desk } from './app/desk.ts';
import { guideFile } from './app/guide.ts';
import { quitSafely, watchPower } from './app/lifecycle.ts';
import { makeGatewayFetch, watchOnline } from './app/network.ts';
import { makeNotifier } from './app/notifications.ts';
import { type ExtraSource, pageOrigin, registerScheme, servePage } from './app/protocol.ts';
import { Handover } from './app/handover.ts';
import { PasteGesture } from './app/pasteGesture.ts';
import { pdfsOf } from './app/openedFiles.ts';
import { printPdf } from './app/printPdf.ts';
import { chooseFolder, chooseKeyFile, choosePdfFiles, makeSaveDialog } from './app/saveDialog.ts';
import { openCarrierPage, secureApp, secureSession } from './app/security.ts';
import { beTheOnlyOne, refuseWithout } from './app/singleInstance.ts';
import { testTimes } from './app/testTimes.ts';
import { sweepWindowFolders } from './app/windowFolder.ts';
import { holdWork } from './app/work.ts';
import { keytarStore } from './credentials/keytarStore.ts';
import { remember } from './credentials/remember.ts';
import type { Answer } from './ipc/answer.ts';
import { openDoor } from './ipc/door.ts';
import { machineInfo } from './ipc/machineInfo.ts';
import type { Services, ServicesPlan } from './ipc/services.ts';
import { spawnUtility } from './pdf/spawnUtility.ts';
import { logFolder, openLog } from './log/logger.ts';

// The order is the point of this file: what must be settled before anything opens comes first.
const dataFolder = chooseDataFolder();
const lookFile = path.join(dataFolder, 'first-look.json');
registerScheme();
secureApp();
// Otherwise Electron makes a menu of its own first, only to have it replaced.
Menu.setApplicationMenu(null);
let desk: Desk | null = null;
/** PDFs of "Open with", the dock or a second start; ready once the app has begun. */
let openFiles: (paths: readonly string[]) => void = () => undefined;
const place = beTheOnlyOne(dataFolder, ({ argv, folder }) => {
  desk?.show();
  openFiles(pdfsOf(argv, folder));
});
if (place.mayRun) desk = start();
else app.quit();

const front = () => import('./ipc/front.ts');

/** Everything of the first and only instance; answers its desk. */
function start(): Desk {
  const log = openLog(dataFolder, !app.isPackaged);
  catchBugs(log.error, () => desk.words());
  log.info('start', { version: app.getVersion(), electron: process.versions.electron });

  const times = testTimes(app.isPackaged, process.env);
  const credentials = remember(keytarStore(undefined, times.keychainMs), log.hide);
  const look = readLook(lookFile);
  const picture = firstPicture();
  /** The page draws what was true last time before it asks for what is. */
  const drawsUnasked = look?.accounts === true;
  const gesture = new PasteGesture();
  const handover = new Handover();
  let answering: Promise<Answer> | null = null;
  const services = holdWork<Services>(() => app.whenReady().then(beginServices), log.error, picture.drawn);
  const { quitting } = quitSafely(services.stop, (how) => log.info('quit', { how }));
  openDoor({
    origin: pageOrigin,
    answer: async (name, args) => {
      picture.done();
      return (await answer())(name, args);
    },
    reportBug: log.error,
  });
  const desk = makeDesk({
    preload: path.join(__dirname, '../preload/preload.cjs'),
    packaged: app.isPackaged,
    look,
    pageArguments: () => (look === null ? [] : [argumentOf({ ...look, info: machineInfo(dataFolder) })]),
    stateFile: path.join(dataFolder, 'window.json'),
    onTrouble: log.error,
    onPage: (contents) => {
      gesture.follow(contents);
      if (!drawsUnasked) void answer();
    },
    navigate: (destination) => void front().then(({ tellPages }) => tellPages('app.navigate', destination)),
    refreshNow: () => void withServices(({ handlers }) => handlers['refresh.now']?.()),
    openGuide: () =>
      void shell.openPath(guideFile(app.getAppPath())).then((trouble) => {
        if (trouble !== '') log.error('the guide', trouble);
      }),
    openLogFolder: () => void shell.openPath(logFolder(dataFolder)),
    quitting,
  });
  void picture.drawn
    .then(() => sweepWindowFolders())
    .catch((error: unknown) => log.error('folders of former windows', error));
  const chooseSaveFile = makeSaveDialog();
  void app.whenReady().then(() => {
    secureSession();
    servePage(
      path.join(__dirname, '../renderer'),
      new Map<string, ExtraSource>([
        ['document', { get: archivedDocument }],
        ['handover', handover],
      ]),
    );
    desk.open(!startedHidden());
    watchPower(
      () => void withServices(({ wake }) => wake('resume')),
      () => credentials.forget(),
    );
    watchOnline((online) => void withServices(({ wake }) => wake(online ? 'online' : 'offline')));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openFiles([file]);
  });
  openFiles = (paths) => {
    if (paths.length > 0) void withServices((work) => work.openFiles(paths));
  };
  openFiles(pdfsOf(process.argv, process.cwd()));
  app.on('activate', () => desk.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  return desk;

  /** What answers takes a while to read: the main process has a hand in painting, so it begins when the page first asks. */
  function answer(): Promise<Answer> {
    return (answering ??= readAnswers());
  }

  async function readAnswers(): Promise<Answer> {
    const { answerWith, appHandlers, makeAppDeps, withoutDatabase } = await front();
    const fromApp = appHandlers(
      makeAppDeps({
        dataFolder,
        folderTrouble: place.trouble,
        log,
        services,
        chooseSaveFile,
        reloadPages: desk.reloadPage,
        whereTo: desk.whereTo,
        clipboard: { pasted: () => gesture.take(), handover },
      }),
    );
    return answerWith(async () => {
      const outcome = await services.current();
      const subjects = outcome.running
        ? outcome.work.handlers
        : withoutDatabase(outcome.code, outcome.detail);
      return { ...subjects, ...fromApp };
    }, log.error);
  }

  /** Loaded after the window is on its way: the frame is drawn without the database. */
  async function beginServices(): Promise<Services> {
    refuseWithout(place, dataFolder);
    const [{ startServices }, { tellPages }] = await Promise.all([import('./services.ts'), front()]);
    const work = await startServices(
      {
        dataFolder,
        workerFile: path.join(__dirname, 'dbWorker.cjs'),
        fetch: makeGatewayFetch(log.error),
        credentials,
        tell: (...push) => {
          tellPages(...push);
          if (push[0] === 'settings.changed' || push[0] === 'accounts.changed') followSettings(work.handlers);
        },
        notify: makeNotifier(desk.go),
        isOnline: () => net.isOnline(),
        desk: {
          chooseSaveFile,
          printPdf,
          chooseFiles: choosePdfFiles,
          chooseFolder,
          chooseKeyFile,
          writeClipboard: (text) => clipboard.writeText(text),
          openExternal: openCarrierPage,
        },
        handover,
        spawnPreflight: spawnUtility(__dirname),
        locale: app.getLocale(),
        log,
      } satisfies ServicesPlan,
      times,
    );
    followSettings(work.handlers);
    return work;
  }

  /** postroom://app/document/<sha256>.pdf: archived files only, by their hash. */
  async function archivedDocument(rest: string): ReturnType<ExtraSource['get']> {
    const outcome = await services.current();
    const file = outcome.running ? await outcome.work.documentFor(rest) : null;
    if (file === null) return null;
    const { buffer, byteOffset, byteLength } = await readFile(file);
    return { body: new Uint8Array(buffer, byteOffset, byteLength), contentType: 'application/pdf' };
  }

  /** The desk looks as the settings say, and the first picture of the next start will. */
  function followSettings(handlers: Services['handlers']): void {
    void Promise.all([handlers['settings.get']?.(), handlers['accounts.list']?.()])
      .then(([settings, accounts]) => {
        if (!settings?.ok) return;
        desk.apply(settings.value);
        if (!accounts?.ok) return;
        const { language, theme } = settings.value;
        writeLook(lookFile, { language, theme, accounts: accounts.value.length > 0 });
      })
      .catch((error: unknown) => log.error('settings', error));
  }

  async function withServices(action: (work: Services) => unknown): Promise<void> {
    const outcome = await services.current();
    if (!outcome.running) return;
    try {
      await action(outcome.work);
    } catch (error) {
      log.error('services', error);
    }
  }
}
