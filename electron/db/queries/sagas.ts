import type { Channel } from '../../../shared/mailings/limits.ts';
import { documentSettingsSchema, mailingSettingsSchema } from '../../../shared/mailings/mailing.ts';
import type { Saga, SagaStep, StepKind } from '../../../shared/mailings/saga.ts';
import type { WishState } from '../../../shared/orders/outboxMoves.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';

export interface MailingRow {
  id: string;
  account_id: string;
  service: 'tcgate' | 'practice';
  channel: Channel;
  settings: string;
  token: string;
  status: string;
  service_status: string;
  status_detail: string;
  order_number: string;
  accepted_at: number;
  placed_at: number | null;
  cancel_wanted: number;
  watch_at: number;
  active: number;
  followed: number;
  sent_to: string;
  aside: number;
}

export interface DocumentRow {
  id: string;
  mailing_id: string;
  position: number;
  account_id: string;
  card_id: string;
  file_name: string;
  sha256: string;
  bytes: number;
  pages: number;
  settings: string;
  token: string;
  status: string;
  service_status: string;
  status_detail: string;
  number: string;
  tracking_id: string;
  step: string;
  left_out: number;
}

export interface StepRow {
  id: string;
  mailing_id: string;
  item_id: string;
  kind: StepKind;
  operation_id: string;
  argument: string;
  state: WishState;
  ready_at: number;
  sent_before: number;
  unconfirmed_at: number | null;
  attempts: number;
  trouble_code: string;
}

export const stepFromRow = (row: StepRow): SagaStep => ({
  id: row.id,
  kind: row.kind,
  itemId: row.item_id,
  state: row.state,
  operationId: row.operation_id,
  argument: row.argument,
  readyAt: row.ready_at,
  sentBefore: row.sent_before === 1,
  unconfirmedAt: row.unconfirmed_at,
  attempts: row.attempts,
  troubleCode: row.trouble_code,
});

/** Mailings the saga has work with, oldest first. */
export function activeMailings(db: Db): { id: string; accountId: string }[] {
  return all<{ id: string; accountId: string }>(
    db,
    `SELECT id, account_id AS accountId FROM mailings WHERE active = 1 ORDER BY accepted_at, id`,
  );
}

/** It began at another place than its account's client talks to now. */
const wentElsewhere = ({ sent_to: sentTo }: Pick<MailingRow, 'sent_to'>, place: string): boolean =>
  sentTo !== '' && sentTo !== place;

/**
 * A mailing as the saga's decision needs it; null when it is gone or has nothing to do.
 * @param place where its account's client talks to
 */
export function readSaga(db: Db, { id, place }: { id: string; place: string }): Saga | null {
  const mailing = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ? AND active = 1`, id);
  if (mailing === undefined) return null;
  const wish = one<{ ready_at: number | null; state: WishState }>(
    db,
    `SELECT ready_at, state FROM outbox WHERE item_id = ? AND kind = 'mailing'`,
    id,
  );
  return {
    id,
    accountId: mailing.account_id,
    channel: mailing.channel,
    settings: mailingSettingsSchema.parse(JSON.parse(mailing.settings)),
    token: mailing.token,
    orderNumber: mailing.order_number,
    startAt: wish?.state === 'waiting' ? (wish.ready_at ?? 0) : 0,
    cancelWanted: mailing.cancel_wanted === 1,
    watchAt: mailing.watch_at,
    elsewhere: wentElsewhere(mailing, place),
    aside: mailing.aside === 1,
    documents: all<DocumentRow>(db, `SELECT * FROM documents WHERE mailing_id = ? ORDER BY position`, id).map(
      (row) => ({
        id: row.id,
        fileName: row.file_name,
        sha256: row.sha256,
        bytes: row.bytes,
        settings: documentSettingsSchema.parse(JSON.parse(row.settings)),
        token: row.token,
        number: row.number,
        serviceStatus: row.service_status,
        leftOut: row.left_out === 1,
      }),
    ),
    steps: all<StepRow>(db, `SELECT * FROM mailing_steps WHERE mailing_id = ? ORDER BY seq`, id).map(
      stepFromRow,
    ),
  };
}

/**
 * Whether an order for the mailing stands at the service, or may: then its documents and its day are no longer ours to
 * change, and what is to be changed is asked of the service.
 */
export function mayBePlaced(db: Db, mailing: Pick<MailingRow, 'id' | 'order_number'>): boolean {
  return (
    mailing.order_number !== '' ||
    one(
      db,
      `SELECT 1 FROM mailing_steps WHERE mailing_id = ? AND kind = 'order' AND state IN ('sending', 'unconfirmed')`,
      mailing.id,
    ) !== undefined
  );
}

/** What was under way when Postroom ended has an unknown outcome: it is asked about first. */
export function interruptSteps(db: Db, { now }: { now: number }): number {
  return run(
    db,
    `UPDATE mailing_steps SET state = 'unconfirmed', sent_before = 1, unconfirmed_at = ?, ready_at = ?
     WHERE state = 'sending'`,
    now,
    now,
  );
}

/**
 * This file is an older copy: every step believed unsent may have been sent since. Ask about all of them. Nor can such
 * a mailing be undone as if nothing had left; it can be cancelled.
 */
export function distrustSteps(db: Db, { now }: { now: number }): number {
  const distrusted = `state IN ('waiting', 'sending') AND kind IN ('upload', 'order')`;
  run(
    db,
    `UPDATE outbox SET state = 'unconfirmed', sent_before = 1, ready_at = NULL WHERE kind = 'mailing'
     AND state IN ('waiting', 'sending') AND item_id IN (SELECT mailing_id FROM mailing_steps WHERE ${distrusted})`,
  );
  // Also what waits for the user: it may have been mended and sent since.
  run(
    db,
    `UPDATE mailings SET active = 1 WHERE id IN (SELECT mailing_id FROM mailing_steps WHERE ${distrusted})`,
  );
  return run(
    db,
    `UPDATE mailing_steps SET state = 'unconfirmed', sent_before = 1, unconfirmed_at = ?, ready_at = ?
     WHERE ${distrusted}`,
    now,
    now,
  );
}

/**
 * No plan of ours reaches further than `latest`; what does shows that the clock was set back. It becomes due then
 * instead of in years, and doubt that began "in the future" began now.
 */
export function pullBackSteps(db: Db, { now, latest }: { now: number; latest: number }): void {
  db.transaction(() => {
    const underWay = `state IN ('waiting', 'sending', 'unconfirmed')`;
    run(db, `UPDATE mailing_steps SET ready_at = ? WHERE ${underWay} AND ready_at > ?`, latest, latest);
    run(db, `UPDATE mailing_steps SET unconfirmed_at = ? WHERE ${underWay} AND unconfirmed_at > ?`, now, now);
    run(db, `UPDATE mailings SET watch_at = ? WHERE active = 1 AND watch_at > ?`, latest, latest);
    run(
      db,
      `UPDATE outbox SET ready_at = ?, due_at = min(due_at, ?) WHERE active = 1 AND kind = 'mailing'
       AND state = 'waiting' AND ready_at > ?`,
      latest,
      latest,
      latest,
    );
  })();
}
