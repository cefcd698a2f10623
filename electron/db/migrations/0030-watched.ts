import type { Migration } from './migration.ts';

/** Files taken from the watched folder, each once; cards say which folder they came from. */
export const watched: Migration = {
  version: 30,
  name: 'watched',
  sql: `
-- For good: the same bytes under the same name are taken once, also after the card is gone.
CREATE TABLE watched_files (
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  -- As last seen, so that a start need not read every file again.
  bytes INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  taken_at INTEGER NOT NULL,
  PRIMARY KEY (file_name, sha256)
) STRICT, WITHOUT ROWID;
ALTER TABLE cards ADD COLUMN came_from TEXT NOT NULL DEFAULT '';
`,
};
