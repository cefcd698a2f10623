import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';
import { pageAddress } from './protocol.ts';
import { fitToScreens, minimumSize, readWindowState, writeWindowState } from './windowState.ts';

/** The page's paper, so that the window does not flash before the page has drawn (tokens `--sheet`). */
const paper = { light: '#ffffff', dark: '#1a1e27' } as const;

/** Everything that decides what the page may do, said aloud even where it is Electron's default. */
export const pagePreferences = (preload: string, packaged: boolean) =>
  ({
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !packaged,
  }) satisfies BrowserWindowConstructorOptions['webPreferences'];

export interface WindowPlan {
  preload: string;
  packaged: boolean;
  /** Where size and place are remembered. */
  stateFile: string;
  /** Arguments for the page's process. */
  pageArguments: () => string[];
  /** False when the app starts at login into the tray. */
  show: boolean;
  /** Trouble that the user need not see, for the log. */
  onTrouble: (what: string, error: unknown) => void;
}

/** Makes the main window; it shows itself when it has something to show. */
export function openWindow(plan: WindowPlan): BrowserWindow {
  const state = fitToScreens(
    readWindowState(plan.stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const { maximized, ...bounds } = state;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: 'Postroom',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    autoHideMenuBar: false,
    webPreferences: {
      ...pagePreferences(plan.preload, plan.packaged),
      additionalArguments: plan.pageArguments(),
    },
  });
  window.once('ready-to-show', () => {
    if (plan.show && maximized) window.maximize();
    if (plan.show) window.show();
  });
  rememberState(window, plan);
  window.loadURL(pageAddress).catch((error: unknown) => plan.onTrouble('page did not load', error));
  return window;
}

/** Brings the window to the front, whatever it was doing. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  if (!window.isVisible()) window.show();
  window.focus();
}

/** Saves at close and, so that a kill loses little, a second after the last move. */
function rememberState(window: BrowserWindow, plan: WindowPlan): void {
  let timer: NodeJS.Timeout | null = null;
  const save = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed()) return;
    try {
      writeWindowState(plan.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
    } catch (error) {
      // A full or read-only disk must not keep the window from closing.
      plan.onTrouble('window state not saved', error);
    }
  };
  const saveSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(save, 1000);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('close', save);
}
