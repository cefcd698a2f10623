import type { Migration } from './migration.ts';

/**
 * The list of recipients: people added or changed by hand stand with those last written to, and possible doubles
 * (the same name, the same e-mail address) are found from indexes. A key begins with the folded name,
 * which now ends in a tab: "ada" sorts before "adam".
 */
export const recipients: Migration = {
  version: 40,
  name: 'recipients',
  sql: `
ALTER TABLE recipients ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
UPDATE recipients SET changed_at = last_at, key = replace(key, '|', char(9));
DROP INDEX recipients_latest;
CREATE INDEX recipients_latest ON recipients (changed_at, seq) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX recipients_near ON recipients (substr(key, 1, instr(key, char(9)) - 1))
  WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX recipients_mail ON recipients (lower(email))
  WHERE merged_into IS NULL AND erased_at IS NULL AND email <> '';
`,
};
