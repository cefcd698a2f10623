import { Menu, app, nativeTheme } from 'electron';
import type { BrowserWindow, WebContents } from 'electron';
import type { Settings } from '../../shared/contract/settings.ts';
import { startAtLogin } from './atLogin.ts';
import type { KeptLook } from './firstLook.ts';
import { reviveWindow } from './crash.ts';
import { menuTemplate } from './menu.ts';
import type { Destination, Screen } from '../../shared/contract/screens.ts';
import { makeTrayIcon } from './tray.ts';
import { openWindow, showWindow } from './window.ts';
import type { WindowPlan } from './window.ts';
import { wordsFor } from './words.ts';
import type { Words } from './words.ts';

export interface DeskPlan extends Omit<WindowPlan, 'show'> {
  /** How it looked last time, until the settings are read. */
  look: KeptLook | null;
  navigate: (destination: Destination) => void;
  refreshNow: () => void;
  openGuide: () => void;
  openLogFolder: () => void;
  quitting: () => boolean;
  /** A window was made. */
  onPage: (contents: WebContents) => void;
}

/** The visible part: one window, the menu, the tray icon; follows the settings. */
export interface Desk {
  open: (shown: boolean) => void;
  show: () => void;
  /** Shows the window and leads the page to a screen, as soon as the page listens. */
  go: (destination: Destination) => void;
  /** A page that listens asks where to go; answers what waited for it. */
  whereTo: () => Destination | null;
  reloadPage: () => void;
  apply: (settings: Settings) => void;
  words: () => Words;
}

/** Window, menu and tray as one thing, which appears, hides and speaks as the settings say. */
export function makeDesk(plan: DeskPlan): Desk {
  let window: BrowserWindow | null = null;
  let listens = false;
  let waiting: Destination | null = null;
  let inBackground = false;
  let words = wordsFor(plan.look?.language ?? 'system', app.getLocale());
  if (plan.look !== null) nativeTheme.themeSource = plan.look.theme;

  const open = (shown: boolean): void => {
    const made = openWindow({ ...plan, show: shown });
    window = made;
    listens = false;
    reviveWindow(made, plan.onTrouble);
    plan.onPage(made.webContents);
    made.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) listens = false;
    });
    made.on('close', (event) => {
      if (!inBackground || plan.quitting()) return;
      event.preventDefault();
      made.hide();
    });
    made.on('closed', () => {
      window = null;
    });
  };
  const show = (): void => {
    if (!app.isReady() || plan.quitting()) return;
    if (window === null) open(true);
    else showWindow(window);
  };
  const go = (destination: Destination): void => {
    show();
    if (listens) plan.navigate(destination);
    else waiting = destination;
  };
  const actions = {
    go: (screen: Screen) => go({ screen }),
    refreshNow: plan.refreshNow,
    openGuide: plan.openGuide,
    openLogFolder: plan.openLogFolder,
    quit: () => app.quit(),
    show,
  };
  const tray = makeTrayIcon(actions);
  const dress = (): void => {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(words, actions, process.platform, app.isPackaged)),
    );
    tray.update(inBackground, words);
  };
  return {
    open: (shown) => {
      // The window first: its page can begin while the menu is made.
      open(shown);
      dress();
    },
    show,
    go,
    whereTo: () => {
      const destination = waiting;
      listens = true;
      waiting = null;
      return destination;
    },
    reloadPage: () => window?.webContents.reload(),
    apply: (settings) => {
      nativeTheme.themeSource = settings.theme;
      words = wordsFor(settings.language, app.getLocale());
      if (settings.runInBackground !== inBackground) {
        inBackground = settings.runInBackground;
        try {
          startAtLogin(inBackground);
        } catch (error) {
          plan.onTrouble('start at login', error);
        }
      }
      dress();
    },
    words: () => words,
  };
}
