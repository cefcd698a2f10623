import type { Migration } from './migration.ts';

/** Where a wish went: after a change of the account, "not found" at another place proves nothing. */
export const sentTo: Migration = {
  version: 50,
  name: 'sentTo',
  sql: `
-- Address and login at the claim (queries/outbox.ts, placeOf); '' = claimed before this was noted.
ALTER TABLE outbox ADD COLUMN sent_to TEXT NOT NULL DEFAULT '';
`,
};
