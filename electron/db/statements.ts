import type { Statement } from 'better-sqlite3';
import type { Db } from './open.ts';

const caches = new WeakMap<Db, Map<string, Statement>>();

/** A prepared statement, compiled once per connection and text. */
export function sql(db: Db, text: string): Statement {
  let cache = caches.get(db);
  if (cache === undefined) caches.set(db, (cache = new Map()));
  let statement = cache.get(text);
  if (statement === undefined) cache.set(text, (statement = db.prepare(text)));
  return statement;
}

/** The texts compiled so far, for the test that reads every query plan. */
export function compiledTexts(db: Db): string[] {
  return [...(caches.get(db)?.keys() ?? [])];
}

/** All rows, typed by the caller, who wrote the SELECT beside the type. */
export function all<R>(db: Db, text: string, ...args: readonly unknown[]): R[] {
  return sql(db, text).all(...args) as R[];
}

/** The first row or undefined. */
export function one<R>(db: Db, text: string, ...args: readonly unknown[]): R | undefined {
  return sql(db, text).get(...args) as R | undefined;
}

/** Runs a change; answers how many rows it touched. */
export function run(db: Db, text: string, ...args: readonly unknown[]): number {
  return sql(db, text).run(...args).changes;
}

/** "?, ?, ?" for a list; statements are cached per length, so long lists go through `json_each` instead. */
export const inList = 'IN (SELECT value FROM json_each(?))';
