import { type LetterProfile, profileById } from '../../shared/mailings/letterProfiles.ts';
import type { MailingSettings } from '../../shared/mailings/mailing.ts';
import type { DbClient } from '../db/client.ts';
import type { Archive } from '../pdf/archive.ts';
import type { Preflight } from '../pdf/preflightHost.ts';

/** What the use-cases of mailings work with. */
export interface DeskParts {
  db: Pick<DbClient, 'call'>;
  archive: Archive;
  preflight: Preflight;
  /** A folder for files in the making; emptied at the start. */
  workFolder: string;
  now: () => number;
  /** Told which cards, mailings or documents changed. */
  onChange: (ids: readonly string[]) => void;
  report: (where: string, reason: unknown) => void;
}

/** The letter profile of the settings, built in or the user's own. */
export async function currentProfile({ db }: Pick<DeskParts, 'db'>): Promise<LetterProfile> {
  const [settings, own] = await Promise.all([db.call('settings.get'), db.call('desk.profiles')]);
  return profileById(settings.letterProfile, own);
}

/** What a card is judged by besides its own choices. */
export interface Rules {
  profile: LetterProfile;
  /** Options of the order that will send it; some need an address. */
  order: Pick<MailingSettings, 'coverSheet' | 'bundling'>;
}

/** The rules as they stand: the letter profile of the settings, the order's options of the desk. */
export async function currentRules(parts: Pick<DeskParts, 'db'>): Promise<Rules> {
  const [profile, order] = await Promise.all([currentProfile(parts), parts.db.call('desk.order')]);
  return { profile, order };
}
