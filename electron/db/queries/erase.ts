import { withMerged } from './recipientList.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { waitsForTheUser } from './cards.ts';
import { reindex } from './historyItems.ts';

/**
 * Blanks a person everywhere: recipient (and those merged into it), orders, letters, the bodies of finished wishes, raw
 * answers, History and its search words. Dates, products, countries and amounts stay for bookkeeping.
 * What is still on its way out is left until it has an outcome.
 */
export function eraseRecipient(db: Db, { id, now }: { id: string; now: number }): { erased: boolean } {
  return db.transaction(() => {
    const busy = one(
      db,
      `SELECT 1 FROM orders o JOIN outbox b ON b.item_id = o.id WHERE o.recipient_id = ? AND b.active = 1
       UNION ALL SELECT 1 FROM history_items h JOIN documents d ON d.id = h.item_id
         JOIN mailings m ON m.id = d.mailing_id WHERE h.recipient_id = ? AND m.active = 1`,
      id,
      id,
    );
    if (busy !== undefined) return { erased: false };
    const people = withMerged(db, id);
    for (const person of people) {
      run(db, `DELETE FROM recipients_fts WHERE rowid = ?`, person.seq);
      run(
        db,
        `UPDATE recipients SET key = '', name = '', company = '', address = '', city = '', state = '', postcode = '',
           email = '', erased_at = ? WHERE id = ?`,
        now,
        person.id,
      );
    }
    eraseOrders(db, idsOf(all<{ id: string }>(db, `SELECT id FROM orders WHERE recipient_id = ?`, id)));
    const letters = `SELECT item_id AS id FROM history_items WHERE recipient_id = ? AND kind = 'document'`;
    eraseDocuments(db, idsOf(all<{ id: string }>(db, letters, id)));
    run(db, `UPDATE history_items SET recipient = '', city = '' WHERE recipient_id = ?`, id);
    forgetWords(db);
    return { erased: true };
  })();
}

/** Blanks the personal data of orders that have an outcome. */
function eraseOrders(db: Db, orderIds: readonly string[]): void {
  for (const orderId of orderIds) {
    run(
      db,
      `UPDATE orders SET name = '', company = '', address = '', city = '', state = '', postcode = '', email = '',
         special_text = '' WHERE id = ?`,
      orderId,
    );
    run(db, `UPDATE outbox SET body = '' WHERE item_id = ? AND active = 0`, orderId);
    run(
      db,
      `UPDATE events SET raw = '', detail = CASE WHEN kind = 'refused' THEN '' ELSE detail END WHERE item_id = ?`,
      orderId,
    );
    run(db, `UPDATE history_items SET recipient = '', city = '' WHERE item_id = ?`, orderId);
    reindex(db, orderId);
  }
}

/** Blanks the addresses of letters and e-mails. The archived PDF goes when its own time is over. */
function eraseDocuments(db: Db, ids: readonly string[]): void {
  for (const id of ids) {
    run(
      db,
      `UPDATE documents SET status_detail = CASE WHEN instr(status_detail, '@') > 0 THEN '' ELSE status_detail END,
         settings = json_set(settings, '$.addressLines', json('[]'), '$.to', json('[]'),
         '$.cc', json('[]'), '$.bcc', json('[]'), '$.values', json('[]')) WHERE id = ?`,
      id,
    );
    // What preflight measured holds the text of the page.
    run(
      db,
      `UPDATE cards SET address_read = NULL, facts = NULL, findings = '[]', settings = json_set(settings, '$.addressLines', json('[]'),
         '$.to', json('[]'), '$.cc', json('[]'), '$.bcc', json('[]'), '$.values', json('[]'))
       WHERE id = (SELECT card_id FROM documents WHERE id = ?) AND mailing_id IS NOT NULL`,
      id,
    );
    // A service's words about an e-mail may repeat its address.
    run(
      db,
      `UPDATE events SET raw = '', detail = CASE WHEN instr(detail, '@') > 0 THEN '' ELSE detail END WHERE item_id = ?`,
      id,
    );
    run(db, `UPDATE history_items SET recipient = '', city = '' WHERE item_id = ?`, id);
    reindex(db, id);
  }
}

/** How many orders, and how many letters, one call blanks, so that the worker is soon free again. */
const portion = 300;

/** A letter, `h` and `d`, that still names somebody. */
const namesSomebody = `(h.recipient <> '' OR json_array_length(d.settings, '$.addressLines') > 0
  OR json_array_length(d.settings, '$.to') > 0)`;

/**
 * Blanks the personal data of orders and letters accepted before `before` that have an outcome and are no longer asked
 * about, and then of people nothing was sent to since who have nothing left to follow. Answers how many; call again
 * while it is not 0.
 */
export function eraseOld(db: Db, { before, now }: { before: number; now: number }): { items: number } {
  return db.transaction(() => {
    const orders = all<{ id: string }>(
      db,
      `SELECT o.id FROM history_items h JOIN orders o ON o.id = h.item_id
       WHERE h.at < ? AND h.kind = 'order' AND o.name <> '' AND o.next_check_at IS NULL
         AND o.status NOT IN ('waiting', 'sending', 'unconfirmed') LIMIT ?`,
      before,
      portion,
    );
    eraseOrders(db, idsOf(orders));
    const documents = all<{ id: string }>(
      db,
      `SELECT d.id FROM history_items h JOIN documents d ON d.id = h.item_id JOIN mailings m ON m.id = d.mailing_id
       WHERE h.at < ? AND h.kind = 'document' AND m.active = 0 AND m.followed = 0
         AND NOT ${waitsForTheUser}
         AND ${namesSomebody} LIMIT ?`,
      before,
      portion,
    );
    eraseDocuments(db, idsOf(documents));
    const people = all<{ id: string }>(
      db,
      `SELECT id FROM recipients r WHERE merged_into IS NULL AND erased_at IS NULL AND last_at > 0 AND last_at < ?
         AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.recipient_id = r.id AND o.name <> '')
         AND NOT EXISTS (SELECT 1 FROM history_items h JOIN documents d ON d.id = h.item_id
           WHERE h.recipient_id = r.id AND ${namesSomebody}) LIMIT ?`,
      before,
      portion,
    );
    for (const { id } of people) eraseRecipient(db, { id, now });
    const items = orders.length + documents.length;
    if (items > 0) forgetWords(db);
    return { items };
  })();
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Deleted words stay in the search index until its parts are merged: merge them now. */
function forgetWords(db: Db): void {
  run(db, `INSERT INTO history_fts (history_fts) VALUES ('optimize')`);
  run(db, `INSERT INTO recipients_fts (recipients_fts) VALUES ('optimize')`);
}
