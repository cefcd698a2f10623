import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { type BackupFile, type BackupReason, listBackups, makeBackup } from './backup.ts';
import { DbError, toDbError } from './dbError.ts';
import {
  backupFolder,
  databaseFile,
  finishReplacing,
  markClosed,
  placeOf,
  readGeneration,
  replaceDatabase,
  takeCloseMark,
  writeGeneration,
} from './files.ts';
import { migrate, needsMigration, versionOf } from './migrate.ts';
import { type Db, openDatabase } from './open.ts';
import { listAccounts } from './queries/accounts.ts';
import { getMeta, setMeta } from './queries/small.ts';
import { distrustUnsent } from './queries/outbox.ts';
import { salvage, type Salvage } from './recover.ts';

/** What the user must be told about the start, or null. */
export interface StartTrouble {
  /** `older-copy`: the data was put back, moved or copied; what was sent since then is not known here. */
  code: 'database-damaged' | 'older-copy';
  detail: string;
}

export interface Started {
  db: Db;
  trouble: StartTrouble | null;
}

const day = 86_400_000;
/**
 * Bytes. A larger file, and one untouched since it was closed in good order, is checked once a day with its backup
 * instead, so that the start stays quick.
 */
const checkedAtStart = 64 * 1024 * 1024;

/**
 * Opens the database of a data folder and makes it fit for use: damage is set aside and salvaged, an older shape is
 * backed up and migrated, an older copy is distrusted. Throws DbError `database-newer`, `read-only`, `disk-full`.
 */
export async function startDatabase(
  folder: string,
  now: number,
  options: { maxPages?: number } = {},
): Promise<Started> {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    const finished = finishReplacing(folder, now);
    const { db, trouble } = await openOrSalvage(folder, now, options);
    try {
      const older = finished || trouble !== null || isOlderCopy(db, folder);
      if (older) distrustUnsent(db, { now });
      setMeta(db, { key: 'place', value: placeOf(folder) });
      nextGeneration(db, folder);
      // Without an account nothing was ever sent, so there is nothing to be told.
      const worthSaying = older && listAccounts(db).length > 0;
      return { db, trouble: trouble ?? (worthSaying ? { code: 'older-copy', detail: '' } : null) };
    } catch (reason) {
      db.close();
      throw reason;
    }
  } catch (reason) {
    throw toDbError(reason);
  }
}

async function openOrSalvage(
  folder: string,
  now: number,
  options: { maxPages?: number },
): Promise<{ db: Db; trouble: StartTrouble | null }> {
  try {
    return { db: await openChecked(folder, now, options), trouble: null };
  } catch (reason) {
    if (toDbError(reason).code !== 'database-damaged') throw reason;
    let saved: Salvage = { rows: 0, tables: 0, incomplete: ['all'] };
    const aside = replaceDatabase(folder, 'damaged', now, (file) => {
      saved = salvage(databaseFile(folder), file);
    });
    const backup = listBackups(backupFolder(folder))[0]?.fileName ?? '';
    const detail = JSON.stringify({ aside, rows: saved.rows, incomplete: saved.incomplete, backup });
    return { db: await openChecked(folder, now, options), trouble: { code: 'database-damaged', detail } };
  }
}

async function openChecked(folder: string, now: number, options: { maxPages?: number }): Promise<Db> {
  const existed = existsSync(databaseFile(folder));
  const untouched = takeCloseMark(folder);
  const db = openDatabase(databaseFile(folder), options);
  try {
    if (needsMigration(db)) {
      if (existed && versionOf(db) > 0) await makeBackup(db, backupFolder(folder), 'upgrade', now);
      migrate(db);
    }
    if (existed && !untouched && statSync(databaseFile(folder)).size < checkedAtStart) {
      const verdict = db.pragma('quick_check(1)', { simple: true });
      if (verdict !== 'ok') throw new DbError('database-damaged', String(verdict));
    }
    return db;
  } catch (reason) {
    db.close();
    throw reason;
  }
}

/**
 * Recognises an older copy: its count is behind the one beside it, or it is not the file that was used last. A second
 * computer may then be sending the same wishes.
 */
function isOlderCopy(db: Db, folder: string): boolean {
  const place = getMeta(db, { key: 'place' });
  return generationOf(db) < readGeneration(folder) || (place !== null && place !== placeOf(folder));
}

const generationOf = (db: Db): number => Number(getMeta(db, { key: 'generation' }) ?? '0');

/**
 * Counts on, first in the file, then beside it. Called at every start, close and backup: any copy made before has a
 * smaller count than the file it was copied from.
 */
function nextGeneration(db: Db, folder: string): void {
  const next = Math.max(generationOf(db), readGeneration(folder)) + 1;
  setMeta(db, { key: 'generation', value: String(next) });
  writeGeneration(folder, next);
}

/** Closes in good order: counts on, lets SQLite tidy up, and leaves word of it for the next start. */
export function closeDatabase(db: Db, folder: string): void {
  nextGeneration(db, folder);
  db.pragma('optimize');
  db.close();
  markClosed(folder);
}

/** A backup the user asked for, or another; see makeBackup. */
export async function backUp(db: Db, folder: string, reason: BackupReason, now: number): Promise<BackupFile> {
  const file = await makeBackup(db, backupFolder(folder), reason, now);
  nextGeneration(db, folder);
  return file;
}

/** One backup a day, some time after the start and then by the hour when one is due. */
export async function backupDaily(db: Db, folder: string, now: number): Promise<void> {
  const latest = listBackups(backupFolder(folder)).find(({ fileName }) => fileName.includes('-daily'));
  if (latest !== undefined && Math.abs(now - latest.at) < day) return;
  await backUp(db, folder, 'daily', now);
}
