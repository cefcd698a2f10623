import type { Person, Recipient } from '../../../shared/contract/recipients.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { newId } from '../../../shared/lib/newId.ts';
import { documentSettingsSchema } from '../../../shared/mailings/mailing.ts';
import { personOf } from '../../../shared/mailings/personOf.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { alive, fromRow, noteRecipient, type RecipientRow } from './recipients.ts';

const nameOfKey = `substr(key, 1, instr(key, char(9)) - 1)`;
const mostGroups = 100;

const bare = (text: string): string => fold(text).replaceAll(/[\s-]/g, '');
const samePlace = (a: RecipientRow, b: RecipientRow): boolean =>
  (bare(a.postcode) !== '' && bare(a.postcode) === bare(b.postcode)) ||
  (fold(a.city) !== '' && fold(a.city) === fold(b.city)) ||
  (a.email !== '' && fold(a.email) === fold(b.email));

/** Groups of people who are probably one, the one last written to first in each. */
export function doubleRecipients(db: Db): Recipient[][] {
  const byName = all<{ near: string }>(
    db,
    `SELECT ${nameOfKey} AS near FROM recipients WHERE ${alive}
     GROUP BY ${nameOfKey} HAVING count(*) > 1 LIMIT ?`,
    mostGroups * 3,
  )
    .filter(({ near }) => near !== '')
    .flatMap(({ near }) =>
      clusters(
        all<RecipientRow>(
          db,
          `SELECT * FROM recipients WHERE ${alive} AND ${nameOfKey} = ? ORDER BY last_at DESC, seq LIMIT 50`,
          near,
        ),
      ),
    );
  const byMail = all<{ mail: string }>(
    db,
    `SELECT lower(email) AS mail FROM recipients WHERE ${alive} AND email <> ''
     GROUP BY lower(email) HAVING count(*) > 1 LIMIT ?`,
    mostGroups,
  ).map(({ mail }) =>
    all<RecipientRow>(
      db,
      `SELECT * FROM recipients WHERE ${alive} AND email <> '' AND lower(email) = ? ORDER BY last_at DESC, seq LIMIT 50`,
      mail,
    ),
  );
  const seen = new Set<string>();
  const groups: Recipient[][] = [];
  for (const group of [...byName, ...byMail]) {
    if (group.some(({ id }) => seen.has(id))) continue;
    for (const { id } of group) seen.add(id);
    groups.push(group.map(fromRow));
  }
  return groups.slice(0, mostGroups);
}

/** Those of one name who also share a place or an address, each with all that fit its first. */
function clusters(rows: RecipientRow[]): RecipientRow[][] {
  const found: RecipientRow[][] = [];
  let left = rows;
  while (left.length > 1) {
    const [first, ...others] = left;
    if (first === undefined) break;
    const same = others.filter((other) => samePlace(first, other));
    if (same.length > 0) found.push([first, ...same]);
    left = others.filter((other) => !same.includes(other));
  }
  return found;
}

/** Somebody on the list and all who were merged into them. */
export const withMerged = (db: Db, id: string): { id: string; seq: number }[] =>
  all(
    db,
    `SELECT id, seq FROM recipients WHERE id = ? UNION ALL SELECT id, seq FROM recipients WHERE merged_into = ?`,
    id,
    id,
  );

/** Takes people off the list, with those merged into them. What was sent to them stays in History. */
export function removeRecipients(db: Db, { ids }: { ids: readonly string[] }): void {
  db.transaction(() => {
    for (const id of ids) {
      const rows = withMerged(db, id);
      for (const row of rows) {
        run(db, `DELETE FROM recipients_fts WHERE rowid = ?`, row.seq);
        run(db, `DELETE FROM recipients WHERE seq = ?`, row.seq);
      }
      run(db, `UPDATE orders SET recipient_id = NULL WHERE recipient_id = ?`, id);
      run(db, `UPDATE history_items SET recipient_id = NULL WHERE recipient_id = ?`, id);
    }
  })();
}

/** Puts many on the list; who is on it already is only given an e-mail address. */
export function importRecipients(
  db: Db,
  { people, now }: { people: readonly Person[]; now: number },
): { added: number; known: number } {
  return db.transaction(() => {
    let added = 0;
    for (const person of people) {
      const id = newId(now);
      if (noteRecipient(db, person, { id, now, orders: 0, documents: 0 }) === id) added += 1;
    }
    return { added, known: people.length - added };
  })();
}

interface Sent {
  seq: number;
  item_id: string;
  kind: 'order' | 'document';
  at: number;
  settings: string | null;
}

/** How many lines of History one call looks at, so that the worker is soon free again. */
const portion = 1_000;

/**
 * Puts the people of History who are on no list on it, with what was sent to them: a part of History from `after` on.
 * `next` is where to go on, null at the end. Undone orders and erased people are left alone.
 */
export function recipientsFromHistory(
  db: Db,
  { after, now }: { after: number; now: number },
): { added: number; next: number | null } {
  return db.transaction(() => {
    const rows = all<Sent>(
      db,
      `SELECT h.seq, h.item_id, h.kind, h.at, d.settings FROM history_items h
       LEFT JOIN documents d ON d.id = h.item_id AND h.kind = 'document'
       WHERE h.seq > ? AND h.seq <= ? AND h.recipient_id IS NULL AND h.recipient <> '' ORDER BY h.seq`,
      after,
      after + portion,
    );
    let added = 0;
    for (const row of rows) {
      const person = row.kind === 'order' ? personOfOrder(db, row.item_id) : personOfDocument(row.settings);
      if (person === null || (person.name === '' && person.company === '')) continue;
      const id = newId(now);
      const uses = row.kind === 'order' ? { orders: 1, documents: 0 } : { orders: 0, documents: 1 };
      const kept = noteRecipient(db, person, { id, now: row.at, ...uses });
      if (kept === id) added += 1;
      run(db, `UPDATE history_items SET recipient_id = ? WHERE item_id = ?`, kept, row.item_id);
      if (row.kind === 'order') run(db, `UPDATE orders SET recipient_id = ? WHERE id = ?`, kept, row.item_id);
    }
    const end = one<{ seq: number | null }>(db, `SELECT max(seq) AS seq FROM history_items`)?.seq ?? 0;
    return { added, next: after + portion < end ? after + portion : null };
  })();
}

const personOfOrder = (db: Db, id: string): Person | null =>
  one<Person>(
    db,
    `SELECT name, company, address, city, state, postcode, country, email FROM orders WHERE id = ?`,
    id,
  ) ?? null;

function personOfDocument(settings: string | null): Person | null {
  if (settings === null) return null;
  const read = documentSettingsSchema.safeParse(JSON.parse(settings));
  return read.success ? personOf(read.data) : null;
}
