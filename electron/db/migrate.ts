import { DbError } from './dbError.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Db } from './open.ts';

/** The schema version a file has; 0 = empty. */
export function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** The version this app writes. */
export function newestVersion(list: readonly Migration[] = migrations): number {
  return list.reduce((highest, step) => Math.max(highest, step.version), 0);
}

/** Whether opening this file means changing its shape (then a backup is made first). Throws `database-newer`. */
export function needsMigration(db: Db, list: readonly Migration[] = migrations): boolean {
  const version = versionOf(db);
  if (version > newestVersion(list)) {
    throw new DbError('database-newer', `version ${version}, this app knows ${newestVersion(list)}`);
  }
  return version < newestVersion(list);
}

/** Brings the file to the newest version, each step in its own transaction. */
export function migrate(db: Db, list: readonly Migration[] = migrations): void {
  if (!needsMigration(db, list)) return;
  let version = versionOf(db);
  for (const step of list) {
    if (step.version <= version) continue;
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    })();
    version = step.version;
  }
}
