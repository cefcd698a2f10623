import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/** The argument a start at login carries: no window, only the tray. */
const hiddenSwitch = 'hidden';

/** Whether this start should show no window. */
export const startedHidden = (): boolean => app.commandLine.hasSwitch(hiddenSwitch);

/**
 * Starts Postroom at login, or no more. Only packaged builds do; a development copy must not register itself.
 * Throws as fs does.
 */
export function startAtLogin(wanted: boolean): void {
  if (!app.isPackaged) return;
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, args: [`--${hiddenSwitch}`] });
    return;
  }
  const file = path.join(app.getPath('appData'), 'autostart', 'postroom.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(process.env['APPIMAGE'] ?? app.getPath('exe')));
}

/** A desktop entry for XDG autostart (freedesktop.org, Desktop Application Autostart Specification). */
export const autostartEntry = (executable: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Postroom',
    `Exec="${executable.replaceAll(/["\\`$]/g, '\\$&')}" --${hiddenSwitch}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
