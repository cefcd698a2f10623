import type { OutboxGroup, OutboxItem, OutboxSummary } from '../../../shared/contract/outbox.ts';
import type { WishState } from '../../../shared/orders/outboxMoves.ts';
import type { Db } from '../open.ts';
import { all } from '../statements.ts';

const open = 'b.open = 1';

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
  documents: number;
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
  documents: row.documents,
  mode: row.mode,
  status: row.state,
  acceptedAt: row.created_at,
  dueAt: row.state === 'waiting' && row.attempts === 0 ? row.due_at : null,
  attempts: row.attempts,
  nextTryAt: row.state === 'waiting' || row.state === 'unconfirmed' ? row.ready_at : null,
  troubleCode: row.trouble_code,
  troubleDetail: row.trouble_detail,
});

const ofMailing = 'FROM history_items d WHERE d.batch_id = b.item_id';
/** The rows of these `seq`s (one JSON list) with what a line shows of them. */
const rowsOf = `SELECT b.*, t.label, h.recipient, h.city, h.country, h.summary, h.pieces,
       (SELECT count(*) ${ofMailing}) AS documents, (SELECT sum(d.pieces) ${ofMailing}) AS pages,
       (SELECT count(DISTINCT d.country) ${ofMailing}) AS mailed_to
     FROM json_each(?) page JOIN outbox b ON b.seq = page.value
     LEFT JOIN batches t ON t.id = b.batch_id
     LEFT JOIN history_items h ON h.seq = (SELECT min(seq) FROM history_items WHERE item_id = b.item_id OR batch_id = b.item_id)
     ORDER BY b.due_at, b.seq`;

/** Counts for status bar and badge; pauses are the dispatcher's and are added there. */
export function summariseOutbox(db: Db): Omit<OutboxSummary, 'pauses' | 'paused'> {
  const rows = all<{ state: WishState; n: number; due: number | null }>(
    db,
    `SELECT b.state, count(*) AS n, min(b.ready_at) AS due FROM outbox b INDEXED BY outbox_open WHERE ${open} GROUP BY b.state`,
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

/** How many unfolded groups one answer holds. */
const groupLimit = 200;

/**
 * The outbox as few lines: waiting and sending wishes folded per batch and state, refused and unconfirmed ones each
 * on its own. `more` = how many of the latter did not fit.
 */
export function groupOutbox(db: Db): { groups: OutboxGroup[]; more: number } {
  const folded = all<{ seq: number; count: number; pieces: number; countries: number; due: number | null }>(
    db,
    `SELECT min(b.seq) AS seq, count(*) AS count, coalesce(sum(h.pieces), 0) AS pieces,
       count(DISTINCT h.country) AS countries, min(b.due_at) AS due
     FROM outbox b INDEXED BY outbox_open LEFT JOIN history_items h ON h.item_id = b.item_id
     WHERE ${open} AND b.state IN ('waiting', 'sending')
     GROUP BY coalesce(b.batch_id, b.id), b.state, b.account_id, b.mode`,
  );
  const single = all<{ seq: number }>(
    db,
    `SELECT b.seq FROM outbox b INDEXED BY outbox_open WHERE ${open} AND b.state IN ('refused', 'unconfirmed')
     ORDER BY b.due_at, b.seq LIMIT 100000`,
  );
  const shown = single.slice(0, groupLimit);
  const rows = all<GroupRow>(db, rowsOf, JSON.stringify([...folded, ...shown].map((row) => row.seq)));
  const totals = new Map(folded.map((row) => [row.seq, row]));
  return { groups: rows.map((row) => toGroup(row, totals.get(row.seq))), more: single.length - shown.length };
}

interface GroupRow extends Row {
  seq: number;
  pieces: number | null;
  /** Of all documents of a mailing; null for an order. */
  pages: number | null;
  mailed_to: number;
}

function toGroup(
  row: GroupRow,
  total: { count: number; pieces: number; countries: number; due: number | null } | undefined,
): OutboxGroup {
  const first = fromRow(row);
  return {
    key:
      total === undefined || total.count === 1
        ? row.id
        : `${row.batch_id ?? row.id}:${row.state}:${row.mode}`,
    batchId: row.batch_id,
    label: row.label ?? '',
    status: row.state,
    count: total?.count ?? 1,
    pieces: row.pages ?? total?.pieces ?? row.pieces ?? 0,
    countries: row.documents > 0 ? row.mailed_to : (total?.countries ?? 1),
    accountId: row.account_id,
    mode: row.mode,
    dueAt: row.state === 'waiting' ? (total?.due ?? first.dueAt) : null,
    first,
  };
}
