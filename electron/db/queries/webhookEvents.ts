import type { Db } from '../open.ts';
import { one, run } from '../statements.ts';

/** What an event is about, as far as it is ours. */
export interface HintedItems {
  accountId: string;
  /** '' when the event names no order of ours. */
  orderNumber: string;
  documentNumbers: string[];
}

const mostNumbers = 200;

/**
 * Notes a delivered event for good and answers what of ours it names. Null: it was delivered before, or it names
 * nothing of ours; then nothing is written, so that invented events cannot fill the disk.
 */
export function noteWebhookEvent(
  db: Db,
  event: {
    eventId: string;
    type: string;
    orderNumber: string;
    documentNumbers: readonly string[];
    at: number;
  },
): HintedItems | null {
  return db.transaction(() => {
    const order = one<{ account: string }>(
      db,
      `SELECT account_id AS account FROM mailings WHERE order_number = ? AND order_number <> ''`,
      event.orderNumber,
    );
    let accountId = order?.account ?? '';
    const documentNumbers: string[] = [];
    for (const number of new Set(event.documentNumbers.slice(0, mostNumbers))) {
      const document = one<{ account: string }>(
        db,
        `SELECT account_id AS account FROM documents WHERE number = ? AND number <> ''`,
        number,
      );
      if (document === undefined || (accountId !== '' && document.account !== accountId)) continue;
      accountId = document.account;
      documentNumbers.push(number);
    }
    if (accountId === '') return null;
    const added = run(
      db,
      `INSERT INTO webhook_events (event_id, type, at) VALUES (?, ?, ?) ON CONFLICT (event_id) DO NOTHING`,
      event.eventId,
      event.type,
      event.at,
    );
    const orderNumber = order === undefined ? '' : event.orderNumber;
    return added > 0 ? { accountId, orderNumber, documentNumbers } : null;
  })();
}
