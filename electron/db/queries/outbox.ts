import { all, one, run } from '../statements.ts';
import type { Db } from '../open.ts';
import { addEvent } from './events.ts';
import { dismissMailing } from './rejected.ts';
import { distrustSteps } from './sagas.ts';
import { setHistoryStatus } from './historyItems.ts';
import {
  applyHappening,
  type Happening,
  type DoubtedWish,
  type OutboxRow,
  type Wish,
  wishFromRow,
} from './outboxSettle.ts';

/** The place an account's orders go to, as a text to be compared: address and login. */
const placeOf = `(SELECT concat_ws(' ', json_extract(settings, '$.orderAddress'), json_extract(settings, '$.loginEmail'))
  FROM accounts WHERE accounts.id = outbox.account_id)`;

/** Takes up to `limit` due wishes of an account for sending, on disk before the answer. */
export function claimWishes(
  db: Db,
  { accountId, now, limit }: { accountId: string; now: number; limit: number },
): Wish[] {
  if (limit <= 0) return [];
  return db.transaction(() => claimInside(db, { accountId, now, limit }))();
}

function claimInside(
  db: Db,
  { accountId, now, limit }: { accountId: string; now: number; limit: number },
): Wish[] {
  const rows = all<OutboxRow>(
    db,
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1, trouble_code = '', trouble_detail = '', sent_to = ${placeOf}
     WHERE state = 'waiting' AND seq IN (SELECT seq FROM outbox
       WHERE active = 1 AND kind = 'order' AND account_id = ? AND state = 'waiting' AND ready_at <= ? ORDER BY ready_at, seq LIMIT ?)
     RETURNING *`,
    accountId,
    now,
    limit,
  );
  for (const row of rows) {
    run(db, `INSERT INTO attempts (outbox_id, started_at) VALUES (?, ?)`, row.id, now);
    if (row.kind !== 'order') continue;
    run(db, `UPDATE orders SET status = 'sending' WHERE id = ?`, row.item_id);
    addEvent(db, { itemId: row.item_id, at: now, source: 'postroom', kind: 'sending', status: 'sending' });
    setHistoryStatus(db, { itemId: row.item_id, status: 'sending', now });
  }
  return rows.map(wishFromRow);
}

/** Writes outcomes and, in the same commit, takes the next wishes: one sync of the disk instead of two. */
export function settleWishes(
  db: Db,
  args: { happenings: readonly Happening[]; next: { accountId: string; now: number; limit: number } | null },
): { applied: boolean[]; claimed: Wish[] } {
  return db.transaction(() => ({
    applied: args.happenings.map((happening) => applyHappening(db, happening) !== null),
    claimed: args.next === null || args.next.limit <= 0 ? [] : claimInside(db, args.next),
  }))();
}

/** At start nothing is under way any more: what was claimed has an unknown outcome. */
export function interruptClaims(db: Db, { now, readyAt }: { now: number; readyAt: number }): number {
  return db.transaction(() => {
    const rows = all<{ id: string }>(
      db,
      `SELECT id FROM outbox INDEXED BY outbox_ready WHERE active = 1 AND kind = 'order' AND state = 'sending'`,
    );
    for (const row of rows)
      applyHappening(db, { id: row.id, event: { kind: 'interrupted' }, at: now, readyAt });
    return rows.length;
  })();
}

/** This file is an older copy: whatever it believes to be unsent may have been sent since. Ask about all of it. */
export function distrustUnsent(db: Db, { now }: { now: number }): number {
  return db.transaction(() => {
    const rows = all<{ id: string }>(
      db,
      `SELECT id FROM outbox INDEXED BY outbox_ready WHERE active = 1 AND kind = 'order' AND state IN ('waiting', 'sending')`,
    );
    for (const row of rows)
      applyHappening(db, { id: row.id, event: { kind: 'restored' }, at: now, readyAt: now });
    return rows.length + distrustSteps(db, { now });
  })();
}

/** Per account: what is due to be sent or asked about, and when the next thing will be. */
export interface Agenda {
  accountId: string;
  waitingDue: number;
  unconfirmedDue: number;
  nextAt: number | null;
}

/** The accounts that have orders waiting or in doubt; `now` in ms since 1970. */
export function agenda(db: Db, { now }: { now: number }): Agenda[] {
  return all<Agenda>(
    db,
    `SELECT account_id AS accountId,
       sum(state = 'waiting' AND ready_at <= ?) AS waitingDue,
       sum(state = 'unconfirmed' AND ready_at <= ?) AS unconfirmedDue,
       min(CASE WHEN ready_at > ? THEN ready_at END) AS nextAt
     FROM outbox INDEXED BY outbox_ready WHERE active = 1 AND kind = 'order' AND state IN ('waiting', 'unconfirmed') GROUP BY account_id`,
    now,
    now,
    now,
  );
}

/** The unconfirmed wishes of an account to ask about in one call; `until` lets nearly due ones ride along. */
export function unconfirmedWishes(
  db: Db,
  { accountId, until, limit }: { accountId: string; until: number; limit: number },
): DoubtedWish[] {
  return all<OutboxRow & { last_outcome: string | null; elsewhere: number }>(
    db,
    `SELECT *, (SELECT outcome FROM attempts a WHERE a.outbox_id = outbox.id ORDER BY a.id DESC LIMIT 1) AS last_outcome,
       sent_to <> '' AND sent_to <> ${placeOf} AS elsewhere
     FROM outbox INDEXED BY outbox_ready WHERE active = 1 AND kind = 'order' AND account_id = ? AND state = 'unconfirmed' AND ready_at <= ? ORDER BY ready_at, seq LIMIT ?`,
    accountId,
    until,
    limit,
  ).map((row) => ({
    ...wishFromRow(row),
    lastOutcome: row.last_outcome ?? '',
    sentElsewhere: row.elsewhere === 1,
  }));
}

/** Says why unconfirmed wishes go on waiting, and until when. */
export function postponeWishes(
  db: Db,
  { ids, readyAt, code, detail }: { ids: readonly string[]; readyAt: number; code: string; detail: string },
): void {
  db.transaction(() => {
    for (const id of ids) {
      run(
        db,
        `UPDATE outbox SET ready_at = ?, trouble_code = ?, trouble_detail = ? WHERE id = ? AND state IN ('waiting', 'unconfirmed')`,
        readyAt,
        code,
        detail,
        id,
      );
    }
  })();
}

/**
 * No plan of ours reaches further than `latest`. What does shows that the clock was set back: it becomes due at
 * `latest` instead of in years.
 */
export function pullBackPlans(db: Db, { now, latest }: { now: number; latest: number }): number {
  return db.transaction(() => {
    run(
      db,
      `UPDATE outbox INDEXED BY outbox_ready SET unconfirmed_at = ? WHERE active = 1 AND kind = 'order' AND state = 'unconfirmed' AND unconfirmed_at > ?`,
      now,
      now,
    );
    return run(
      db,
      `UPDATE outbox INDEXED BY outbox_ready SET ready_at = ?, due_at = min(due_at, ?) WHERE active = 1 AND kind = 'order' AND state IN ('waiting', 'unconfirmed') AND ready_at > ?`,
      latest,
      latest,
      latest,
    );
  })();
}

const live = (db: Db, ids: readonly string[] | null, batchId: string | null): OutboxRow[] => {
  if (ids !== null) {
    return all<OutboxRow>(
      db,
      `SELECT * FROM outbox WHERE id IN (SELECT value FROM json_each(?)) OR item_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
      JSON.stringify(ids),
    );
  }
  return batchId === null ? [] : all<OutboxRow>(db, `SELECT * FROM outbox WHERE batch_id = ?`, batchId);
};

