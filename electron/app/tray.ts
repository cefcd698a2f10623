import { Menu, Tray, nativeImage } from 'electron';
import { trayTemplate } from './menu.ts';
import type { MenuActions } from './menu.ts';
import { envelope } from './trayIcon.ts';
import type { Words } from './words.ts';

export interface TrayActions extends Pick<MenuActions, 'go' | 'refreshNow' | 'quit'> {
  show: () => void;
}

/** The icon that stays while Postroom works in the background. */
export interface TrayIcon {
  /** Shows, hides or re-words it. */
  update: (shown: boolean, words: Words) => void;
}

/** Makes the icon; it is shown by the first `update` that says so. */
export function makeTrayIcon(actions: TrayActions): TrayIcon {
  // Kept here, because a tray without a reference is taken away by the garbage collector.
  let tray: Tray | null = null;
  return {
    update: (shown, words) => {
      if (!shown) {
        tray?.destroy();
        tray = null;
        return;
      }
      if (tray === null) {
        tray = new Tray(image());
        tray.setToolTip('Postroom');
        tray.on('click', actions.show);
      }
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(words, actions)));
    },
  };
}

function image(): Electron.NativeImage {
  const mac = process.platform === 'darwin';
  const buffer = Buffer.from(mac ? envelope.template : envelope.coloured, 'base64');
  const icon = nativeImage.createFromBuffer(buffer, { scaleFactor: 2 });
  icon.setTemplateImage(mac);
  return icon;
}
