import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { makeWindowFolder, removeWindowFolder } from './windowFolder.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';

/** What a second start hands to the running app. */
export interface SecondStart {
  argv: readonly string[];
  folder: string;
}

export type FolderTrouble = 'read-only' | 'disk-full';

/** The place of this instance on its data folder. */
export interface Place {
  /** False: another instance has the folder, and this one must end. */
  mayRun: boolean;
  /**
   * Why no data may be opened; null = the folder is ours. Asked again when it could not be taken at the start: it may
   * have been mended since.
   */
  trouble: () => FolderTrouble | null;
}

/**
 * Takes the data folder for this instance alone: two instances would have two outboxes. `onSecond` is called in the first
 * instance when another one was started. A folder that cannot be written to holds no lock, and without its lock the app
 * would end without a word: then the window runs on a folder of its own, says why, and opens no data.
 */
export function beTheOnlyOne(dataFolder: string, onSecond: (start: SecondStart) => void): Place {
  app.on('second-instance', (_event, argv, folder) => onSecond({ argv, folder }));
  if (troubleOf(dataFolder) === null) return { mayRun: app.requestSingleInstanceLock(), trouble: () => null };
  const ownFolder = makeWindowFolder();
  app.setPath('userData', ownFolder);
  app.on('quit', () => removeWindowFolder(ownFolder));
  return { mayRun: true, trouble: () => (app.hasSingleInstanceLock() ? null : takeLate(dataFolder)) };
}

/** Takes the folder once it is mended; another instance may have been quicker, which is then shown instead of us. */
function takeLate(dataFolder: string): FolderTrouble | null {
  const trouble = troubleOf(dataFolder);
  if (trouble !== null) return trouble;
  app.setPath('userData', dataFolder);
  if (app.requestSingleInstanceLock()) return null;
  app.quit();
  return 'read-only';
}

/** Why no file can be made in the folder; null = one can. Not asked but tried: a read-only disk stops root too. */
export function troubleOf(folder: string): FolderTrouble | null {
  const probe = path.join(folder, `.write-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
    return null;
  } catch (error) {
    return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error)) ? 'disk-full' : 'read-only';
  }
}

/** Throws with the code that the page has words for when the folder is not ours. */
export function refuseWithout(place: Place, folder: string): void {
  const code = place.trouble();
  if (code !== null) throw Object.assign(new Error(`no file can be made in ${folder}`), { code });
}
