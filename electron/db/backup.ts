import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Db, openReadOnly } from './open.ts';

/** Why a backup was made; it is part of the file's name and decides how long it is kept. */
export type BackupReason = 'daily' | 'upgrade' | 'manual' | 'restore';

export interface BackupFile {
  fileName: string;
  at: number;
  bytes: number;
}

const keep: Record<BackupReason, number> = { daily: 7, upgrade: 3, manual: 5, restore: 3 };
const pattern = /^postroom-(\d{8}T\d{6}\d{3}Z)-(daily|upgrade|manual|restore)\.db$/;

const stamp = (now: number): string => new Date(now).toISOString().replaceAll(/[-:.]/g, '');

const timeOf = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z'));

/**
 * Copies the database online into one dated file (no -wal beside it), checks it, and removes the oldest of its
 * kind beyond the limit. A broken run leaves only a `.part` file that the next one removes.
 */
export async function makeBackup(
  db: Db,
  folder: string,
  reason: BackupReason,
  now: number,
): Promise<BackupFile> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.includes('.part')) rmSync(join(folder, name), { force: true });
  const fileName = `postroom-${stamp(now)}-${reason}.db`;
  const part = join(folder, `${fileName}.part`);
  await db.backup(part);
  const copy = new Database(part);
  try {
    copy.pragma('journal_mode = DELETE');
    const verdict = copy.pragma('quick_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`the backup is not sound: ${String(verdict)}`);
  } finally {
    copy.close();
  }
  renameSync(part, join(folder, fileName));
  rotate(folder);
  return { fileName, at: now, bytes: statSync(join(folder, fileName)).size };
}

/** Backups in the folder, newest first. */
export function listBackups(folder: string): BackupFile[] {
  if (!existsSync(folder)) return [];
  const files: BackupFile[] = [];
  for (const fileName of readdirSync(folder)) {
    const time = pattern.exec(fileName)?.[1];
    if (time === undefined) continue;
    files.push({ fileName, at: timeOf(time), bytes: statSync(join(folder, fileName)).size });
  }
  return files.sort((a, b) => b.at - a.at);
}

function rotate(folder: string): void {
  const counts = new Map<string, number>();
  for (const { fileName } of listBackups(folder)) {
    const reason = pattern.exec(fileName)?.[2] as BackupReason;
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    if (count > keep[reason]) rmSync(join(folder, fileName), { force: true });
  }
}

/** Whether a file is a sound database of ours that can be put in place. */
export function isSound(file: string): boolean {
  try {
    const db = openReadOnly(file);
    try {
      return (
        db.pragma('quick_check(1)', { simple: true }) === 'ok' &&
        Number(db.pragma('user_version', { simple: true })) > 0
      );
    } finally {
      db.close();
    }
  } catch {
    return false; // Unreadable is the answer "not sound"; why does not matter here.
  }
}
