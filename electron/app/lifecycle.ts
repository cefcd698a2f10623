import { app, powerMonitor } from 'electron';

/** What the life of the app asks of the work behind it. */
export interface Work {
  /** Takes no more into sending, waits for what is on its way, closes the database. */
  stop: () => Promise<void>;
}

/** At most this long does quitting wait; what is on its way then is asked about at the next start. */
export const quitLimit = 15_000;

/** Resolves when the promise ends either way, at the latest after `limitMs`; answers whether it ended well. */
export async function within(limitMs: number, work: Promise<unknown>): Promise<'done' | 'failed' | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs);
  });
  const done = work.then(
    () => 'done' as const,
    () => 'failed' as const,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Makes quitting wait for a safe outbox state. Answers whether the app is on its way out, so that windows
 * may really close.
 * @param stop ends the work; called once
 * @param onEnd told how the wait ended, for the log
 */
export function quitSafely(
  stop: () => Promise<void>,
  onEnd: (how: string) => void,
): { quitting: () => boolean } {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    void within(quitLimit, stop()).then((how) => {
      state = 'stopped';
      onEnd(how);
      app.quit();
    });
  });
  return { quitting: () => state !== 'running' };
}

/** Tells the work when the computer wakes up. */
export function watchPower(onResume: () => void, onLock: () => void): void {
  powerMonitor.on('resume', onResume);
  powerMonitor.on('unlock-screen', onResume);
  powerMonitor.on('lock-screen', onLock);
  powerMonitor.on('suspend', onLock);
}
