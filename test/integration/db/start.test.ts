import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../../electron/db/files.ts';
import { openDatabase } from '../../../electron/db/open.ts';
import { startDatabase } from '../../../electron/db/start.ts';
import { readOnly } from '../../fixtures/disk.ts';
import { aBatch, addAccount, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';

async function filled(folder: string, count = 200) {
  const db = await openTestDb(folder);
  await addAccount(db);
  await db.call('orders.accept', aBatch(count));
  return db;
}

/** Overwrites bytes in the middle of a file. */
function scratch(file: string, from: number, length: number) {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(handle);
}

test('keeps its promises: WAL, full sync, foreign keys', () => {
  const db = openDatabase(join(ownFolder(), 'a.db'));
  const of = (name: string) => db.pragma(name, { simple: true });
  expect([of('journal_mode'), of('synchronous'), of('foreign_keys'), of('trusted_schema')]).toEqual([
    'wal',
    2,
    1,
    0,
  ]);
  db.close();
});

test('a damaged file is set aside, what can be read is saved, and the newest backup is named', async () => {
  const folder = ownFolder();
  const db = await filled(folder);
  const backup = await db.backup();
  await db.close();
  const file = join(folder, 'postroom.db');
  scratch(file, Math.floor(statSync(file).size / 2 / 4096) * 4096, 8192);
  const again = await openTestDb(folder);
  expect(again.trouble?.code).toBe('database-damaged');
  const detail = JSON.parse(again.trouble?.detail ?? '{}') as { aside: string; backup: string; rows: number };
  expect(detail.backup).toBe(backup.fileName);
  expect(existsSync(join(folder, detail.aside))).toBe(true);
  expect(detail.rows).toBeGreaterThan(300);
  expect((await again.call('accounts.list')).map(({ id }) => id)).toEqual(['acc']);
});

test('after damage nothing is sent blindly: what seemed unsent is asked about', async () => {
  const folder = ownFolder();
  const db = await filled(folder);
  await db.close();
  const file = join(folder, 'postroom.db');
  scratch(file, Math.floor((statSync(file).size * 3) / 4 / 4096) * 4096, 4096);
  const again = await openTestDb(folder);
  const summary = await again.call('outbox.summary');
  expect(summary.waiting).toBe(0);
  expect(summary.unconfirmed).toBeGreaterThan(0);
});

test('a file that is no database at all is set aside and a new one begun', async () => {
  const folder = ownFolder();
  writeFileSync(join(folder, 'postroom.db'), 'this is a letter, not a database '.repeat(1000));
  const db = await openTestDb(folder);
  expect(db.trouble?.code).toBe('database-damaged');
  expect(await db.call('accounts.list')).toEqual([]);
  expect(readdirSync(folder).some((name) => name.startsWith('postroom-damaged-'))).toBe(true);
});

test('a file of a newer version is refused and left alone', async () => {
  const folder = ownFolder();
  const raw = openDatabase(join(folder, 'postroom.db'));
  raw.exec('CREATE TABLE future (x)');
  raw.pragma('user_version = 99990');
  raw.close();
  await expect(openTestDb(folder)).rejects.toMatchObject({ code: 'database-newer' });
  expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toEqual(['postroom.db']);
});

test('a full disk refuses the batch with its code, and what was there stays usable', async () => {
  const folder = ownFolder();
  const db = await openTestDb(folder, { maxPages: 120 });
  await addAccount(db);
  await db.call('orders.accept', aBatch(10));
  await expect(
    db.call('orders.accept', aBatch(2000, { batchId: 'batch-0002' }, { invoice: '' })),
  ).rejects.toBeDefined();
  const many = aBatch(2000, { batchId: 'batch-0003' });
  const rows = many.rows.map((row) => ({ ...row, order: { ...row.order, invoice: `B-${row.rowNo}` } }));
  await expect(db.call('orders.accept', { ...many, rows })).rejects.toMatchObject({ code: 'disk-full' });
  expect((await db.call('outbox.summary')).waiting).toBe(10);
  expect(await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 1 })).toHaveLength(1);
});

test('a folder that cannot be written to is said to be so', async () => {
  const folder = ownFolder();
  writeFileSync(join(folder, 'data'), 'a file where the folder should be');
  await expect(openTestDb(join(folder, 'data'))).rejects.toMatchObject({ code: 'read-only' });
  const closed = join(folder, 'closed');
  const db = await filled(closed, 3);
  await db.close();
  const mend = readOnly(closed);
  try {
    await expect(openTestDb(closed)).rejects.toMatchObject({ code: 'read-only' });
  } finally {
    mend();
  }
  expect((await (await openTestDb(closed)).call('outbox.summary')).waiting).toBe(3);
});

test('what the system refuses to write is a full disk, and nothing is half', async () => {
  const folder = ownFolder();
  const db = await filled(folder, 10);
  const child = fileURLToPath(new URL('../../fixtures/limitedDb.ts', import.meta.url));
  await db.close();
  const { refused, waiting, later } = JSON.parse(
    execFileSync(process.execPath, [child, folder], { encoding: 'utf8' }),
  ) as { refused: string; waiting: number; later: number };
  expect({ refused, waiting, later }).toEqual({ refused: 'disk-full', waiting: 10, later: 510 });
});

