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
import { replaceFileNow } from '../files/replaceFile.ts';
import { isSound } from './backup.ts';
import { DbError } from './dbError.ts';

const databaseName = 'postroom.db';
export const backupFolder = (folder: string): string => join(folder, 'backups');
export const databaseFile = (folder: string): string => join(folder, databaseName);

type Aside = 'damaged' | 'replaced';

/** Renames the database and its companions; nothing is deleted. Answers the new name. */
function setAside(folder: string, word: Aside, now: number): string {
  const name = `postroom-${word}-${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}.db`;
  for (const end of ['', '-wal', '-shm']) {
    const from = databaseFile(folder) + end;
    if (existsSync(from)) renameSync(from, join(folder, name + end));
  }
  return name;
}

const incomingFile = (folder: string): string => join(folder, 'postroom-incoming.db');

/**
 * Puts a file in the place of the database; the present one is set aside under the name answered. The database must be
 * closed. `make` writes the file; once it is whole it has a name of its own, and a crash from then on leaves what
 * finishReplacing finishes at the next start: never is there no database, and never half of one.
 */
export function replaceDatabase(
  folder: string,
  word: Aside,
  now: number,
  make: (file: string) => void,
): string {
  const part = `${incomingFile(folder)}.part`;
  for (const end of ['', '-wal', '-shm']) rmSync(part + end, { force: true });
  make(part);
  const handle = openSync(part, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, incomingFile(folder));
  const aside = setAside(folder, word, now);
  renameSync(incomingFile(folder), databaseFile(folder));
  return aside;
}

/** Finishes what a crash interrupted in replaceDatabase; answers whether there was something to finish. */
export function finishReplacing(folder: string, now: number): boolean {
  if (!existsSync(incomingFile(folder))) return false;
  setAside(folder, 'replaced', now);
  renameSync(incomingFile(folder), databaseFile(folder));
  return true;
}

/**
 * Puts a backup in the place of the database. What the copy believes to be unsent is asked about at the next start, see
 * generation.
 */
export function restoreBackup(folder: string, fileName: string, now: number): void {
  const source = join(backupFolder(folder), fileName);
  if (fileName.includes('/') || fileName.includes('\\') || !existsSync(source))
    throw new DbError('not-found', fileName);
  if (!isSound(source)) throw new DbError('database-damaged', fileName);
  replaceDatabase(folder, 'replaced', now, (file) => copyFileSync(source, file));
}

/**
 * Which file lies here, as the file system numbers it: a copy of the data folder, on this computer or another, or one
 * put back from a backup of the computer, has other numbers.
 */
export function placeOf(folder: string): string {
  const numbers = [databaseFile(folder), folder].map((name) => statSync(name, { bigint: true }).ino);
  return numbers.join(' ');
}

const generationFile = (folder: string): string => join(folder, 'postroom.generation');

/** How often the newest file in this folder was opened, kept outside the database to recognise an older copy of it. */
export function readGeneration(folder: string): number {
  const file = generationFile(folder);
  if (!existsSync(file)) return 0;
  const value = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isFinite(value) ? value : 0;
}

/** Counts the data on: whoever comes with a smaller number afterwards is an older copy. Throws as fs does. */
export function writeGeneration(folder: string, value: number): void {
  replaceFileNow(generationFile(folder), `${value}\n`);
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
