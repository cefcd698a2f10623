import { mkdtempSync, rmSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemCode } from '../../shared/lib/systemCode.ts';

const prefix = 'postroom-window-';

/** A folder for the window of a start whose data folder cannot be written to; it says whose it is. */
export const makeWindowFolder = (): string => mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));

/** Removes it when the app quits, as far as the system lets go of it by then; the next start does the rest. */
export function removeWindowFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Some systems keep files locked until the process has ended.
  }
}

/** Removes those that starts before this one left behind: of this user, and of processes that have ended. */
export async function sweepWindowFolders(inFolder: string = tmpdir()): Promise<void> {
  const names = (await readdir(inFolder)).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const owner = Number(/^\d+(?=-)/.exec(name.slice(prefix.length))?.[0] ?? process.pid);
    const folder = path.join(inFolder, name);
    if (!runs(owner) && (await isOurs(folder))) await rm(folder, { recursive: true, force: true });
  }
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder);
  return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
}

/** Whether a process of this number runs; it may be somebody else's by now, then the folder waits for another start. */
function runs(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}
