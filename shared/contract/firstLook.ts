import type { Output } from './contract.ts';
import type { Settings } from './settings.ts';

/**
 * What the page needs to draw its first picture while the database is still being opened: what is known of the
 * computer, and how things stood last time. The database's word replaces it as soon as it is there.
 */
export interface FirstLook extends Pick<Settings, 'language' | 'theme'> {
  info: Omit<Output<'app.info'>, 'startTrouble'>;
  /** There were accounts: the frame is drawn, not the first run. */
  accounts: boolean;
}

/** The argument of the page's process that carries it. */
export const firstLookArgument = '--first-look=';
