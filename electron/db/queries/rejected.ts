import { mailingSettingsSchema } from '../../../shared/mailings/mailing.ts';
import type { Db } from '../open.ts';
import { one, run } from '../statements.ts';
import { addCards, type NewCard } from './cards.ts';
import { addEvent } from './events.ts';
import { setDocument, setWish } from './mailingState.ts';
import { mayBePlaced, type DocumentRow, type MailingRow } from './sagas.ts';
import { addDocument, addStep, type NewDocument } from './sendMailing.ts';

/** The saga takes the mailing up again; the caller's transaction. */
function goOn(db: Db, mailingId: string): void {
  run(
    db,
    `UPDATE mailings SET active = 1, aside = 0, status = 'sending', status_detail = '' WHERE id = ?`,
    mailingId,
  );
  setWish(db, mailingId, 'sending', null);
}

/** A rejected document is replaced by a card; the others stay as they are and the saga goes on. */
export function replaceRejected(
  db: Db,
  { id, document, now }: { id: string; document: NewDocument; now: number },
): boolean {
  return db.transaction(() => {
    const old = one<DocumentRow>(db, `SELECT * FROM documents WHERE id = ?`, id);
    const mailing = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, old?.mailing_id);
    if (old === undefined || mailing === undefined || old.step !== 'rejected') return false;
    if (mailing.cancel_wanted === 1 || mayBePlaced(db, mailing)) return false;
    const last = one<{ n: number }>(
      db,
      `SELECT max(position) AS n FROM documents WHERE mailing_id = ?`,
      mailing.id,
    );
    const wish = one<{ mode: 'live' | 'test' }>(
      db,
      `SELECT mode FROM outbox WHERE item_id = ? AND kind = 'mailing'`,
      mailing.id,
    );
    const added = addDocument(
      db,
      {
        mailingId: mailing.id,
        accountId: mailing.account_id,
        service: mailing.service,
        mode: wish?.mode ?? 'live',
        settings: mailingSettingsSchema.parse(JSON.parse(mailing.settings)),
        now,
      },
      document,
      (last?.n ?? 0) + 1,
    );
    run(db, `UPDATE documents SET left_out = 1 WHERE id = ?`, id);
    run(db, `UPDATE history_items SET bad = 0 WHERE item_id = ?`, id);
    addEvent(db, { itemId: id, at: now, source: 'you', kind: 'replaced', detail: added });
    if (old.number !== '') addStep(db, { mailingId: mailing.id, itemId: id, kind: 'deleteDocument', now });
    goOn(db, mailing.id);
    return true;
  })();
}

/** A rejected document stays out and the rest goes. False: it is too late, or nothing would be left. */
export function leaveOutRejected(db: Db, { id, now }: { id: string; now: number }): boolean {
  return db.transaction(() => {
    const old = one<DocumentRow>(db, `SELECT * FROM documents WHERE id = ?`, id);
    const mailing = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, old?.mailing_id);
    if (old === undefined || mailing === undefined || old.step !== 'rejected' || old.left_out === 1)
      return false;
    if (mailing.cancel_wanted === 1 || mayBePlaced(db, mailing)) return false;
    const rest = one(
      db,
      `SELECT 1 FROM documents WHERE mailing_id = ? AND left_out = 0 AND id <> ? LIMIT 1`,
      mailing.id,
      id,
    );
    if (rest === undefined) return false;
    run(db, `UPDATE documents SET left_out = 1 WHERE id = ?`, id);
    setDocument(db, id, { status: 'cancelled', step: 'cancelled', now });
    run(db, `UPDATE history_items SET bad = 0 WHERE item_id = ?`, id);
    addEvent(db, { itemId: id, at: now, source: 'you', kind: 'undone', status: 'cancelled' });
    if (old.number !== '') addStep(db, { mailingId: mailing.id, itemId: id, kind: 'deleteDocument', now });
    goOn(db, mailing.id);
    return true;
  })();
}

/** The saga deletes what is left at the service; one whose order was refused there is over. The caller's transaction. */
function closeForGood(db: Db, { id, order_number: number, aside }: MailingRow): void {
  // A person has looked where Postroom can ask no more, and says that the order in doubt is not to be waited for.
  if (aside === 1)
    run(
      db,
      `UPDATE mailing_steps SET state = 'cancelled' WHERE mailing_id = ? AND kind = 'order' AND state = 'unconfirmed'`,
      id,
    );
  if (number === '') run(db, `UPDATE mailings SET cancel_wanted = 1, active = 1 WHERE id = ?`, id);
  else run(db, `UPDATE mailings SET status = 'cancelled' WHERE id = ?`, id);
  run(db, `UPDATE history_items SET bad = 0 WHERE batch_id = ? AND kind = 'document'`, id);
}

/** A refused mailing was put away: nothing of it is to be sent any more. The caller's transaction. */
export function dismissMailing(db: Db, id: string): void {
  const row = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, id);
  if (row?.status === 'refused') closeForGood(db, row);
}

/**
 * A refused mailing's documents are cards again, and the mailing is closed for good: what is left of it at the service
 * is deleted by the saga. False: it is not refused (any more).
 */
export function reopenMailing(
  db: Db,
  { id, cards, now }: { id: string; cards: readonly NewCard[]; now: number },
): boolean {
  return db.transaction(() => {
    const row = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, id);
    if (row === undefined || row.status !== 'refused') return false;
    if (row.cancel_wanted === 1 && row.aside === 0) return false;
    if (row.order_number !== '' && row.service_status !== 'rejected') return false;
    addCards(db, { cards });
    closeForGood(db, row);
    run(db, `UPDATE outbox SET closed_at = ? WHERE item_id = ? AND state = 'refused'`, now, id);
    addEvent(db, { itemId: id, at: now, source: 'you', kind: 'replaced' });
    return true;
  })();
}
