import { nextCheckAfterAcceptance } from '../../../shared/orders/checkTimes.ts';
import { move, type WishEvent, type WishState } from '../../../shared/orders/outboxMoves.ts';
import { duplicateCode } from '../../../shared/orders/refusals.ts';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { Service } from '../../../shared/contract/accounts.ts';
import type { EventKind } from '../../../shared/orders/eventKinds.ts';
import { assertNever } from '../../../shared/lib/assertNever.ts';
import type { Db } from '../open.ts';
import { one, run } from '../statements.ts';
import { addEvent } from './events.ts';
import { setHistoryStatus } from './historyItems.ts';
import { undoMailing } from './mailings.ts';

/** A wish as the dispatcher gets it. */
export interface Wish {
  id: string;
  kind: 'order' | 'mailing';
  step: string;
  itemId: string;
  accountId: string;
  reference: string;
  operationId: string;
  body: string;
  bodyHash: string;
  sentBefore: boolean;
  attempts: number;
  unconfirmedAt: number | null;
}

/** A wish whose outcome is unknown, with what its judgement needs besides. */
export interface DoubtedWish extends Wish {
  /** What became of the last attempt; '' when that is not known. */
  lastOutcome: string;
  /** The account has another address or login than when it was sent. */
  sentElsewhere: boolean;
}

export interface OutboxRow {
  id: string;
  kind: 'order' | 'mailing';
  step: string;
  item_id: string;
  account_id: string;
  reference: string;
  operation_id: string;
  body: string;
  body_hash: string;
  state: WishState;
  sent_before: number;
  attempts: number;
  unconfirmed_at: number | null;
}

export const wishFromRow = (row: OutboxRow): Wish => ({
  id: row.id,
  kind: row.kind,
  step: row.step,
  itemId: row.item_id,
  accountId: row.account_id,
  reference: row.reference,
  operationId: row.operation_id,
  body: row.body,
  bodyHash: row.body_hash,
  sentBefore: row.sent_before === 1,
  attempts: row.attempts,
  unconfirmedAt: row.unconfirmed_at,
});

/** What happened to a wish, with the facts for timeline and screen. Times are instants. */
export interface Happening {
  id: string;
  event: WishEvent;
  at: number;
  /** When it may be claimed (waiting) or asked about (unconfirmed) next. */
  readyAt: number;
  code?: string;
  detail?: string;
  raw?: string;
}

const timelineKind = (event: WishEvent): EventKind => {
  switch (event.kind) {
    case 'accepted':
      return 'answered';
    case 'not-ours':
      return 'refused';
    case 'interrupted':
      return 'interrupted';
    case 'restored':
      return 'recovered';
    case 'undo':
      return 'undone';
    case 'claim':
      return 'sending';
    case 'refused':
    case 'duplicate':
    case 'unknown':
    case 'not-sent':
    case 'found':
    case 'not-found':
      return event.kind;
    default:
      return assertNever(event);
  }
};

/**
 * Applies one happening to a wish, its order, timeline and History line; the caller's transaction. Answers the state
 * after it, or null when it did not apply (then nothing is written: the first outcome counts).
 */
export function applyHappening(db: Db, happening: Happening): WishState | null {
  const row = one<OutboxRow>(db, `SELECT * FROM outbox WHERE id = ?`, happening.id);
  if (row === undefined) return null;
  const before = { state: row.state, sentBefore: row.sent_before === 1 };
  const after = move(before, happening.event);
  if (after === null) return null;
  const final = ['accepted', 'refused', 'cancelled'].includes(after.state);
  const { at, event } = happening;
  run(
    db,
    `UPDATE outbox SET state = ?, sent_before = ?, ready_at = ?, trouble_code = ?, trouble_detail = ?,
       unconfirmed_at = CASE WHEN ? = 'unconfirmed' THEN ? ELSE NULL END, settled_at = ? WHERE id = ? AND state = ?`,
    after.state,
    after.sentBefore ? 1 : 0,
    final ? null : happening.readyAt,
    final && after.state !== 'refused' ? '' : (happening.code ?? ''),
    final && after.state !== 'refused' ? '' : (happening.detail ?? ''),
    after.state,
    at,
    final ? at : null,
    row.id,
    row.state,
  );
  if (row.state === 'sending') {
    run(
      db,
      `UPDATE attempts SET ended_at = ?, outcome = ?, code = ?, detail = ? WHERE outbox_id = ? AND ended_at IS NULL`,
      at,
      event.kind,
      happening.code ?? '',
      happening.detail ?? '',
      row.id,
    );
  }
  if (row.kind === 'order') settleOrder(db, row, after.state, happening);
  else if (after.state === 'cancelled') undoMailing(db, row.item_id, happening.at);
  return after.state;
}

/** Whether a refusal says that the invoice belongs to another order. */
const isTaken = ({ event, code }: Happening): boolean =>
  event.kind === 'not-ours' ? code === duplicateCode : event.kind === 'refused' && event.duplicate;

/** What an outcome of the wish means for its order. */
function settleOrder(db: Db, row: OutboxRow, state: WishState, happening: Happening): void {
  const { at, code = '', detail = '' } = happening;
  const status: OrderStatus = state;
  const service = one<{ service: Service }>(
    db,
    `SELECT service FROM accounts WHERE id = ?`,
    row.account_id,
  )?.service;
  if (state === 'accepted') {
    run(
      db,
      `UPDATE orders SET status = 'accepted', status_detail = '', sent_at = ?, next_check_at = ? WHERE id = ?`,
      at,
      nextCheckAfterAcceptance(at, service ?? 'trepstar'),
      row.item_id,
    );
  } else if (state === 'refused') {
    run(
      db,
      `UPDATE orders SET status = 'refused', refusal_code = ?, refusal_message = ?, invoice_used = ? WHERE id = ?`,
      code,
      detail,
      isTaken(happening) ? 1 : 0,
      row.item_id,
    );
    run(
      db,
      `INSERT INTO notifications (item_id, kind, detail, created_at) VALUES (?, 'problem', 'refused', ?)
       ON CONFLICT DO NOTHING`,
      row.item_id,
      at,
    );
  } else {
    run(
      db,
      `UPDATE orders SET status = ?, invoice_used = CASE WHEN ? = 'cancelled' THEN 0 ELSE invoice_used END WHERE id = ?`,
      status,
      state,
      row.item_id,
    );
  }
  addEvent(db, {
    itemId: row.item_id,
    at,
    source: eventSource(happening.event, service ?? 'trepstar'),
    kind: timelineKind(happening.event),
    status,
    detail: [code, detail].filter((part) => part !== '').join(' '),
    ...(happening.raw === undefined ? {} : { raw: happening.raw }),
  });
  setHistoryStatus(db, { itemId: row.item_id, status, detail: state === 'refused' ? detail : '', now: at });
}

function eventSource(event: WishEvent, service: Service): 'you' | 'postroom' | Service {
  if (event.kind === 'undo') return 'you';
  return ['accepted', 'refused', 'duplicate', 'found', 'not-found', 'not-ours'].includes(event.kind)
    ? service
    : 'postroom';
}
