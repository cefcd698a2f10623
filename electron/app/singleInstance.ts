import { app } from 'electron';

/** What a second start hands to the running app. */
export interface SecondStart {
  argv: readonly string[];
  folder: string;
}

/**
 * True when this is the only instance on this data folder. Two instances would have two outboxes.
 * `onSecond` is called in the first instance when another one was started.
 */
export function beTheOnlyOne(onSecond: (start: SecondStart) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, folder) => onSecond({ argv, folder }));
  return true;
}
