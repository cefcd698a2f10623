import type { Db } from '../open.ts';
import { one, run } from '../statements.ts';
import { addCards, type NewCard } from './cards.ts';

/** A file of the watched folder as it was seen. */
export interface SeenFile {
  fileName: string;
  bytes: number;
  /** Milliseconds since 1970, whole. */
  changedAt: number;
}

/** Whether this very file was taken before: by name, size and time of change, without reading it. */
export function watchedSeen(db: Db, { fileName, bytes, changedAt }: SeenFile): boolean {
  return (
    one(
      db,
      `SELECT 1 FROM watched_files WHERE file_name = ? AND bytes = ? AND changed_at = ? LIMIT 1`,
      fileName,
      bytes,
      changedAt,
    ) !== undefined
  );
}

/** Notes the file and puts its card on the desk, both or neither. False: the same bytes under this name came before. */
export function takeWatched(db: Db, { seen, card }: { seen: SeenFile; card: NewCard }): boolean {
  return db.transaction(() => {
    const known = one(
      db,
      `SELECT 1 FROM watched_files WHERE file_name = ? AND sha256 = ?`,
      seen.fileName,
      card.sha256,
    );
    run(
      db,
      `INSERT INTO watched_files (file_name, sha256, bytes, changed_at, taken_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET bytes = excluded.bytes, changed_at = excluded.changed_at`,
      seen.fileName,
      card.sha256,
      seen.bytes,
      seen.changedAt,
      card.droppedAt,
    );
    if (known === undefined) addCards(db, { cards: [card] });
    return known === undefined;
  })();
}
