import {
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isSound } from './backup.ts';
import { DbError } from './dbError.ts';

export const databaseName = 'postroom.db';
export const backupFolder = (folder: string): string => join(folder, 'backups');
export const databaseFile = (folder: string): string => join(folder, databaseName);

/** Renames the database and its companions; nothing is deleted. Answers the new name. */
export function setAside(folder: string, word: 'damaged' | 'replaced', now: number): string {
  const name = `postroom-${word}-${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}.db`;
  for (const end of ['', '-wal', '-shm']) {
    const from = databaseFile(folder) + end;
    if (existsSync(from)) renameSync(from, join(folder, name + end));
  }
  return name;
}

/**
 * Puts a backup in the place of the database; the present one is set aside. The database must be closed. What the
 * copy believes to be unsent is asked about at the next start, see generation.
 */
export function restoreBackup(folder: string, fileName: string, now: number): void {
  const source = join(backupFolder(folder), fileName);
  if (fileName.includes('/') || fileName.includes('\\') || !existsSync(source))
    throw new DbError('not-found', fileName);
  if (!isSound(source)) throw new DbError('database-damaged', fileName);
  const incoming = join(folder, 'postroom-incoming.db');
  copyFileSync(source, incoming);
  const handle = openSync(incoming, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  setAside(folder, 'replaced', now);
  renameSync(incoming, databaseFile(folder));
}

const generationFile = (folder: string): string => join(folder, 'postroom.generation');

/** How often the newest file in this folder was opened, kept outside the database to recognise an older copy of it. */
export function readGeneration(folder: string): number {
  const file = generationFile(folder);
  if (!existsSync(file)) return 0;
  const value = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isFinite(value) ? value : 0;
}

export function writeGeneration(folder: string, value: number): void {
  writeFileSync(`${generationFile(folder)}.part`, `${value}\n`);
  renameSync(`${generationFile(folder)}.part`, generationFile(folder));
}

const closeMark = (folder: string): string => join(folder, 'postroom.closed');

/** Size and time of the database file, by which a file that was touched since is told from one that was not. */
function fingerprint(folder: string): string {
  const { size, mtimeMs } = statSync(databaseFile(folder));
  return `${size} ${mtimeMs}\n`;
}

/** Leaves word that the database was closed in good order, and how its file looked then. */
export function markClosed(folder: string): void {
  writeFileSync(closeMark(folder), fingerprint(folder));
}

/**
 * Whether the database was closed in good order and its file is as it was left. The word is taken away: it counts for
 * one start, and a kill leaves none.
 */
export function takeCloseMark(folder: string): boolean {
  const file = closeMark(folder);
  if (!existsSync(file)) return false;
  const word = readFileSync(file, 'utf8');
  rmSync(file);
  return existsSync(databaseFile(folder)) && word === fingerprint(folder);
}
