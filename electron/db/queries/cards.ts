import type { Card } from '../../../shared/contract/mailings.ts';
import type { Facts } from '../../../shared/mailings/facts.ts';
import type { Finding, RemedyId } from '../../../shared/mailings/finding.ts';
import type { DocumentSettings } from '../../../shared/mailings/mailing.ts';
import { documentSettingsSchema } from '../../../shared/mailings/mailing.ts';
import { replacedBy } from '../../../shared/mailings/cardIds.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';

interface Row {
  id: string;
  file_name: string;
  sha256: string;
  original_sha256: string;
  bytes: number;
  pages: number | null;
  state: Card['state'];
  facts: string | null;
  findings: string;
  address_read: string | null;
  remedies_done: string;
  settings: string;
  dropped_at: number;
  came_from: string;
  seen_at: number | null;
  seen_recipient: string | null;
}

/** A card with what preflight measured. */
export interface KeptCard extends Card {
  facts: Facts | null;
}

const fromRow = (row: Row): KeptCard => ({
  id: row.id,
  fileName: row.file_name,
  sha256: row.sha256,
  originalSha256: row.original_sha256,
  bytes: row.bytes,
  pages: row.pages,
  state: row.state,
  facts: row.facts === null ? null : (JSON.parse(row.facts) as Facts),
  findings: JSON.parse(row.findings) as Finding[],
  addressRead: row.address_read === null ? null : (JSON.parse(row.address_read) as Card['addressRead']),
  remediesDone: JSON.parse(row.remedies_done) as RemedyId[],
  seenBefore: row.seen_at === null ? null : { at: row.seen_at, recipient: row.seen_recipient ?? '' },
  settings: documentSettingsSchema.parse(JSON.parse(row.settings)),
  droppedAt: row.dropped_at,
  cameFrom: row.came_from,
  replaces: replacedBy(row.id),
});

const joins = `LEFT JOIN documents d
    ON d.rowid = (SELECT max(rowid) FROM documents WHERE sha256 = c.sha256 AND status <> 'cancelled')
  LEFT JOIN mailings m ON m.id = d.mailing_id
  LEFT JOIN history_items h ON h.id = d.id`;
const seen = `m.accepted_at AS seen_at, h.recipient AS seen_recipient`;
const select = `SELECT c.*, ${seen} FROM cards c ${joins}`;
const inOrder = `WHERE c.mailing_id IS NULL ORDER BY c.dropped_at, c.id`;

/** The desk, in the order of dropping. */
export function listCards(db: Db): KeptCard[] {
  return all<Row>(db, `${select} ${inOrder}`).map(fromRow);
}

/** The desk as the page sees it: without what preflight measured, which is large and asked for often. */
export function showCards(db: Db): Card[] {
  const columns = `c.id, c.file_name, c.sha256, c.original_sha256, c.bytes, c.pages, c.state, NULL AS facts, c.findings,
    c.address_read, c.remedies_done, c.settings, c.dropped_at, c.came_from`;
  return all<Row>(db, `SELECT ${columns}, ${seen} FROM cards c ${joins} ${inOrder}`).map((row) => {
    const { facts: _, ...card } = fromRow(row);
    return card;
  });
}

/** Cards by id that are still on the desk, in the order asked for. */
export function getCards(db: Db, { ids }: { ids: readonly string[] }): KeptCard[] {
  return ids.flatMap((id) => {
    const row = one<Row>(db, `${select} WHERE c.id = ? AND c.mailing_id IS NULL`, id);
    return row === undefined ? [] : [fromRow(row)];
  });
}

/** Whether a card is on the desk, was sent, or is not there. */
export function cardFate(db: Db, { id }: { id: string }): 'desk' | 'sent' | null {
  const row = one<{ mailing_id: string | null }>(db, `SELECT mailing_id FROM cards WHERE id = ?`, id);
  return row === undefined ? null : row.mailing_id === null ? 'desk' : 'sent';
}

