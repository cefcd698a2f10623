import Database from 'better-sqlite3';
import { migrate, versionOf } from './migrate.ts';
import { type Db, openDatabase } from './open.ts';

export interface Salvage {
  rows: number;
  tables: number;
  /** Tables of which something could not be read. */
  incomplete: string[];
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Copies whatever can still be read of a damaged file into a new one, table by table, row by row, from both ends
 * (so that one bad page in the middle costs only what is on it). The damaged file is only read.
 */
export function salvage(damagedFile: string, newFile: string): Salvage {
  const target = openDatabase(newFile);
  const result: Salvage = { rows: 0, tables: 0, incomplete: [] };
  try {
    migrate(target);
    target.pragma('foreign_keys = OFF');
    const source = openDamaged(damagedFile);
    if (source === null) return { ...result, incomplete: ['all'] };
    try {
      if (versionOfDamaged(source) > versionOf(target)) return { ...result, incomplete: ['all'] };
      for (const table of tablesOf(target)) {
        const copied = copyTable(source, target, table);
        result.rows += copied.rows;
        if (copied.rows > 0) result.tables += 1;
        if (!copied.complete) result.incomplete.push(table);
      }
      rebuildSearch(target);
    } finally {
      source.close();
    }
    return result;
  } finally {
    target.close();
  }
}

function openDamaged(file: string): Db | null {
  try {
    const db = new Database(file, { timeout: 1000 });
    db.pragma('writable_schema = ON'); // reads on despite a schema that does not parse
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch {
    return null; // Nothing can be read of it; the caller says so.
  }
}

function versionOfDamaged(db: Db): number {
  try {
    return versionOf(db);
  } catch {
    return 0; // An unreadable version does not keep us from trying to read rows.
  }
}

/** Our own tables in an order that parents come first; search tables are rebuilt instead. */
function tablesOf(db: Db): string[] {
  return db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY rowid`,
    )
    .all()
    .map((row) => (row as { name: string }).name);
}

function copyTable(source: Db, target: Db, table: string): { rows: number; complete: boolean } {
  let columns: string[];
  try {
    const known = new Set(
      (source.pragma(`table_info(${quote(table)})`) as { name: string }[]).map(({ name }) => name),
    );
    columns = (target.pragma(`table_info(${quote(table)})`) as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => known.has(name));
  } catch {
    return { rows: 0, complete: false }; // The schema of this table is gone.
  }
  if (columns.length === 0) return { rows: 0, complete: false };
  const list = columns.map(quote).join(', ');
  const insert = target.prepare(
    `INSERT OR IGNORE INTO ${quote(table)} (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  const readFrom = (order: string): boolean => {
    try {
      for (const row of source
        .prepare(`SELECT ${list} FROM ${quote(table)} NOT INDEXED ${order}`)
        .raw()
        .iterate()) {
        try {
          rows += insert.run(...(row as unknown[])).changes;
        } catch {
          continue; // A row that breaks the rules of its table is itself damage.
        }
      }
      return true;
    } catch {
      return false; // A bad page: go on from the other end.
    }
  };
  const complete = target.transaction(() => readFrom('') || readFrom('ORDER BY 1 DESC'))();
  return { rows, complete };
}

/** Search words are made anew from the rows that were saved. */
function rebuildSearch(db: Db): void {
  db.transaction(() => {
    db.exec(`
      INSERT INTO history_fts (rowid, text) SELECT h.seq, concat_ws(' ', h.reference, h.recipient, h.city, h.summary,
        h.tracking_id, o.company, o.address, o.postcode, o.email) FROM history_items h LEFT JOIN orders o ON o.id = h.item_id;
      INSERT INTO recipients_fts (rowid, text) SELECT seq, concat_ws(' ', name, company, city, email, postcode)
        FROM recipients WHERE erased_at IS NULL;`);
  })();
}
