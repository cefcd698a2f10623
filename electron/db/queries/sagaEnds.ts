import type { SagaEnd } from '../../../shared/mailings/saga.ts';
import { changedAccountCode } from '../../../shared/orders/refusals.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { addEvent } from './events.ts';
import { setDocument, setWish } from './mailingState.ts';

/**
 * The mailing's account talks to another place now: it waits until the account is put back, or a person closes it. An
 * order that is placed goes its way; only what was to be changed about it waits.
 */
export function setAside(db: Db, { id, now }: { id: string; now: number }): void {
  db.transaction(() => {
    run(
      db,
      `UPDATE mailings SET aside = 1, status = CASE WHEN order_number = '' THEN 'refused' ELSE status END WHERE id = ?`,
      id,
    );
    run(
      db,
      `UPDATE outbox SET state = 'refused', ready_at = NULL, settled_at = ?, trouble_code = ?, trouble_detail = ''
       WHERE item_id = ? AND kind = 'mailing' AND state IN ('waiting', 'sending', 'unconfirmed')`,
      now,
      changedAccountCode,
      id,
    );
    addEvent(db, { itemId: id, at: now, source: 'postroom', kind: 'not-sent', detail: changedAccountCode });
  })();
}

/** Its account is as it was: the saga goes on where it stopped. */
export function takeUp(db: Db, { id }: { id: string }): void {
  db.transaction(() => {
    run(
      db,
      `UPDATE mailings SET aside = 0, status = CASE WHEN order_number = '' THEN 'sending' ELSE status END WHERE id = ?`,
      id,
    );
    run(
      db,
      `UPDATE outbox SET state = 'sending', settled_at = NULL, trouble_code = '' WHERE item_id = ? AND kind = 'mailing'
       AND state = 'refused' AND closed_at IS NULL AND trouble_code = ?`,
      id,
      changedAccountCode,
    );
  })();
}

/** The saga has nothing more to do: the order is placed, everything is taken back, or a person has to act. */
export function endSaga(
  db: Db,
  { id, as, now, cancelWanted }: { id: string; as: SagaEnd; now: number; cancelWanted: boolean },
): void {
  db.transaction(() => {
    if (as === 'abandoned')
      run(
        db,
        `UPDATE mailing_steps SET state = 'cancelled', settled_at = ? WHERE mailing_id = ? AND kind <> 'order'
           AND state IN ('waiting', 'unconfirmed')`,
        now,
        id,
      );
    // Decided on what was read before: a wish of the user that came in between goes first.
    const changed = one(
      db,
      `SELECT 1 FROM mailings m WHERE id = ? AND (cancel_wanted <> ? OR EXISTS (SELECT 1 FROM mailing_steps s
         WHERE s.mailing_id = m.id AND s.kind <> 'order' AND s.state IN ('waiting', 'sending', 'unconfirmed')))`,
      id,
      cancelWanted ? 1 : 0,
    );
    if (changed !== undefined) return;
    run(db, `UPDATE mailings SET active = 0 WHERE id = ?`, id);
    if (as === 'placed') {
      run(db, `UPDATE mailings SET cancel_wanted = 0 WHERE id = ?`, id);
      setWish(db, id, 'accepted', now);
    }
    if (as === 'held') {
      run(db, `UPDATE mailings SET status = 'refused' WHERE id = ?`, id);
      setWish(db, id, 'refused', now);
      run(
        db,
        `UPDATE outbox SET trouble_detail = coalesce((SELECT group_concat(file_name || ': ' || status_detail, ' · ')
           FROM documents WHERE mailing_id = ? AND step = 'rejected' AND left_out = 0), trouble_detail)
         WHERE item_id = ? AND kind = 'mailing'`,
        id,
        id,
      );
    }
    if (as !== 'cancelled' && as !== 'abandoned') return;
    run(db, `UPDATE mailings SET status = 'cancelled', followed = 0 WHERE id = ?`, id);
    for (const document of all<{ id: string }>(
      db,
      `SELECT id FROM documents WHERE mailing_id = ? AND status <> 'cancelled'`,
      id,
    )) {
      setDocument(db, document.id, { status: 'cancelled', step: 'cancelled', now });
    }
    const kind = as === 'abandoned' ? 'undone' : 'deleted';
    addEvent(db, { itemId: id, at: now, source: 'postroom', kind, status: 'cancelled' });
    setWish(db, id, 'cancelled', now);
  })();
}
