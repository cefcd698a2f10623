import { Notification, app } from 'electron';
import type { Destination } from '../../shared/contract/screens.ts';

/** The same as build's appId: Windows shows notifications only for a known model id. */
const appModelId = 'example.postroom.app';

export interface Notice {
  title: string;
  body: string;
  /** Where a click leads. */
  open: Destination;
}

/** `not-shown` says why, so that the caller can record that the user was not told. */
export type NoticeOutcome =
  { status: 'shown' } | { status: 'not-shown'; reason: 'unsupported' | 'failed'; detail: string };

export type Notifier = (notice: Notice) => Promise<NoticeOutcome>;

/** Some systems never say whether they showed it. */
const patience = 3_000;

/** Shows notifications of the operating system; a click calls `onClick` with where it leads. */
export function makeNotifier(onClick: (destination: Destination) => void): Notifier {
  app.setAppUserModelId(appModelId);
  // Kept until closed: a notification without a reference loses its click to the garbage collector.
  const shown = new Set<Notification>();
  return (notice) => {
    if (!Notification.isSupported()) {
      return Promise.resolve({
        status: 'not-shown',
        reason: 'unsupported',
        detail: 'no notification service',
      });
    }
    return new Promise((resolve) => {
      const notification = new Notification({ title: notice.title, body: notice.body });
      shown.add(notification);
      const timer = setTimeout(() => resolve({ status: 'shown' }), patience);
      notification.once('show', () => {
        clearTimeout(timer);
        resolve({ status: 'shown' });
      });
      notification.once('failed', (_event, detail) => {
        clearTimeout(timer);
        shown.delete(notification);
        resolve({ status: 'not-shown', reason: 'failed', detail });
      });
      notification.once('close', () => shown.delete(notification));
      notification.on('click', () => {
        shown.delete(notification);
        // Some daemons leave it standing after the click.
        notification.close();
        onClick(notice.open);
      });
      notification.show();
    });
  };
}
