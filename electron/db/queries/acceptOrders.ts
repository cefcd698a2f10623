import type { Service } from '../../../shared/contract/accounts.ts';
import { newId } from '../../../shared/lib/newId.ts';
import type { OrderInput } from '../../../shared/orders/order.ts';
import { DbError } from '../dbError.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { accountsOfLogin, needAccount } from './accounts.ts';
import { addEvent } from './events.ts';
import { addHistoryItem } from './historyItems.ts';
import { invoicesUsedBy } from './orders.ts';
import { noteProductUse, productTitles } from './products.ts';
import { noteRecipient } from './recipients.ts';

/** One order ready to be kept: validated, with its invoice and the exact body of its wish. */
export interface AcceptRow {
  rowNo: number;
  service: Service;
  order: OrderInput;
  body: string;
  bodyHash: string;
}

export interface AcceptArgs {
  now: number;
  dueAt: number;
  batchId: string;
  label: string;
  rows: readonly AcceptRow[];
}

export interface Accepted {
  ids: string[];
  invoices: string[];
  dueAt: number;
  /** How many were new; the others had been accepted before by the same batch row. */
  added: number;
}

/**
 * Keeps orders and their wishes in one transaction: all or none. A batch row that is there already gives back its
 * first result. An invoice the account's login used before is a `conflict` naming `rows.N.invoice`.
 */
export function acceptOrders(db: Db, args: AcceptArgs): Accepted {
  return db.transaction(() => {
    run(
      db,
      `INSERT INTO batches (id, label, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING`,
      args.batchId,
      args.label,
      args.now,
    );
    const known = knownRows(db, args);
    const accepted: Accepted = { ids: [], invoices: [], dueAt: args.dueAt, added: 0 };
    const uses = new Map<string, { accountId: string; productId: string; title: string; times: number }>();
    const invoicesOf = new Map<string, Map<string, number>>();
    withTitles(db, args.rows).forEach((row, index) => {
      const before = known.get(row.rowNo);
      if (before !== undefined) {
        accepted.ids.push(before.id);
        accepted.invoices.push(before.invoice);
        return;
      }
      const { accountId, invoice } = row.order;
      let invoices = invoicesOf.get(accountId);
      if (invoices === undefined) {
        needAccount(db, accountId, `rows.${index}.accountId`);
        invoicesOf.set(accountId, (invoices = new Map()));
      }
      invoices.set(invoice, index);
      accepted.ids.push(insertOrder(db, args, row, index));
      accepted.invoices.push(row.order.invoice);
      accepted.added += 1;
      for (const line of row.order.lines) {
        const key = `${accountId}\n${line.productId}`;
        const use = uses.get(key) ?? {
          accountId,
          productId: line.productId,
          title: line.title,
          times: 0,
        };
        uses.set(key, { ...use, times: use.times + 1 });
      }
    });
    for (const use of uses.values()) noteProductUse(db, { ...use, id: newId(args.now), now: args.now });
    for (const [accountId, invoices] of invoicesOf) refuseInvoicesOfOthers(db, accountId, invoices);
    if (accepted.added === 0) accepted.dueAt = dueOf(db, accepted.ids[0] ?? '') ?? args.dueAt;
    return accepted;
  })();
}

/** A line that came without a title, as from most pastes, gets the one its product is known by. */
function withTitles(db: Db, rows: readonly AcceptRow[]): readonly AcceptRow[] {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const titleOf = (accountId: string, productId: string): string => {
    const titles = known.get(accountId) ?? productTitles(db, accountId);
    known.set(accountId, titles);
    return titles.get(productId) ?? '';
  };
  return rows.map((row) => {
    const { accountId, lines } = row.order;
    if (lines.every(({ title }) => title !== '')) return row;
    const titled = lines.map((line) => ({
      ...line,
      title: line.title || titleOf(accountId, line.productId),
    }));
    return { ...row, order: { ...row.order, lines: titled } };
  });
}