const allWaiting = (db: Db): OutboxRow[] =>
  all<OutboxRow>(db, `SELECT * FROM outbox INDEXED BY outbox_ready WHERE active = 1 AND state = 'waiting'`);

/**
 * Takes back what has not left; ids are outbox rows or items, without ids and batch all that waits. Already cancelled
 * ones count neither way.
 */
export function undoWishes(
  db: Db,
  { ids, batchId, now }: { ids: readonly string[] | null; batchId: string | null; now: number },
): { undone: number; tooLate: number; itemIds: string[] } {
  return db.transaction(() => {
    const itemIds: string[] = [];
    let tooLate = 0;
    const meant = ids === null && batchId === null ? allWaiting(db) : live(db, ids, batchId);
    for (const row of meant) {
      if (row.state === 'cancelled') continue;
      const state = applyHappening(db, { id: row.id, event: { kind: 'undo' }, at: now, readyAt: now });
      if (state === 'cancelled') itemIds.push(row.item_id);
      else tooLate += 1;
    }
    return { undone: itemIds.length, tooLate, itemIds };
  })();
}

/** What of a mailing waits between tries or is in doubt; 1 when something was hurried. */
function hurrySteps(db: Db, mailingId: string, now: number): 0 | 1 {
  const hurried = run(
    db,
    `UPDATE mailing_steps SET ready_at = ? WHERE mailing_id = ? AND state IN ('waiting', 'unconfirmed') AND ready_at > ?`,
    now,
    mailingId,
    now,
  );
  return hurried > 0 ? 1 : 0;
}

/** Ends the undo time (and any pause between tries) of waiting wishes now; unconfirmed ones are asked about now. */
export function hurryWishes(
  db: Db,
  { ids, batchId, now }: { ids: readonly string[] | null; batchId: string | null; now: number },
): { hurried: number } {
  return db.transaction(() => {
    let hurried = 0;
    for (const row of live(db, ids, batchId)) {
      const changed = run(
        db,
        `UPDATE outbox SET ready_at = ?, due_at = min(due_at, ?) WHERE id = ? AND state IN ('waiting', 'unconfirmed') AND ready_at > ?`,
        now,
        now,
        row.id,
        now,
      );
      hurried += row.kind === 'mailing' ? Math.max(changed, hurrySteps(db, row.item_id, now)) : changed;
      if (changed > 0 && row.kind === 'order' && row.state === 'waiting') {
        addEvent(db, { itemId: row.item_id, at: now, source: 'you', kind: 'hurried', status: 'waiting' });
      }
    }
    return { hurried };
  })();
}

/** Puts a refused wish away, or links it to the order that replaces it. Answers whether it was there to be closed. */
export function closeRefused(
  db: Db,
  { id, newOrderId, now }: { id: string; newOrderId: string | null; now: number },
): { closed: boolean } {
  return db.transaction(() => {
    const row = one<OutboxRow>(
      db,
      `SELECT * FROM outbox WHERE (id = ? OR item_id = ?) AND state = 'refused' AND closed_at IS NULL`,
      id,
      id,
    );
    if (row === undefined) return { closed: false };
    run(db, `UPDATE outbox SET closed_at = ? WHERE id = ?`, now, row.id);
    if (newOrderId !== null)
      run(db, `UPDATE orders SET replaced_by = ? WHERE id = ?`, newOrderId, row.item_id);
    run(db, `UPDATE history_items SET bad = 0 WHERE item_id = ?`, row.item_id);
    if (row.kind === 'mailing') dismissMailing(db, row.item_id);
    addEvent(db, {
      itemId: row.item_id,
      at: now,
      source: 'you',
      kind: newOrderId === null ? 'dismissed' : 'replaced',
      detail: newOrderId ?? '',
    });
    return { closed: true };
  })();
}
