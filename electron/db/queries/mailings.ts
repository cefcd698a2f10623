import type { Mailing, SentDocument } from '../../../shared/contract/mailings.ts';
import type { TimelineEvent } from '../../../shared/contract/orders.ts';
import { documentSettingsSchema, mailingSettingsSchema } from '../../../shared/mailings/mailing.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { addEvent, timeline } from './events.ts';
import { setDocument } from './mailingState.ts';
import { mayBePlaced, type DocumentRow, type MailingRow } from './sagas.ts';
import { addStep } from './sendMailing.ts';

const toDocument = (row: DocumentRow): SentDocument => ({
  id: row.id,
  mailingId: row.mailing_id,
  accountId: row.account_id,
  fileName: row.file_name,
  sha256: row.sha256,
  bytes: row.bytes,
  pages: row.pages,
  settings: documentSettingsSchema.parse(JSON.parse(row.settings)),
  status: row.status as SentDocument['status'],
  serviceStatus: row.service_status,
  statusDetail: row.status_detail,
  number: row.number,
  trackingId: row.tracking_id,
  leftOut: row.left_out === 1,
  uploaded: row.number === '' ? 0 : 1,
  step: row.step as SentDocument['step'],
});

/** A mailing as kept; whether it went elsewhere is for those to say who know where its account's client talks to. */
export type StoredMailing = Omit<Mailing, 'elsewhere'> & {
  /** The place it went to, '' while nothing of it has left. */
  sentTo: string;
};

function toMailing(db: Db, row: MailingRow): StoredMailing {
  const wish = one<{ due_at: number; state: string }>(
    db,
    `SELECT due_at, state FROM outbox WHERE item_id = ? AND kind = 'mailing'`,
    row.id,
  );
  return {
    id: row.id,
    accountId: row.account_id,
    settings: mailingSettingsSchema.parse(JSON.parse(row.settings)),
    status: row.status as Mailing['status'],
    serviceStatus: row.service_status,
    statusDetail: row.status_detail,
    orderNumber: row.order_number,
    sentTo: row.sent_to,
    acceptedAt: row.accepted_at,
    dueAt: wish?.state === 'waiting' ? wish.due_at : null,
    documents: all<DocumentRow>(
      db,
      `SELECT * FROM documents WHERE mailing_id = ? ORDER BY position`,
      row.id,
    ).map(toDocument),
  };
}

/** Mailings on their way: the saga has work, a person has to act, or refresh follows them and they are young. */
export function openMailings(db: Db, { since }: { since: number }): StoredMailing[] {
  return all<MailingRow>(
    db,
    `SELECT * FROM mailings WHERE active = 1 OR (status = 'refused' AND active = 0) OR accepted_at >= ?
     ORDER BY accepted_at DESC LIMIT 200`,
    since,
  ).map((row) => toMailing(db, row));
}

export interface MailingWithTimeline {
  mailing: StoredMailing;
  timeline: TimelineEvent[];
}

/** A mailing with its documents and timeline; null when there is none. */
export function getMailing(db: Db, { id }: { id: string }): MailingWithTimeline | null {
  const row = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, id);
  return row === undefined ? null : { mailing: toMailing(db, row), timeline: timeline(db, id) };
}

/** A document with its mailing and timeline. */
export function getDocument(
  db: Db,
  { id }: { id: string },
): { document: SentDocument; mailing: StoredMailing; timeline: TimelineEvent[] } | null {
  const row = one<DocumentRow>(db, `SELECT * FROM documents WHERE id = ?`, id);
  if (row === undefined) return null;
  const mailing = getMailing(db, { id: row.mailing_id });
  if (mailing === null) return null;
  return { document: toDocument(row), mailing: mailing.mailing, timeline: timeline(db, id) };
}

