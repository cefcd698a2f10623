import { first } from './0010-first.ts';
import { mailings } from './0020-mailings.ts';
import { watched } from './0030-watched.ts';
import { recipients } from './0040-recipients.ts';
import { sentTo } from './0050-sentTo.ts';
import { mailedTo } from './0060-mailedTo.ts';
import { unfollowed } from './0070-unfollowed.ts';
import type { Migration } from './migration.ts';

/** Every migration, in order. To add one: a new file with the next ten, appended here, with a test from the one before. */
export const migrations: readonly Migration[] = [
  first,
  mailings,
  watched,
  recipients,
  sentTo,
  mailedTo,
  unfollowed,
];