test('a restored backup never sends again what was sent after it was made', async () => {
  const folder = ownFolder();
  const db = await filled(folder, 5);
  const backup = await db.backup();
  const claimed = await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 5 });
  const happenings = claimed.map(({ id }) => ({
    id,
    event: { kind: 'accepted' as const },
    at: noon,
    readyAt: noon,
  }));
  await db.call('outbox.settle', { happenings, next: null });
  await db.close();
  restoreBackup(folder, backup.fileName, noon);
  const again = await openTestDb(folder);
  const summary = await again.call('outbox.summary');
  expect(summary).toMatchObject({ waiting: 0, unconfirmed: 5 });
  expect(readdirSync(folder).some((name) => name.startsWith('postroom-replaced-'))).toBe(true);
});

test('a copy put back by hand is recognised too, and opening the same file again is not', async () => {
  const folder = ownFolder();
  await (await filled(folder, 2)).close();
  copyFileSync(join(folder, 'postroom.db'), join(folder, 'mine.db'));
  const same = await startDatabase(folder, noon);
  same.db.close();
  expect(same.trouble).toBeNull();
  copyFileSync(join(folder, 'mine.db'), join(folder, 'postroom.db'));
  const older = await startDatabase(folder, noon);
  older.db.close();
  expect(older.trouble?.code).toBe('older-copy');
});

test('a data folder that was copied as a whole asks before it sends: the other one may be sending too', async () => {
  const folder = ownFolder();
  await (await filled(folder, 3)).close();
  const second = join(ownFolder(), 'copy');
  cpSync(folder, second, { recursive: true, preserveTimestamps: true });
  const copy = await openTestDb(second);
  expect(copy.trouble?.code).toBe('older-copy');
  expect(await copy.call('outbox.summary')).toMatchObject({ waiting: 0, unconfirmed: 3 });
  const first = await openTestDb(folder);
  expect(first.trouble).toBeNull();
  expect(await first.call('outbox.summary')).toMatchObject({ waiting: 3, unconfirmed: 0 });
});

test('a restore that was cut off between its steps is finished at the next start, and nothing is lost', async () => {
  const folder = ownFolder();
  const db = await filled(folder, 3);
  const { fileName } = await db.backup();
  await db.close();
  // As a kill leaves it: the copy is whole, the old file is aside already.
  copyFileSync(join(folder, 'backups', fileName), join(folder, 'postroom-incoming.db'));
  renameSync(join(folder, 'postroom.db'), join(folder, 'postroom-replaced-x.db'));
  const again = await openTestDb(folder);
  expect(again.trouble?.code).toBe('older-copy');
  expect(await again.call('outbox.summary')).toMatchObject({ waiting: 0, unconfirmed: 3 });
  expect(existsSync(join(folder, 'postroom-incoming.db'))).toBe(false);
});

test('a salvage that was cut off begins anew: half of it never passes for the whole', async () => {
  const folder = ownFolder();
  await (await filled(folder)).close();
  const file = join(folder, 'postroom.db');
  writeFileSync(join(folder, 'postroom-incoming.db.part'), 'half');
  scratch(file, Math.floor(statSync(file).size / 2 / 4096) * 4096, 8192);
  const again = await openTestDb(folder);
  expect(again.trouble?.code).toBe('database-damaged');
  expect((JSON.parse(again.trouble?.detail ?? '{}') as { rows: number }).rows).toBeGreaterThan(300);
  expect(readdirSync(folder).filter((name) => name.includes('incoming'))).toEqual([]);
});

test('backups are single sound files, and only the newest of a kind are kept', async () => {
  const folder = ownFolder();
  const db = await filled(folder, 5);
  for (let i = 0; i < 7; i++) await db.backup();
  const files = await db.backups();
  expect(files).toHaveLength(5);
  expect(readdirSync(join(folder, 'backups')).every((name) => name.endsWith('-manual.db'))).toBe(true);
  const copy = openDatabase(join(folder, 'backups', files[0]?.fileName ?? ''));
  expect(copy.prepare('SELECT count(*) AS n FROM orders').get()).toEqual({ n: 5 });
  copy.close();
});

test('what is claimed when the app ends is unconfirmed at the next start', async () => {
  const folder = ownFolder();
  const db = await filled(folder, 3);
  await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 2 });
  await db.close();
  const again = await openTestDb(folder);
  expect(await again.call('outbox.interruptClaims', { now: noon, readyAt: noon })).toBe(2);
  expect(await again.call('outbox.summary')).toMatchObject({ waiting: 1, sending: 0, unconfirmed: 2 });
});

test('a file untouched since it was closed in good order is not read through at the start; after a kill it is', async () => {
  const folder = ownFolder();
  const file = join(folder, 'postroom.db');
  await (await filled(folder)).close();
  const { atime, mtime, size } = statSync(file);
  scratch(file, Math.floor(size / 2 / 4096) * 4096, 4096);
  // Damage that leaves no trace is the daily backup's to find.
  utimesSync(file, atime, mtime);
  writeFileSync(join(folder, 'postroom.closed'), `${size} ${statSync(file).mtimeMs}\n`);
  const quick = await startDatabase(folder, noon);
  expect(quick.trouble).toBeNull();
  // As a kill would leave it: open files, no word of a good end.
  quick.db.close();
  expect(existsSync(join(folder, 'postroom.closed'))).toBe(false);
  const thorough = await startDatabase(folder, noon);
  expect(thorough.trouble?.code).toBe('database-damaged');
  thorough.db.close();
});
