import type { MenuItemConstructorOptions } from 'electron';
import { screens, type Screen } from '../../shared/contract/screenNames.ts';
import type { Words } from './words.ts';

/** What a menu entry can set off. */
export interface MenuActions {
  go: (screen: Screen) => void;
  refreshNow: () => void;
  quit: () => void;
  openGuide: () => void;
  openLogFolder: () => void;
}

/** The application menu as data. Undo, copy and zoom are Electron's roles with our words. */
export function menuTemplate(
  words: Words,
  actions: MenuActions,
  platform: NodeJS.Platform,
  packaged: boolean,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const to = (screen: Screen, accelerator?: string): MenuItemConstructorOptions => ({
    label: words[screen],
    click: () => actions.go(screen),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const about: MenuItemConstructorOptions = { role: 'about', label: words.about };
  const quit: MenuItemConstructorOptions = {
    label: words.quit,
    accelerator: 'CmdOrCtrl+Q',
    click: actions.quit,
  };
  const appMenu: MenuItemConstructorOptions = {
    label: 'Postroom',
    submenu: [
      about,
      separator,
      to('settings', 'Cmd+,'),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      quit,
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [
      to('newOrder', 'CmdOrCtrl+N'),
      to('paste', 'CmdOrCtrl+Shift+N'),
      to('mailings', 'CmdOrCtrl+Shift+M'),
      separator,
      { label: words.refreshNow, accelerator: 'F5', click: actions.refreshNow },
      separator,
      { role: 'close', label: words.close },
      ...(mac ? [] : [to('settings', 'Ctrl+,'), separator, quit]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.pasteText },
      { role: 'selectAll', label: words.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'resetZoom', label: words.resetZoom },
      separator,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(packaged ? [] : [separator, { role: 'toggleDevTools', label: words.developerTools } as const]),
    ],
  };
  const go: MenuItemConstructorOptions = {
    label: words.go,
    // Ctrl+1 to Ctrl+9 in the order of the navigation. Not with Alt: that is AltGr on many keyboards.
    submenu: screens.map((screen, index) =>
      screen === 'settings' ? to(screen) : to(screen, `CmdOrCtrl+${index + 1}`),
    ),
  };
  const help: MenuItemConstructorOptions = {
    label: words.help,
    role: 'help',
    submenu: [
      { label: words.guide, accelerator: 'F1', click: actions.openGuide },
      { label: words.openLogFolder, click: actions.openLogFolder },
      ...(mac ? [] : [separator, about]),
    ],
  };
  const windowMenu: MenuItemConstructorOptions = { role: 'windowMenu', label: words.window };
  return mac ? [appMenu, file, edit, view, go, windowMenu, help] : [file, edit, view, go, help];
}

/** The menu of the tray icon. */
export function trayTemplate(
  words: Words,
  actions: Pick<MenuActions, 'go' | 'refreshNow' | 'quit'> & { show: () => void },
): MenuItemConstructorOptions[] {
  return [
    { label: words.show, click: actions.show },
    { type: 'separator' },
    { label: words.newOrder, click: () => actions.go('newOrder') },
    { label: words.paste, click: () => actions.go('paste') },
    { label: words.outbox, click: () => actions.go('outbox') },
    { label: words.refreshNow, click: actions.refreshNow },
    { type: 'separator' },
    { label: words.quit, click: actions.quit },
  ];
}
