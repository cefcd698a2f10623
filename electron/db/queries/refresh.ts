import { type BudgetState, budgetState, budgetWindow } from '../../../shared/orders/callBudget.ts';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { Service } from '../../../shared/contract/accounts.ts';
import type { Db } from '../open.ts';
import { all, inList, one, run } from '../statements.ts';
import { accountsOfLogin } from './accounts.ts';
import { addEvent, type NewEvent } from './events.ts';
import { setHistoryStatus, setHistoryTracking } from './historyItems.ts';

/** What refresh needs to know of an order to compare it with a report. */
export interface CheckedOrder {
  id: string;
  accountId: string;
  invoice: string;
  status: OrderStatus;
  statusDetail: string;
  shipDate: string | null;
  shippedAt: number | null;
  trackingId: string;
  acceptedAt: number;
  lastCheckedAt: number | null;
  nextCheckAt: number | null;
  /** It came back from a backup and was not asked about since: its first news are no news. */
  recovered: number;
}

/** Open orders of an account, the most overdue first; `until` = due by then (Infinity: all). */
export function openOrders(
  db: Db,
  { accountId, until, limit }: { accountId: string; until: number; limit: number },
): CheckedOrder[] {
  return all<CheckedOrder>(
    db,
    `SELECT id, account_id AS accountId, invoice, status, status_detail AS statusDetail, ship_date AS shipDate,
       shipped_at AS shippedAt, tracking_id AS trackingId, accepted_at AS acceptedAt, last_checked_at AS lastCheckedAt,
       next_check_at AS nextCheckAt,
       EXISTS (SELECT 1 FROM events e WHERE e.item_id = orders.id AND e.kind = 'recovered') AS recovered
     FROM orders WHERE account_id = ? AND next_check_at IS NOT NULL AND next_check_at <= ?
     ORDER BY next_check_at LIMIT ?`,
    accountId,
    until,
    limit,
  );
}

/** What is planned later than `latest` shows that the clock was set back: it is asked about then. */
export function pullBackChecks(db: Db, { accountId, latest }: { accountId: string; latest: number }): void {
  run(
    db,
    `UPDATE orders SET next_check_at = ? WHERE account_id = ? AND next_check_at > ?`,
    latest,
    accountId,
    latest,
  );
}

/** One order after comparing it with what the service says. Absent fields stay. */
export interface StatusChange {
  orderId: string;
  at: number;
  nextCheckAt: number | null;
  status?: OrderStatus;
  statusDetail?: string;
  shipDate?: string;
  trackingId?: string;
  events: readonly Omit<NewEvent, 'itemId' | 'at' | 'source'>[];
  notify?: { kind: 'shipped' | 'delivered' | 'problem'; detail: string };
}

