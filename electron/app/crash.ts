import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Words } from './words.ts';

type Report = (what: string, error: unknown) => void;

/**
 * A bug in the main process: into the log, and said once, with a way out. Nothing is uploaded and no memory
 * dump is written: it could hold a password.
 */
export function catchBugs(report: Report, words: () => Words): void {
  let said = false;
  process.on('uncaughtException', (error) => {
    report('uncaught', error);
    if (said || !app.isReady()) return;
    said = true;
    const { crashTitle, crashText, restart, ...other } = words();
    void dialog
      .showMessageBox({
        type: 'error',
        title: crashTitle,
        message: crashTitle,
        detail: `${crashText}\n\nPR-${codeOf(error)}`,
        buttons: [restart, other.continue],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      .then(({ response }) => {
        if (response !== 0) return;
        app.relaunch();
        app.quit();
      });
  });
  process.on('unhandledRejection', (reason) => report('unhandled rejection', reason));
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit')
      report('child process gone', new Error(`${details.type}: ${details.reason}`));
  });
}

/** A short code to read out on the phone: the same bug gives the same code. */
export function codeOf(error: Error): string {
  const where = (error.stack ?? error.message)
    .split('\n')
    .slice(0, 3)
    .join()
    .replaceAll(/\/[^\s)]*\//g, '');
  let hash = 7;
  for (const char of where) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 46_656;
  return hash.toString(36).toUpperCase().padStart(3, '0');
}

const often = 3;
const aMinute = 60_000;

/** Whether a page that died may be loaded again: not more than three times a minute. */
export function mayReload(deaths: readonly number[], now: number): boolean {
  return deaths.filter((time) => now - time < aMinute).length < often;
}

/** Loads the page again when its process dies; work in progress is in the database as a draft. */
export function reviveWindow(target: BrowserWindow, report: Report): void {
  const deaths: number[] = [];
  target.webContents.on('render-process-gone', (_event, details) => {
    report('page gone', new Error(details.reason));
    if (details.reason === 'clean-exit' || target.isDestroyed()) return;
    if (!mayReload(deaths, Date.now())) return;
    deaths.push(Date.now());
    target.webContents.reload();
  });
  target.webContents.on('preload-error', (_event, _path, error) => report('preload', error));
  target.on('unresponsive', () => report('page', new Error('does not respond')));
}
