import { streamUp } from './streamUp.ts';
import { app, net, powerMonitor, session } from 'electron';

/** fetch as the gateways use it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Electron's fetch in a session of its own: system proxy and certificates, no cookies or cache on disk, and out
 * of reach of the page, whose session has no network at all. Use after the app is ready.
 */
export function makeGatewayFetch(): Fetch {
  const own = session.fromPartition('gateways', { cache: false });
  own.setUserAgent(`Postroom/${app.getVersion()}`);
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  own.setPermissionCheckHandler(() => false);
  return (url, init) =>
    init.body instanceof ReadableStream ? streamUp(own, url, init, init.body) : own.fetch(url, init);
}

const lookEvery = 2_000;

/**
 * Tells when the computer comes online or goes offline. Electron has no event for it in the main process, so it
 * is asked now and then, and after waking up. Answers a function that ends the watch.
 */
export function watchOnline(onChange: (online: boolean) => void): () => void {
  let last = net.isOnline();
  const look = (): void => {
    const now = net.isOnline();
    if (now === last) return;
    last = now;
    onChange(now);
  };
  const timer = setInterval(look, lookEvery);
  powerMonitor.on('resume', look);
  return () => {
    clearInterval(timer);
    powerMonitor.removeListener('resume', look);
  };
}
