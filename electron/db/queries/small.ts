import { settingsSchema, type Settings } from '../../../shared/contract/settings.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';

/** All settings; what is missing or no longer valid has its default. */
export function getSettings(db: Db): Settings {
  const stored: Record<string, unknown> = {};
  for (const row of all<{ key: string; value: string }>(db, `SELECT key, value FROM settings`)) {
    stored[row.key] = JSON.parse(row.value) as unknown;
  }
  const whole = settingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const good: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stored)) {
    if (settingsSchema.safeParse({ [key]: value }).success) good[key] = value;
  }
  return settingsSchema.parse(good);
}

/** Changes the settings that are given; answers all. */
export function changeSettings(db: Db, { changes }: { changes: Record<string, unknown> }): Settings {
  return db.transaction(() => {
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) continue;
      run(
        db,
        `INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        key,
        JSON.stringify(value),
      );
    }
    return getSettings(db);
  })();
}

/** A draft and when it was saved; null twice when there is none. */
export function loadDraft(
  db: Db,
  { name }: { name: string },
): { text: string | null; savedAt: number | null } {
  const row = one<{ text: string; saved_at: number }>(
    db,
    `SELECT text, saved_at FROM drafts WHERE name = ?`,
    name,
  );
  return { text: row?.text ?? null, savedAt: row?.saved_at ?? null };
}

/** The text of a draft as UTF-8; null = there is none. */
export function draftBytes(db: Db, { name }: { name: string }): Uint8Array<ArrayBuffer> | null {
  const sql = `SELECT CAST(text AS BLOB) AS bytes FROM drafts WHERE name = ?`;
  return one<{ bytes: Uint8Array<ArrayBuffer> }>(db, sql, name)?.bytes ?? null;
}

/** Whole or not at all, in one statement. `text` as UTF-8 where it came as bytes. */
export function saveDraft(
  db: Db,
  { name, text, now }: { name: string; text: string | Uint8Array; now: number },
): void {
  run(
    db,
    `INSERT INTO drafts (name, text, saved_at) VALUES (?, CAST(? AS TEXT), ?)
     ON CONFLICT (name) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`,
    name,
    text,
    now,
  );
}

/** The work in progress is done or given up. */
export function clearDraft(db: Db, { name }: { name: string }): void {
  run(db, `DELETE FROM drafts WHERE name = ?`, name);
}

/** All of them: one for each set of headers that somebody corrected, so that there are few. */
export function listMappings(db: Db): { headerKey: string; mapping: string }[] {
  return all(db, `SELECT header_key AS headerKey, mapping FROM header_mappings`);
}

/** What columns with these headers meant the last time. */
export function rememberMapping(db: Db, args: { headerKey: string; mapping: string; now: number }): void {
  run(
    db,
    `INSERT INTO header_mappings (header_key, mapping, used_at) VALUES (?, ?, ?)
     ON CONFLICT (header_key) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
    args.headerKey,
    args.mapping,
    args.now,
  );
}

/** A small fact about the file itself, e.g. how often it was opened. */
export function getMeta(db: Db, { key }: { key: string }): string | null {
  return one<{ value: string }>(db, `SELECT value FROM meta WHERE key = ?`, key)?.value ?? null;
}

/** Facts about the database itself and small states that are no settings. */
export function setMeta(db: Db, { key, value }: { key: string; value: string }): void {
  run(
    db,
    `INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    key,
    value,
  );
}
