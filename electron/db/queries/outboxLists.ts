import type { OutboxItem, OutboxSummary } from '../../../shared/contract/outbox.ts';
import type { WishState } from '../../../shared/orders/outboxMoves.ts';
import type { Db } from '../open.ts';
import { all, one } from '../statements.ts';

const open = `(b.state IN ('waiting', 'sending', 'unconfirmed') OR (b.state = 'refused' AND b.closed_at IS NULL))`;

interface Row {
  id: string;
  kind: 'order' | 'mailing';
  item_id: string;
  account_id: string;
  batch_id: string | null;
  label: string | null;
  reference: string;
  recipient: string | null;
  city: string | null;
  country: string | null;
  summary: string | null;
  mode: 'live' | 'test';
  state: WishState;
  created_at: number;
  due_at: number;
  ready_at: number | null;
  attempts: number;
  sent_before: number;
  trouble_code: string;
  trouble_detail: string;
}

const fromRow = (row: Row): OutboxItem => ({
  id: row.id,
  kind: row.kind,
  itemId: row.item_id,
  accountId: row.account_id,
  batchId: row.batch_id,
  batchLabel: row.label ?? '',
  reference: row.reference,
  recipient: row.recipient ?? '',
  place: [row.city, row.country].filter((part) => part !== null && part !== '').join(', '),
  summary: row.summary ?? '',
  mode: row.mode,
  status: row.state,
  acceptedAt: row.created_at,
  dueAt: row.state === 'waiting' && row.attempts === 0 ? row.due_at : null,
  attempts: row.attempts,
  nextTryAt: row.state === 'waiting' || row.state === 'unconfirmed' ? row.ready_at : null,
  troubleCode: row.trouble_code,
  troubleDetail: row.trouble_detail,
});

/** Unfinished wishes, soonest departure first; refused ones until they are dealt with. */
export function listOutbox(
  db: Db,
  { offset, limit }: { offset: number; limit: number },
): { items: OutboxItem[]; total: number } {
  const rows = all<Row>(
    db,
    `SELECT b.*, t.label, h.recipient, h.city, h.country, h.summary
     FROM (SELECT seq FROM outbox b WHERE ${open} ORDER BY b.due_at, b.seq LIMIT ? OFFSET ?) page
     JOIN outbox b ON b.seq = page.seq
     LEFT JOIN batches t ON t.id = b.batch_id
     LEFT JOIN history_items h ON h.seq = (SELECT min(seq) FROM history_items WHERE item_id = b.item_id)
     ORDER BY b.due_at, b.seq`,
    limit,
    offset,
  );
  const total = one<{ n: number }>(db, `SELECT count(*) AS n FROM outbox b WHERE ${open}`);
  return { items: rows.map(fromRow), total: total?.n ?? 0 };
}

/** Counts for status bar and badge; pauses are the dispatcher's and are added there. */
export function summariseOutbox(db: Db): Omit<OutboxSummary, 'pauses'> {
  const rows = all<{ state: WishState; n: number; due: number | null }>(
    db,
    `SELECT b.state, count(*) AS n, min(b.ready_at) AS due FROM outbox b WHERE ${open} GROUP BY b.state`,
  );
  const count = (state: WishState): number => rows.find((row) => row.state === state)?.n ?? 0;
  return {
    waiting: count('waiting'),
    sending: count('sending'),
    unconfirmed: count('unconfirmed'),
    refused: count('refused'),
    nextDueAt: rows.find((row) => row.state === 'waiting')?.due ?? null,
  };
}