function knownRows(db: Db, args: AcceptArgs): Map<number, { id: string; invoice: string }> {
  const numbers = args.rows.map((row) => row.rowNo);
  const rows = all<{ row_no: number; id: string; invoice: string }>(
    db,
    `SELECT row_no, id, invoice FROM orders WHERE batch_id = ? AND row_no BETWEEN ? AND ?`,
    args.batchId,
    Math.min(...numbers),
    Math.max(...numbers),
  );
  return new Map(rows.map((row) => [row.row_no, row]));
}

const dueOf = (db: Db, orderId: string): number | undefined =>
  one<{ due_at: number }>(db, `SELECT due_at FROM outbox WHERE item_id = ?`, orderId)?.due_at;

/** Products and quantities in the form the lists show: "2 × Lamp Light, 1 × 66750". */
function summarise(lines: OrderInput['lines']): string {
  return lines
    .map((line) => `${line.quantity} × ${line.title === '' ? line.productId : line.title}`)
    .join(', ');
}

function insertOrder(db: Db, args: AcceptArgs, row: AcceptRow, index: number): string {
  const { order } = row;
  const id = newId(args.now);
  const recipientId = noteRecipient(db, order, {
    id: newId(args.now),
    now: args.now,
    orders: 1,
    documents: 0,
  });
  try {
    run(
      db,
      `INSERT INTO orders (id, account_id, batch_id, row_no, invoice, recipient_id, shipping_method, name, company, address,
       city, state, postcode, country, email, special_text, price, use_price_on_customs, email_customer, mode, status, accepted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
      id,
      order.accountId,
      args.batchId,
      row.rowNo,
      order.invoice,
      recipientId,
      order.shippingMethod,
      order.name,
      order.company,
      order.address,
      order.city,
      order.state,
      order.postcode,
      order.country,
      order.email,
      order.specialText,
      order.price,
      order.usePriceOnCustoms ? 1 : 0,
      order.emailCustomer,
      order.mode,
      args.now,
    );
  } catch (reason) {
    // The index orders_invoice says so; asking before would cost a query per order.
    if (!isTaken(reason)) throw reason;
    throw new DbError('conflict', order.invoice, `rows.${index}.invoice`);
  }
  order.lines.forEach((line, lineNo) => {
    run(
      db,
      `INSERT INTO order_lines (order_id, line_no, product_id, title, quantity) VALUES (?, ?, ?, ?, ?)`,
      id,
      lineNo,
      line.productId,
      line.title,
      line.quantity,
    );
  });
  run(
    db,
    `INSERT INTO outbox (id, kind, step, item_id, account_id, batch_id, reference, operation_id, body, body_hash, mode,
       state, due_at, ready_at, created_at)
     VALUES (?, 'order', 'order', ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)`,
    newId(args.now),
    id,
    order.accountId,
    args.batchId,
    order.invoice,
    `order:${id}`,
    row.body,
    row.bodyHash,
    order.mode,
    args.dueAt,
    args.dueAt,
    args.now,
  );
  addEvent(db, {
    itemId: id,
    at: args.now,
    source: 'you',
    kind: 'accepted',
    status: 'waiting',
    detail: args.label,
  });
  addHistoryItem(db, {
    id,
    kind: 'order',
    itemId: id,
    accountId: order.accountId,
    service: row.service,
    at: args.now,
    reference: order.invoice,
    recipient: order.name,
    recipientId,
    city: order.city,
    country: order.country,
    summary: summarise(order.lines),
    method: order.shippingMethod,
    mode: order.mode,
    status: 'waiting',
    batchId: args.batchId,
    pieces: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    words: [order.company, order.address, order.postcode, order.email],
    products: order.lines,
  });
  return id;
}

/** What the index orders_invoice cannot see: an invoice that another account of the same login used. */
function refuseInvoicesOfOthers(db: Db, accountId: string, invoices: ReadonlyMap<string, number>): void {
  const others = accountsOfLogin(db, accountId).filter((id) => id !== accountId);
  if (others.length === 0) return;
  const [taken] = invoicesUsedBy(db, others, [...invoices.keys()]);
  if (taken !== undefined) throw new DbError('conflict', taken, `rows.${invoices.get(taken)}.invoice`);
}

const isTaken = (reason: unknown): boolean =>
  reason instanceof Error &&
  reason.message.includes('UNIQUE constraint failed: orders.account_id, orders.invoice');
