import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { WishState } from '../../../shared/orders/outboxMoves.ts';
import type { Db } from '../open.ts';
import { run } from '../statements.ts';
import { setHistoryStatus } from './historyItems.ts';

/** New status and step of a document, in its row and its line of History. */
export function setDocument(
  db: Db,
  id: string,
  change: { status: OrderStatus; step: string; now: number; detail?: string },
): void {
  run(
    db,
    `UPDATE documents SET status = ?, step = ?, status_detail = ? WHERE id = ?`,
    change.status,
    change.step,
    change.detail ?? '',
    id,
  );
  setHistoryStatus(db, {
    itemId: id,
    status: change.status,
    detail: change.detail ?? '',
    now: change.now,
  });
}

/** The one wish of a mailing in the outbox, as the user sees it. */
export function setWish(db: Db, mailingId: string, state: WishState, settledAt: number | null): void {
  run(
    db,
    `UPDATE outbox SET state = ?, ready_at = NULL, settled_at = ? WHERE item_id = ? AND kind = 'mailing'`,
    state,
    settledAt,
    mailingId,
  );
}

/** News for a notification; the same about the same thing again changes nothing. */
export function addNews(
  db: Db,
  itemId: string,
  kind: 'shipped' | 'delivered' | 'problem',
  detail: string,
  now: number,
): void {
  run(
    db,
    `INSERT INTO notifications (item_id, kind, detail, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    itemId,
    kind,
    detail,
    now,
  );
}
