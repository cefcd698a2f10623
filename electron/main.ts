import path from 'node:path';
import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import { chooseDataFolder } from './app/dataFolder.ts';
import { pageOrigin, registerScheme, servePage } from './app/protocol.ts';
import { secureApp, secureSession } from './app/security.ts';
import { beTheOnlyOne } from './app/singleInstance.ts';
import { openWindow, showWindow } from './app/window.ts';
import { openDoor } from './ipc/door.ts';

// The order matters and is the point of this file: what must be settled before anything opens comes first.
const dataFolder = chooseDataFolder();
registerScheme();
secureApp();

let window: BrowserWindow | null = null;

if (beTheOnlyOne(() => window !== null && showWindow(window))) void start();
else app.quit();

async function start(): Promise<void> {
  openDoor({
    origin: pageOrigin,
    handlers: Promise.resolve({}),
    onFirstRequest: () => undefined,
    reportBug: (where, error) => console.error(where, error),
  });
  await app.whenReady();
  secureSession();
  servePage(path.join(__dirname, '../renderer'));
  window = openWindow({
    preload: path.join(__dirname, '../preload/preload.cjs'),
    packaged: app.isPackaged,
    stateFile: path.join(dataFolder, 'window.json'),
    show: true,
    onTrouble: (what, error) => console.error(what, error),
  });
}

app.on('window-all-closed', () => app.quit());
