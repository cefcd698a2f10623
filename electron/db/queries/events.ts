import type { TimelineEvent } from '../../../shared/contract/orders.ts';
import type { EventKind } from '../../../shared/orders/eventKinds.ts';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { Db } from '../open.ts';
import { all, run } from '../statements.ts';

export interface NewEvent {
  itemId: string;
  at: number;
  source: TimelineEvent['source'];
  kind: EventKind;
  status?: OrderStatus;
  detail?: string;
  raw?: string;
}

/** Longest raw answer kept per event; a status page of HTML is no use beyond that. */
const rawLimit = 20_000;

/** Adds one step to a timeline. */
export function addEvent(db: Db, event: NewEvent): void {
  run(
    db,
    `INSERT INTO events (item_id, at, source, kind, status, detail, raw) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    event.itemId,
    event.at,
    event.source,
    event.kind,
    event.status ?? '',
    event.detail ?? '',
    (event.raw ?? '').slice(0, rawLimit),
  );
}

interface Row {
  id: number;
  at: number;
  source: TimelineEvent['source'];
  kind: string;
  status: string;
  detail: string;
  raw: string;
}

/** The timeline of an order or document, oldest first. */
export function timeline(db: Db, itemId: string): TimelineEvent[] {
  return all<Row>(db, `SELECT * FROM events WHERE item_id = ? ORDER BY at, id`, itemId).map((row) => ({
    id: String(row.id),
    at: row.at,
    source: row.source,
    kind: row.kind,
    status: row.status,
    detail: row.detail,
    raw: row.raw,
  }));
}