/** Writes what a refresh found: status, events, History line and news, all in one transaction. Answers what changed. */
export function applyStatusChanges(
  db: Db,
  { changes, source }: { changes: readonly StatusChange[]; source: Service },
): { changed: string[] } {
  return db.transaction(() => {
    const changed: string[] = [];
    for (const change of changes) {
      const asked = run(
        db,
        `UPDATE orders SET last_checked_at = ?, next_check_at = ?, status = coalesce(?, status),
           status_detail = coalesce(?, status_detail), ship_date = coalesce(?, ship_date),
           tracking_id = coalesce(?, tracking_id),
           shipped_at = CASE WHEN ? = 'shipped' THEN coalesce(shipped_at, ?) ELSE shipped_at END
         WHERE id = ? AND next_check_at IS NOT NULL`,
        change.at,
        change.nextCheckAt,
        change.status ?? null,
        change.statusDetail ?? null,
        change.shipDate ?? null,
        change.trackingId ?? null,
        change.status ?? '',
        change.at,
        change.orderId,
      );
      // Its account was removed while the question was on its way: it is not followed any more.
      if (asked === 0) continue;
      let told = 0;
      for (const event of change.events)
        if (addEventOnce(db, { ...event, itemId: change.orderId, at: change.at, source })) told += 1;
      if (change.status !== undefined) {
        setHistoryStatus(db, {
          itemId: change.orderId,
          status: change.status,
          detail: change.statusDetail ?? '',
          now: change.at,
        });
      }
      if (change.trackingId !== undefined)
        setHistoryTracking(db, { itemId: change.orderId, trackingId: change.trackingId });
      if (change.notify !== undefined) {
        run(
          db,
          `INSERT INTO notifications (item_id, kind, detail, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          change.orderId,
          change.notify.kind,
          change.notify.detail,
          change.at,
        );
      }
      if (told > 0 || change.status !== undefined || change.trackingId !== undefined)
        changed.push(change.orderId);
    }
    return { changed };
  })();
}

/** A report that was noted before (a backward one is repeated at every refresh) is not noted again. */
function addEventOnce(db: Db, event: NewEvent): boolean {
  if (event.kind === 'backward' || event.kind === 'not-found') {
    const known = one(
      db,
      `SELECT 1 FROM events WHERE item_id = ? AND kind = ? AND detail = ?`,
      event.itemId,
      event.kind,
      event.detail ?? '',
    );
    if (known !== undefined) return false;
  }
  addEvent(db, event);
  return true;
}

export interface TakenCall extends BudgetState {
  taken: boolean;
}

/**
 * Takes one status call out of the budget, before it is made. `limit` = free calls in 24 h; null = the user agreed to
 * pay for more.
 */
export function takeCall(
  db: Db,
  args: { accountId: string; now: number; limit: number | null; purpose: 'refresh' | 'reconcile' | 'test' },
): TakenCall {
  return db.transaction(() => {
    const { accountId, now } = args;
    const limit = args.limit ?? Number.MAX_SAFE_INTEGER;
    const accountIds = accountsOfLogin(db, accountId);
    // The clock was set back: what was called "later" was called by now, and counts from now, not for years.
    run(
      db,
      `UPDATE status_calls SET at = ? WHERE account_id ${inList} AND at > ?`,
      now,
      JSON.stringify(accountIds),
      now,
    );
    const before = budgetState(callsOf(db, accountIds, now - budgetWindow), now, limit);
    if (before.used >= limit) return { ...before, taken: false };
    run(
      db,
      `INSERT INTO status_calls (account_id, at, purpose) VALUES (?, ?, ?)`,
      accountId,
      now,
      args.purpose,
    );
    run(db, `DELETE FROM status_calls WHERE account_id = ? AND at < ?`, accountId, now - 3 * budgetWindow);
    return { used: before.used + 1, freeAgainAt: null, taken: true };
  })();
}

/** Times of the calls of the account's login since `since`, oldest first. Calls "in the future" (the clock was set back) count too. */
export const statusCalls = (db: Db, { accountId, since }: { accountId: string; since: number }): number[] =>
  callsOf(db, accountsOfLogin(db, accountId), since);

function callsOf(db: Db, accountIds: readonly string[], since: number): number[] {
  return all<{ at: number }>(
    db,
    `SELECT at FROM status_calls WHERE account_id ${inList} AND at > ? ORDER BY at`,
    JSON.stringify(accountIds),
    since,
  ).map((row) => row.at);
}

interface Still {
  itemId: string;
  status: OrderStatus;
}

/**
 * Orders that are with the service and have not moved since `before` become bad news, once each: a line in their
 * timeline, a notification, a mark in History that ends with the next move (or a longer patience). Answers which changed.
 */
export function noteNothingMoved(db: Db, { before, now }: { before: number; now: number }): string[] {
  return db.transaction((): string[] => {
    const patient = all<{ itemId: string }>(
      db,
      `UPDATE history_items SET bad = 0 WHERE bad = 1 AND kind = 'order' AND changed_at >= ?
         AND status IN ('accepted', 'made', 'other') RETURNING item_id AS itemId`,
      before,
    );
    const still = all<Still>(
      db,
      `UPDATE history_items SET bad = 1 WHERE status IN ('accepted', 'made', 'other') AND kind = 'order'
         AND changed_at < ? AND bad = 0 RETURNING item_id AS itemId, status`,
      before,
    );
    for (const { itemId, status } of still) {
      const told = run(
        db,
        `INSERT INTO notifications (item_id, kind, detail, created_at) VALUES (?, 'nothingMoved', ?, ?)
         ON CONFLICT DO NOTHING`,
        itemId,
        status,
        now,
      );
      if (told > 0) addEvent(db, { itemId, at: now, source: 'postroom', kind: 'nothing-moved', status });
    }
    return [...patient, ...still].map(({ itemId }) => itemId);
  })();
}

export interface News {
  id: number;
  itemId: string;
  kind: 'shipped' | 'delivered' | 'problem' | 'nothingMoved';
  detail: string;
  reference: string;
  recipient: string;
  status: OrderStatus;
}

/** News nobody was told yet, oldest first. */
export function unshownNews(db: Db): News[] {
  return all<News>(
    db,
    `SELECT n.id, n.item_id AS itemId, n.kind, n.detail, h.reference, h.recipient, h.status
     FROM notifications n JOIN history_items h ON h.seq = (SELECT min(seq) FROM history_items WHERE item_id = n.item_id)
     WHERE n.shown_at IS NULL ORDER BY n.created_at, n.id LIMIT 5000`,
  );
}

/** These news were told, or nobody wants to hear them: they are not told again. */
export function markShown(db: Db, { ids, now }: { ids: readonly number[]; now: number }): void {
  run(
    db,
    `UPDATE notifications SET shown_at = ? WHERE id IN (SELECT value FROM json_each(?))`,
    now,
    JSON.stringify(ids),
  );
}
