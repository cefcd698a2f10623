import type { Preset } from '../../../shared/contract/mailings.ts';
import { letterProfileSchema, type LetterProfile } from '../../../shared/mailings/letterProfiles.ts';
import { mailingSettingsSchema, type MailingSettings } from '../../../shared/mailings/mailing.ts';
import type { Db } from '../open.ts';
import { all, run } from '../statements.ts';
import { getMeta, setMeta } from './small.ts';

/** Named sets of options, by name. */
export function listPresets(db: Db): Preset[] {
  return all<{ id: string; name: string; document: string; mailing: string }>(
    db,
    `SELECT * FROM presets ORDER BY name COLLATE NOCASE`,
  ).map((row) => ({
    id: row.id,
    name: row.name,
    document: JSON.parse(row.document) as Preset['document'],
    mailing: JSON.parse(row.mailing) as Preset['mailing'],
  }));
}

/** Adds a preset or replaces the one with its id. */
export function savePreset(db: Db, preset: Preset): void {
  run(
    db,
    `INSERT INTO presets (id, name, document, mailing) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, document = excluded.document, mailing = excluded.mailing`,
    preset.id,
    preset.name,
    JSON.stringify(preset.document),
    JSON.stringify(preset.mailing),
  );
}

/** Removing one that is gone changes nothing. */
export function removePreset(db: Db, { id }: { id: string }): void {
  run(db, `DELETE FROM presets WHERE id = ?`, id);
}

/** The user's own letter profiles. */
export function listProfiles(db: Db): LetterProfile[] {
  return all<{ profile: string }>(db, `SELECT profile FROM letter_profiles ORDER BY id`).map((row) =>
    letterProfileSchema.parse(JSON.parse(row.profile)),
  );
}

/** Removes a letter profile of the user; given ones are not in the database. */
export function removeProfile(db: Db, { id }: { id: string }): void {
  run(db, `DELETE FROM letter_profiles WHERE id = ?`, id);
}

/** Adds a letter profile or replaces the one with its id. */
export function saveProfile(db: Db, profile: LetterProfile): void {
  run(
    db,
    `INSERT INTO letter_profiles (id, profile) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET profile = excluded.profile`,
    profile.id,
    JSON.stringify(profile),
  );
}

const orderKey = 'deskOrder';

/** The options of the order to come, as they were last left. */
export function deskOrder(db: Db): MailingSettings {
  const kept = getMeta(db, { key: orderKey });
  const read = mailingSettingsSchema.safeParse(kept === null ? {} : JSON.parse(kept));
  return read.success ? read.data : mailingSettingsSchema.parse({});
}

/** Keeps the options of the order to come. */
export function setDeskOrder(db: Db, order: MailingSettings): void {
  setMeta(db, { key: orderKey, value: JSON.stringify(order) });
}
