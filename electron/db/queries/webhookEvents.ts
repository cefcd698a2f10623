import type { WebhookState } from '../../../shared/contract/mailings.ts';
import type { Db } from '../open.ts';
import { one, run } from '../statements.ts';
import { getMeta, setMeta } from './small.ts';

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
    if (added === 0) return null;
    const orderNumber = order === undefined ? '' : event.orderNumber;
    const last = { at: event.at, type: event.type, item: orderNumber || (documentNumbers[0] ?? '') };
    setMeta(db, { key: lastKey, value: JSON.stringify(last) });
    return { accountId, orderNumber, documentNumbers };
  })();
}

const lastKey = 'lastWebhookEvent';

/** The last event that named something of ours, also from before the last start. */
export function lastWebhookEvent(db: Db): WebhookState['last'] {
  const kept = getMeta(db, { key: lastKey });
  return kept === null ? null : (JSON.parse(kept) as WebhookState['last']);
}
