import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/db/open.ts';
import { aBatch, addAccount, openTestDb, ownFolder } from '../fixtures/engine.ts';
import { keeps, median, tell } from './report.ts';

type Row = Record<string, unknown>;

/** Every row that accepting wrote, table by table, in an order that keeps the references. */
function rowsOf(file: string): Map<string, Row[]> {
  const db = new Database(file, { readonly: true });
  const names = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' ORDER BY rowid`,
    )
    .all();
  // table_info leaves the generated columns out, which cannot be inserted.
  const columnsOf = (name: string) =>
    (db.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => `"${column.name}"`).join(', ');
  const read = (name: string) => db.prepare<[], Row>(`SELECT ${columnsOf(name)} FROM "${name}"`).all();
  const all = new Map(names.map(({ name }) => [name, read(name)]));
  db.close();
  return all;
}

/** The same rows by plain better-sqlite3 with the same pragmas and tables, in one transaction. Milliseconds. */
function plainInsert(file: string, schemaOf: string, rows: Map<string, Row[]>): number {
  const source = new Database(schemaOf, { readonly: true });
  const made = source
    .prepare<[], { sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
    .all();
  source.close();
  const db = openDatabase(file);
  db.pragma('foreign_keys = OFF');
  for (const { sql } of made) db.exec(sql);
  const statements = [...rows]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => {
      const columns = Object.keys(list[0] ?? {});
      const insert = db.prepare(
        `INSERT OR REPLACE INTO "${name}" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      return { insert, values: list.map((row) => columns.map((c) => row[c])) };
    });
  const start = performance.now();
  db.transaction(() => {
    for (const { insert, values } of statements) for (const row of values) insert.run(...row);
  })();
  const took = performance.now() - start;
  db.close();
  return took;
}

test('accepting 1,000 pasted orders against the same rows by plain inserts', async () => {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < 6; round++) {
    const folder = ownFolder();
    const db = await openTestDb(folder);
    await addAccount(db);
    const batch = aBatch(1_000);
    const start = performance.now();
    await db.call('orders.accept', batch);
    const took = performance.now() - start;
    await db.close();
    const database = join(folder, 'postroom.db');
    const inserted = plainInsert(join(ownFolder(), 'plain.db'), database, rowsOf(database));
    // The first round warms both up.
    if (round > 0) {
      ours.push(took);
      plain.push(inserted);
    }
  }
  const figure = {
    bench: 'durability',
    what: `1,000 orders accepted (${Math.round(median(ours))} ms) against plain inserts (${Math.round(median(plain))} ms)`,
    value: median(ours) / median(plain),
    unit: 'times',
    bar: { atMost: 2 },
  };
  tell(figure);
  expect(keeps(figure)).toBe(true);
});
