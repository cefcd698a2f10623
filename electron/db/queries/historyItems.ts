import type { Service } from '../../../shared/contract/accounts.ts';
import { fold } from '../../../shared/lib/fold.ts';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { Db } from '../open.ts';
import { all, sql, run } from '../statements.ts';

/** A line of History about to be written; `words` is what search finds besides the visible columns. */
export interface NewHistoryItem {
  id: string;
  kind: 'order' | 'document';
  itemId: string;
  accountId: string;
  service: Service;
  at: number;
  reference: string;
  recipient: string;
  recipientId: string | null;
  city: string;
  country: string;
  summary: string;
  method: string;
  mode: 'live' | 'test';
  status: OrderStatus;
  batchId: string | null;
  pieces: number;
  words: readonly string[];
  products: readonly { productId: string; quantity: number }[];
}

/** Statuses that belong into the bad-news view. */
const isBad = (status: OrderStatus): number => (['error', 'hold', 'refused'].includes(status) ? 1 : 0);

/** Writes a line of History with its search words; call it in the transaction that makes the thing itself. */
export function addHistoryItem(db: Db, item: NewHistoryItem): void {
  const { lastInsertRowid: seq } = sql(
    db,
    `INSERT INTO history_items (id, kind, item_id, account_id, service, at, reference, recipient, recipient_id, city,
       country, summary, method, mode, status, batch_id, pieces, changed_at, bad)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    item.id,
    item.kind,
    item.itemId,
    item.accountId,
    item.service,
    item.at,
    item.reference,
    item.recipient,
    item.recipientId,
    item.city,
    item.country,
    item.summary,
    item.method,
    item.mode,
    item.status,
    item.batchId,
    item.pieces,
    item.at,
    isBad(item.status),
  );
  const text = [item.reference, item.recipient, item.city, item.summary, ...item.words].join(' ');
  run(db, `INSERT INTO history_fts (rowid, text) VALUES (?, ?)`, seq, fold(text));
  for (const product of item.products) {
    run(
      db,
      `INSERT INTO history_products (product_id, seq, pieces) VALUES (?, ?, ?)
       ON CONFLICT (product_id, seq) DO UPDATE SET pieces = pieces + excluded.pieces`,
      product.productId,
      seq,
      product.quantity,
    );
  }
}

/** Moves the History lines of an item to a new status. */
export function setHistoryStatus(
  db: Db,
  change: { itemId: string; status: OrderStatus; detail?: string; now: number },
): void {
  run(
    db,
    `UPDATE history_items SET status = ?, status_detail = ?, changed_at = ?, bad = ? WHERE item_id = ?`,
    change.status,
    change.detail ?? '',
    change.now,
    isBad(change.status),
    change.itemId,
  );
}

/** Adds a tracking number to the line and to what search finds. */
export function setHistoryTracking(
  db: Db,
  { itemId, trackingId }: { itemId: string; trackingId: string },
): void {
  run(db, `UPDATE history_items SET tracking_id = ? WHERE item_id = ?`, trackingId, itemId);
  reindex(db, itemId);
}

interface Words {
  seq: number;
  text: string;
}

/** Rebuilds the search words of an item from its columns (and its order's address). */
export function reindex(db: Db, itemId: string): void {
  const rows = all<Words>(
    db,
    `SELECT h.seq, concat_ws(' ', h.reference, h.recipient, h.city, h.summary, h.tracking_id, o.company, o.address,
       o.postcode, o.email) AS text
     FROM history_items h LEFT JOIN orders o ON o.id = h.item_id WHERE h.item_id = ?`,
    itemId,
  );
  for (const { seq, text } of rows) {
    run(db, `DELETE FROM history_fts WHERE rowid = ?`, seq);
    run(db, `INSERT INTO history_fts (rowid, text) VALUES (?, ?)`, seq, fold(text));
  }
}
