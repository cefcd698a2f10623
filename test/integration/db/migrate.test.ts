import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, newestVersion, versionOf } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations/index.ts';
import type { Migration } from '../../../electron/db/migrations/migration.ts';
import { openDatabase, openReadOnly } from '../../../electron/db/open.ts';
import { startDatabase } from '../../../electron/db/start.ts';
import { noon, ownFolder } from '../../fixtures/engine.ts';

/** Rows by plain SQL, so that later changes of the queries cannot hide a migration's fault. */
const rowsOfVersion10 = `
  INSERT INTO accounts (id, service, name, settings, created_at) VALUES ('acc', 'trepstar', 'Shop', '{}', 1);
  INSERT INTO batches (id, label, created_at) VALUES ('b', 'Paste', 1);
  INSERT INTO orders (id, account_id, batch_id, row_no, invoice, shipping_method, name, company, address, city, state,
    postcode, country, email, special_text, price, use_price_on_customs, email_customer, mode, status, accepted_at)
  VALUES ('o1', 'acc', 'b', 0, 'INV-1', 'standard', 'Zoë', '', '1 Main St', 'Saint Paul', 'MN', '55101', 'US', '', '', '',
    0, 'account', 'live', 'waiting', 1);
  INSERT INTO order_lines (order_id, line_no, product_id, quantity) VALUES ('o1', 0, '66750', 2);
  INSERT INTO outbox (id, kind, item_id, account_id, reference, operation_id, body, body_hash, mode, state, due_at, ready_at, created_at)
  VALUES ('w1', 'order', 'o1', 'acc', 'INV-1', 'order:o1', 'Invoice=INV-1', 'h', 'live', 'waiting', 1, 1, 1);
  INSERT INTO events (item_id, at, source, kind) VALUES ('o1', 1, 'you', 'accepted');
  INSERT INTO history_items (id, kind, item_id, account_id, service, at, reference, recipient, city, country, summary,
    method, mode, status, pieces, changed_at)
  VALUES ('o1', 'order', 'o1', 'acc', 'trepstar', 1, 'INV-1', 'Zoë', 'Saint Paul', 'US', '2 × 66750', 'standard', 'live', 'waiting', 2, 1);
`;

test('numbers rise in tens and none is used twice', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  expect(versions.every((version) => version % 10 === 0)).toBe(true);
});

test('each version can be reached from the one before it, with rows in it', () => {
  const db = openDatabase(join(ownFolder(), 'a.db'));
  for (let count = 1; count <= migrations.length; count++) {
    migrate(db, migrations.slice(0, count));
    expect(versionOf(db)).toBe(migrations[count - 1]?.version);
    if (count === 1) db.exec(rowsOfVersion10);
  }
  expect(db.prepare('SELECT status, invoice FROM orders').get()).toEqual({
    status: 'waiting',
    invoice: 'INV-1',
  });
  expect(db.prepare('SELECT state, active, open FROM outbox').get()).toEqual({
    state: 'waiting',
    active: 1,
    open: 1,
  });
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('what was once called forgotten in a timeline has its present name', () => {
  const db = openDatabase(join(ownFolder(), 'a.db'));
  const before = migrations.filter(({ version }) => version < 70);
  migrate(db, before);
  db.exec(`INSERT INTO events (item_id, at, source, kind, detail)
    VALUES ('m1', 1, 'postroom', 'forgotten', ''), ('d1', 1, 'tcgate', 'status', 'forgotten')`);
  migrate(db);
  expect(db.prepare('SELECT kind, detail FROM events ORDER BY item_id').all()).toEqual([
    { kind: 'status', detail: 'forgotten' },
    { kind: 'unfollowed', detail: '' },
  ]);
  db.close();
});

test('an older file is backed up before it is changed, and nothing in it is lost', async () => {
  const folder = ownFolder();
  const old = openDatabase(join(folder, 'postroom.db'));
  migrate(old, migrations.slice(0, 1));
  old.exec(rowsOfVersion10);
  old.close();
  const { db } = await startDatabase(folder, noon);
  expect(versionOf(db)).toBe(newestVersion());
  expect(db.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 1 });
  db.close();
  const [backup = ''] = readdirSync(join(folder, 'backups'));
  expect(backup).toMatch(/-upgrade\.db$/);
  const copy = openReadOnly(join(folder, 'backups', backup));
  expect(versionOf(copy)).toBe(migrations[0]?.version);
  expect(copy.prepare('SELECT invoice FROM orders').get()).toEqual({ invoice: 'INV-1' });
  copy.close();
});

test('a step that fails leaves the file as it was', () => {
  const db = openDatabase(join(ownFolder(), 'a.db'));
  const bad: Migration = {
    version: 99990,
    name: 'bad',
    sql: 'CREATE TABLE half (x); CREATE TABLE half (x);',
  };
  migrate(db);
  expect(() => migrate(db, [...migrations, bad])).toThrow();
  expect(versionOf(db)).toBe(newestVersion());
  expect(db.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'`).get()).toEqual({ n: 0 });
  db.close();
});
