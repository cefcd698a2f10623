import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A desktop notification as the notification daemon received it. */
export interface Shown {
  readonly title: string;
  readonly body: string;
}

const log = (): string => {
  const file = process.env['POSTROOM_NOTIFICATIONS'];
  if (!file) throw new Error('Notifications are recorded only under `node build/headless.mjs`.');
  return readFileSync(file, 'utf8');
};

/** Length of the record so far, to tell one test's notifications from those before. */
export const recorded = (): number => (process.env['POSTROOM_NOTIFICATIONS'] ? log().length : 0);

/** The notifications recorded since `from`, oldest first. */
export function shownSince(from: number): Shown[] {
  return [
    ...log()
      .slice(from)
      .matchAll(/^\tsummary: '(.*)'\n\tbody: '([\s\S]*?)'\n\ticon: /gm),
  ].map(([, title = '', body = '']) => ({ title, body }));
}

/** Takes every notification off the screen: one left by another test must not be clicked. */
export function clearScreen(): void {
  if (!process.env['POSTROOM_NOTIFICATIONS']) return;
  execFileSync('dbus-send', [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.Notifications',
    '/org/freedesktop/Notifications',
    'org.dunstproject.cmd0.NotificationCloseAll',
  ]);
}

/** Clicks the newest notification that is still on screen. */
export function clickNewest(): void {
  const target = ['--dest=org.freedesktop.Notifications', '/org/freedesktop/Notifications'];
  execFileSync('dbus-send', [
    '--session',
    '--print-reply',
    ...target,
    'org.dunstproject.cmd0.NotificationAction',
    'uint32:0',
  ]);
}