export interface NewCard {
  id: string;
  fileName: string;
  sha256: string;
  bytes: number;
  settings: DocumentSettings;
  droppedAt: number;
  /** Name of the watched folder it lay in; absent = dropped by hand. */
  cameFrom?: string;
}

/** Lays cards on the desk; one that is there already (asked for twice at once) stays as it is. */
export function addCards(db: Db, { cards }: { cards: readonly NewCard[] }): void {
  db.transaction(() => {
    for (const card of cards) {
      run(
        db,
        `INSERT INTO cards (id, file_name, sha256, original_sha256, bytes, state, settings, dropped_at, came_from)
         VALUES (?, ?, ?, ?, ?, 'checking', ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
        card.id,
        card.fileName,
        card.sha256,
        card.sha256,
        card.bytes,
        JSON.stringify(card.settings),
        card.droppedAt,
        card.cameFrom ?? '',
      );
    }
  })();
}

/** New values of a card; absent ones stay. */
export interface CardChange {
  id: string;
  sha256?: string;
  bytes?: number;
  pages?: number | null;
  state?: Card['state'];
  facts?: Facts | null;
  findings?: readonly Finding[];
  addressRead?: Card['addressRead'];
  remediesDone?: readonly RemedyId[];
  /** Only what changes: the user and the preflight may both be writing, and neither may undo the other. */
  settings?: Partial<DocumentSettings>;
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** Changes cards on the desk, all or none. */
export function changeCards(db: Db, { changes }: { changes: readonly CardChange[] }): void {
  db.transaction(() => {
    for (const change of changes) {
      run(
        db,
        `UPDATE cards SET sha256 = coalesce(?, sha256), bytes = coalesce(?, bytes), pages = coalesce(?, pages),
           state = coalesce(?, state), facts = coalesce(?, facts), findings = coalesce(?, findings),
           address_read = coalesce(?, address_read), remedies_done = coalesce(?, remedies_done),
           settings = json_patch(settings, ?) WHERE id = ? AND mailing_id IS NULL`,
        change.sha256 ?? null,
        change.bytes ?? null,
        change.pages ?? null,
        change.state ?? null,
        json(change.facts ?? undefined),
        json(change.findings),
        json(change.addressRead ?? undefined),
        json(change.remediesDone),
        JSON.stringify(change.settings ?? {}),
        change.id,
      );
    }
  })();
}

/** Takes cards off the desk; those that a mailing took already stay with it. */
export function removeCards(db: Db, { ids }: { ids: readonly string[] }): void {
  run(
    db,
    `DELETE FROM cards WHERE mailing_id IS NULL AND id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
}

/** A refused mailing, `m`, that can still be mended and sent: before it is placed, or when the service rejected it. */
export const waitsForTheUser = `(m.status = 'refused' AND (m.order_number = '' OR m.service_status = 'rejected'))`;

/**
 * Every archived file that something still needs; the rest may be swept. Needed are cards on the desk, and documents
 * sent since then, under way, followed, or of a mailing that waits for the user.
 */
export function neededFiles(db: Db, { since }: { since: number }): string[] {
  return all<{ sha256: string }>(
    db,
    `SELECT sha256 FROM cards WHERE mailing_id IS NULL UNION SELECT original_sha256 FROM cards WHERE mailing_id IS NULL
     UNION SELECT d.sha256 FROM documents d JOIN mailings m ON m.id = d.mailing_id
       WHERE m.accepted_at >= ? OR m.active = 1 OR m.followed = 1 OR ${waitsForTheUser}`,
    since,
  ).map((row) => row.sha256);
}

/** Whether Postroom itself put this file into its archive: only such files are shown to the page. */
export function knowsFile(db: Db, { sha256 }: { sha256: string }): boolean {
  return (
    one(
      db,
      `SELECT 1 FROM cards WHERE sha256 = ? OR original_sha256 = ? UNION ALL SELECT 1 FROM documents WHERE sha256 = ? LIMIT 1`,
      sha256,
      sha256,
      sha256,
    ) !== undefined
  );
}
