import type { Recipient } from '../../../shared/contract/recipients.ts';
import { fold } from '../../../shared/lib/fold.ts';
import type { Db } from '../open.ts';
import { all, one, run, sql } from '../statements.ts';
import { ftsQuery } from './ftsQuery.ts';

export type Person = Pick<
  Recipient,
  'name' | 'company' | 'address' | 'city' | 'state' | 'postcode' | 'country' | 'email'
>;

interface Row extends Person {
  seq: number;
  id: string;
  orders: number;
  documents: number;
  last_at: number;
}

const fromRow = (row: Row): Recipient => ({
  id: row.id,
  name: row.name,
  company: row.company,
  address: row.address,
  city: row.city,
  state: row.state,
  postcode: row.postcode,
  country: row.country,
  email: row.email,
  orders: row.orders,
  documents: row.documents,
  lastAt: row.last_at === 0 ? null : row.last_at,
});

/** What makes two addresses the same person: name, place and street, folded. */
export function personKey(person: Person): string {
  return [person.name, person.company, person.address, person.postcode, person.city, person.country]
    .map(fold)
    .join('|');
}

const words = (person: Person): string =>
  fold([person.name, person.company, person.city, person.email, person.postcode].join(' '));

const fields = (p: Person): string[] => [
  p.name,
  p.company,
  p.address,
  p.city,
  p.state,
  p.postcode,
  p.country,
  p.email,
];

/** Finds or adds the person, following merges; counts the use. Answers the recipient's id. */
export function noteRecipient(
  db: Db,
  person: Person,
  use: { id: string; now: number; orders: number; documents: number },
): string {
  const key = personKey(person);
  const known = one<{ id: string; merged_into: string | null }>(
    db,
    `SELECT id, merged_into FROM recipients WHERE key = ? AND erased_at IS NULL`,
    key,
  );
  if (known === undefined) {
    const { lastInsertRowid: seq } = sql(
      db,
      `INSERT INTO recipients (id, key, name, company, address, city, state, postcode, country, email, orders, documents, last_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(use.id, key, ...fields(person), use.orders, use.documents, use.now);
    run(db, `INSERT INTO recipients_fts (rowid, text) VALUES (?, ?)`, seq, words(person));
    return use.id;
  }
  const id = known.merged_into ?? known.id;
  run(
    db,
    `UPDATE recipients SET orders = orders + ?, documents = documents + ?, last_at = max(last_at, ?),
       email = CASE WHEN ? = '' THEN email ELSE ? END WHERE id = ?`,
    use.orders,
    use.documents,
    use.now,
    person.email,
    person.email,
    id,
  );
  return id;
}

const alive = 'merged_into IS NULL AND erased_at IS NULL';

/** Latest first, paged by (last_at, seq). */
export function findRecipients(
  db: Db,
  {
    search,
    cursor,
    limit,
  }: { search: string; cursor: { lastAt: number; seq: number } | null; limit: number },
): { items: Recipient[]; next: { lastAt: number; seq: number } | null; total: number } {
  const match = ftsQuery(search);
  const from = cursor ?? { lastAt: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER };
  const rows =
    match === ''
      ? all<Row>(
          db,
          `SELECT * FROM recipients WHERE ${alive} AND (last_at, seq) < (?, ?) ORDER BY last_at DESC, seq DESC LIMIT ?`,
          from.lastAt,
          from.seq,
          limit + 1,
        )
      : all<Row>(
          db,
          `SELECT * FROM recipients WHERE seq IN (SELECT rowid FROM recipients_fts WHERE recipients_fts MATCH ?)
           AND ${alive} AND (last_at, seq) < (?, ?) ORDER BY last_at DESC, seq DESC LIMIT ?`,
          match,
          from.lastAt,
          from.seq,
          limit + 1,
        );
  const total =
    match === ''
      ? one<{ n: number }>(db, `SELECT count(*) AS n FROM recipients WHERE ${alive}`)
      : one<{ n: number }>(
          db,
          `SELECT count(*) AS n FROM recipients WHERE seq IN
             (SELECT rowid FROM recipients_fts WHERE recipients_fts MATCH ?) AND ${alive}`,
          match,
        );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last !== undefined ? { lastAt: last.last_at, seq: last.seq } : null;
  return { items: page.map(fromRow), next, total: total?.n ?? 0 };
}

const byId = (db: Db, id: string): Row | undefined =>
  one<Row>(db, `SELECT * FROM recipients WHERE id = ? AND erased_at IS NULL`, id);

/** Changes a recipient or adds one; an exact double of another is merged into that one. */
export function saveRecipient(
  db: Db,
  { id, now, person }: { id: string; now: number; person: Person },
): Recipient {
  return db.transaction(() => {
    const row = byId(db, id);
    const key = personKey(person);
    const twin = one<{ id: string }>(
      db,
      `SELECT id FROM recipients WHERE key = ? AND erased_at IS NULL AND id <> ?`,
      key,
      id,
    );
    let kept = id;
    if (row === undefined) kept = noteRecipient(db, person, { id, now: 0, orders: 0, documents: 0 });
    else if (twin !== undefined) {
      mergeRecipients(db, { keep: twin.id, remove: [id] });
      kept = twin.id;
    } else {
      run(
        db,
        `UPDATE recipients SET key = ?, name = ?, company = ?, address = ?, city = ?, state = ?, postcode = ?,
           country = ?, email = ? WHERE id = ?`,
        key,
        ...fields(person),
        id,
      );
      run(db, `DELETE FROM recipients_fts WHERE rowid = ?`, row.seq);
      run(db, `INSERT INTO recipients_fts (rowid, text) VALUES (?, ?)`, row.seq, words(person));
    }
    const saved = byId(db, kept);
    if (saved === undefined) throw new Error(`the recipient just saved is gone (${now})`);
    return fromRow(saved);
  })();
}

/** Joins doubles: one timeline, and later uses of the old addresses count for the kept one. */
export function mergeRecipients(
  db: Db,
  { keep, remove }: { keep: string; remove: readonly string[] },
): Recipient | null {
  return db.transaction(() => {
    for (const id of remove) {
      const row = id === keep ? undefined : byId(db, id);
      if (row === undefined) continue;
      run(
        db,
        `UPDATE recipients SET orders = orders + ?, documents = documents + ?, last_at = max(last_at, ?) WHERE id = ?`,
        row.orders,
        row.documents,
        row.last_at,
        keep,
      );
      run(db, `UPDATE recipients SET merged_into = ?, orders = 0, documents = 0 WHERE id = ?`, keep, id);
      run(db, `UPDATE recipients SET merged_into = ? WHERE merged_into = ?`, keep, id);
      run(db, `UPDATE orders SET recipient_id = ? WHERE recipient_id = ?`, keep, id);
      run(db, `UPDATE history_items SET recipient_id = ? WHERE recipient_id = ?`, keep, id);
    }
    const kept = byId(db, keep);
    return kept === undefined ? null : fromRow(kept);
  })();
}
