import type { Migration } from './migration.ts';

/** A product could be hidden once, by nothing that is on a screen. */
export const unhidden: Migration = {
  version: 80,
  name: 'unhidden',
  sql: `ALTER TABLE products DROP COLUMN hidden;`,
};
