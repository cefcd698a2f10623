import type { Migration } from './migration.ts';

/** A mailing that is asked about no more had the same word as a document that the sandbox forgot before it was ordered. */
export const unfollowed: Migration = {
  version: 70,
  name: 'unfollowed',
  sql: `UPDATE events SET kind = 'unfollowed' WHERE kind = 'forgotten';`,
};
