import type { Migration } from './migration.ts';

/** Where a mailing went: after a change of the account, nothing of it is known at the new place. */
export const mailedTo: Migration = {
  version: 60,
  name: 'mailedTo',
  sql: `
-- The client's place (gateways/tcgate, placeOf) when the first call of it left; '' = none has, or before this was noted.
ALTER TABLE mailings ADD COLUMN sent_to TEXT NOT NULL DEFAULT '';
-- 1 while it waits for its account to be put back.
ALTER TABLE mailings ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;
`,
};