/** Our document for a number an account's service gave, or null: another account's may have the same. */
export function documentByNumber(
  db: Db,
  { accountId, number }: { accountId: string; number: string },
): string | null {
  const found = one<{ id: string }>(
    db,
    `SELECT id FROM documents WHERE number = ? AND number <> '' AND account_id = ?`,
    number,
    accountId,
  );
  return found?.id ?? null;
}

/**
 * The user wants the mailing back. Nothing left yet: gone at once, cards on the desk again. Otherwise the saga takes
 * everything back; `false` when it is too late (the order runs and is not scheduled).
 */
export function cancelMailing(db: Db, { id, now }: { id: string; now: number }): boolean {
  return db.transaction(() => {
    const row = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, id);
    if (row === undefined || row.status === 'cancelled') return false;
    if (row.order_number !== '' && row.service_status !== 'scheduled') return false;
    addEvent(db, { itemId: id, at: now, source: 'you', kind: 'undone', detail: 'cancel' });
    run(db, `UPDATE mailings SET cancel_wanted = 1, active = 1 WHERE id = ?`, id);
    return true;
  })();
}

/** Taken back within the undo time: nothing has left, the cards are on the desk again. The caller's transaction. */
export function undoMailing(db: Db, id: string, now: number): void {
  run(db, `UPDATE mailings SET status = 'cancelled', active = 0 WHERE id = ?`, id);
  run(
    db,
    `UPDATE mailing_steps SET state = 'cancelled', settled_at = ? WHERE mailing_id = ? AND state = 'waiting'`,
    now,
    id,
  );
  run(db, `UPDATE cards SET mailing_id = NULL WHERE mailing_id = ?`, id);
  for (const document of all<{ id: string }>(db, `SELECT id FROM documents WHERE mailing_id = ?`, id)) {
    setDocument(db, document.id, { status: 'cancelled', step: 'cancelled', now });
    addEvent(db, { itemId: document.id, at: now, source: 'you', kind: 'undone', status: 'cancelled' });
  }
}

/** Another day for a mailing not placed yet, or for a scheduled order. False: it is too late, or nobody knows yet. */
export function rescheduleMailing(
  db: Db,
  { id, sendOn, now }: { id: string; sendOn: string; now: number },
): boolean {
  return db.transaction(() => {
    const row = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, id);
    if (row === undefined || row.status === 'cancelled') return false;
    if (!mayBePlaced(db, row)) {
      run(db, `UPDATE mailings SET settings = json_set(settings, '$.sendOn', ?) WHERE id = ?`, sendOn, id);
      addEvent(db, { itemId: id, at: now, source: 'you', kind: 'rescheduled', detail: sendOn });
      return true;
    }
    if (row.service_status !== 'scheduled') return false;
    // One that has not left takes the newer day; beside one that has, there is no second.
    const waits = `item_id = ? AND kind = 'reschedule' AND state = 'waiting'`;
    if (run(db, `UPDATE mailing_steps SET argument = ? WHERE ${waits}`, sendOn, id) === 0)
      if (!addStep(db, { mailingId: id, itemId: id, kind: 'reschedule', now, argument: sendOn }))
        return false;
    run(db, `UPDATE mailings SET active = 1 WHERE id = ?`, id);
    return true;
  })();
}

/** Deletes one document at the service: only while no order links it. */
export function deleteDocument(db: Db, { id, now }: { id: string; now: number }): boolean {
  return db.transaction(() => {
    const row = one<DocumentRow>(db, `SELECT * FROM documents WHERE id = ?`, id);
    const mailing = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, row?.mailing_id);
    if (row === undefined || mailing === undefined || row.number === '' || mayBePlaced(db, mailing))
      return false;
    run(db, `UPDATE documents SET left_out = 1 WHERE id = ?`, id);
    addStep(db, { mailingId: row.mailing_id, itemId: id, kind: 'deleteDocument', now });
    run(db, `UPDATE mailings SET active = 1 WHERE id = ?`, row.mailing_id);
    return true;
  })();
}
