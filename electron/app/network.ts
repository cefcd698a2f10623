import { app, net, powerMonitor, session, type Session } from 'electron';
import { keepFresh } from './freshSessions.ts';
import { sendOver } from './sendOver.ts';

/** fetch as the gateways use it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Electron's network in sessions of its own: system proxy and certificates, no cookies or cache on disk, and out of
 * reach of the page, whose session has no network at all. Use after the app is ready.
 */
export function makeGatewayFetch(report: (what: string, error: unknown) => void): Fetch {
  const sessions = keepFresh(openSession, (error) => report('network', error));
  return (url, init) => {
    const own = sessions.take();
    return sendOver(own, url, init, () => sessions.giveBack(own));
  };
}

function openSession(number: number): Session {
  const opened = session.fromPartition(`gateways-${number}`, { cache: false });
  opened.setUserAgent(`Postroom/${app.getVersion()}`);
  opened.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  opened.setPermissionCheckHandler(() => false);
  return opened;
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
