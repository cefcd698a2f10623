import type { Person, Recipient, RecipientSort } from '../../../shared/contract/recipients.ts';
import { fold } from '../../../shared/lib/fold.ts';
import type { Db } from '../open.ts';
import { all, one, run, sql } from '../statements.ts';
import { ftsQuery } from './ftsQuery.ts';

export interface RecipientRow extends Person {
  seq: number;
  id: string;
  key: string;
  orders: number;
  documents: number;
  last_at: number;
  changed_at: number;
  merged_into: string | null;
}

export const fromRow = (row: RecipientRow): Recipient => ({
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

/**
 * What makes two addresses the same person: name, place and street, folded. The name comes first and a tab, which is
 * in no folded text and sorts before every letter, ends it: the list is sorted and doubles are found by this key.
 */
function personKey(person: Person): string {
  return [person.name, person.company, person.address, person.postcode, person.city, person.country]
    .map(fold)
    .join('\t');
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

/**
 * Finds or adds the person, following merges; counts the use. Answers the recipient's id: `use.id` when new.
 * Without an order or a document in `use` the person is only put on the list.
 */
export function noteRecipient(
  db: Db,
  person: Person,
  use: { id: string; now: number; orders: number; documents: number },
): string {
  const key = personKey(person);
  const lastAt = use.orders + use.documents > 0 ? use.now : 0;
  const known = one<{ id: string; merged_into: string | null }>(
    db,
    `SELECT id, merged_into FROM recipients WHERE key = ? AND erased_at IS NULL`,
    key,
  );
  if (known === undefined) {
    const { lastInsertRowid: seq } = sql(
      db,
      `INSERT INTO recipients (id, key, name, company, address, city, state, postcode, country, email, orders, documents, last_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(use.id, key, ...fields(person), use.orders, use.documents, lastAt, use.now);
    run(db, `INSERT INTO recipients_fts (rowid, text) VALUES (?, ?)`, seq, words(person));
    return use.id;
  }
  const id = known.merged_into ?? known.id;
  run(
    db,
    `UPDATE recipients SET orders = orders + ?, documents = documents + ?, last_at = max(last_at, ?),
       changed_at = max(changed_at, ?), email = CASE WHEN ? = '' THEN email ELSE ? END WHERE id = ?`,
    use.orders,
    use.documents,
    lastAt,
    use.now,
    person.email,
    person.email,
    id,
  );
  return id;
}

export const alive = 'merged_into IS NULL AND erased_at IS NULL';

export interface PeopleCursor {
  /** `changed_at` or `key` of the last one shown. */
  value: string | number;
  seq: number;
}

/** A page of the list, in the wanted order. */
export function findRecipients(
  db: Db,
  {
    search,
    sort,
    cursor,
    limit,
  }: { search: string; sort: RecipientSort; cursor: PeopleCursor | null; limit: number },
): { items: Recipient[]; next: PeopleCursor | null; total: number } {
  const match = ftsQuery(search);
  const found =
    match === ''
      ? alive
      : `seq IN (SELECT rowid FROM recipients_fts WHERE recipients_fts MATCH ?) AND ${alive}`;
  const words = match === '' ? [] : [match];
  const [first, order] =
    sort === 'latest'
      ? [
          { value: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER },
          `(changed_at, seq) < (?, ?) ORDER BY changed_at DESC, seq DESC`,
        ]
      : [{ value: '', seq: 0 }, `(key, seq) > (?, ?) ORDER BY key, seq`];
  const from = cursor ?? first;
  const rows = all<RecipientRow>(
    db,
    `SELECT * FROM recipients WHERE ${found} AND ${order} LIMIT ?`,
    ...words,
    from.value,
    from.seq,
    limit + 1,
  );
  const total = one<{ n: number }>(db, `SELECT count(*) AS n FROM recipients WHERE ${found}`, ...words);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? { value: sort === 'latest' ? last.changed_at : last.key, seq: last.seq }
      : null;
  return { items: page.map(fromRow), next, total: total?.n ?? 0 };
}

/** The recipient, or the one it was merged into. */
export function getRecipient(db: Db, { id }: { id: string }): Recipient | null {
  const row = byId(db, id);
  const kept = row?.merged_into == null ? row : byId(db, row.merged_into);
  return kept === undefined ? null : fromRow(kept);
}

const byId = (db: Db, id: string): RecipientRow | undefined =>
  one<RecipientRow>(db, `SELECT * FROM recipients WHERE id = ? AND erased_at IS NULL`, id);

/** Changes a recipient or adds one; an exact double of another is merged into that one. */
export function saveRecipient(
  db: Db,
  { id, now, person }: { id: string; now: number; person: Person },
): Recipient {
  return db.transaction(() => {
    const row = byId(db, id);
    const key = personKey(person);
    const twin = one<{ id: string; seq: number; merged_into: string | null }>(
      db,
      `SELECT id, seq, merged_into FROM recipients WHERE key = ? AND erased_at IS NULL AND id <> ?`,
      key,
      id,
    );
    let kept = id;
    if (row === undefined) kept = noteRecipient(db, person, { id, now, orders: 0, documents: 0 });
    else if (twin !== undefined && twin.merged_into !== id) {
      kept = twin.merged_into ?? twin.id;
      mergeRecipients(db, { keep: kept, remove: [id] });
    } else {
      // An older form of this very person: it becomes the present one.
      if (twin !== undefined) {
        run(db, `DELETE FROM recipients_fts WHERE rowid = ?`, twin.seq);
        run(db, `DELETE FROM recipients WHERE seq = ?`, twin.seq);
      }
      run(
        db,
        `UPDATE recipients SET key = ?, name = ?, company = ?, address = ?, city = ?, state = ?, postcode = ?,
           country = ?, email = ?, changed_at = max(changed_at, ?) WHERE id = ?`,
        key,
        ...fields(person),
        now,
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
        `UPDATE recipients SET orders = orders + ?, documents = documents + ?, last_at = max(last_at, ?),
           email = CASE WHEN email = '' THEN ? ELSE email END WHERE id = ?`,
        row.orders,
        row.documents,
        row.last_at,
        row.email,
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
