import { type LetterProfile, profileById } from '../../shared/mailings/letterProfiles.ts';
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
