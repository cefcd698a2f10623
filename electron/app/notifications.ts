import { Notification, app } from 'electron';
import type { Destination } from '../../shared/contract/screens.ts';
import type { ShowNotice } from '../../shared/lib/notice.ts';

/** The same as build's appId: Windows shows notifications only for a known model id. */
const appModelId = 'example.postroom.app';

/** Some systems never say whether they showed it. */
const patience = 3_000;

/** Shows notifications of the operating system; a click calls `onClick` with where it leads. */
export function makeNotifier(onClick: (destination: Destination) => void): ShowNotice {
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
