import type { Order, TimelineEvent } from '../../../shared/contract/orders.ts';
import { fold } from '../../../shared/lib/fold.ts';
import type { EmailCustomer, OrderLine, OrderMode, ShippingMethod } from '../../../shared/orders/order.ts';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { Db } from '../open.ts';
import { all, inList, one } from '../statements.ts';
import { accountsOfLogin } from './accounts.ts';
import { timeline } from './events.ts';

interface Row {
  id: string;
  account_id: string;
  batch_id: string | null;
  invoice: string;
  shipping_method: ShippingMethod;
  name: string;
  company: string;
  address: string;
  city: string;
  state: string;
  postcode: string;
  country: string;
  email: string;
  special_text: string;
  price: string;
  use_price_on_customs: number;
  email_customer: EmailCustomer;
  mode: OrderMode;
  status: OrderStatus;
  status_detail: string;
  ship_date: string | null;
  tracking_id: string;
  accepted_at: number;
  sent_at: number | null;
  last_checked_at: number | null;
  refusal_code: string | null;
  refusal_message: string | null;
  due_at: number | null;
}

/** An order with its lines and timeline; null when there is none. */
export function getOrder(db: Db, { id }: { id: string }): { order: Order; timeline: TimelineEvent[] } | null {
  const row = one<Row>(
    db,
    `SELECT o.*, (SELECT due_at FROM outbox b WHERE b.item_id = o.id AND b.state = 'waiting') AS due_at
     FROM orders o WHERE o.id = ?`,
    id,
  );
  if (row === undefined) return null;
  const lines = all<OrderLine>(
    db,
    `SELECT product_id AS productId, title, quantity FROM order_lines WHERE order_id = ? ORDER BY line_no`,
    id,
  );
  return { order: fromRow(row, lines), timeline: timeline(db, id) };
}

function fromRow(row: Row, lines: OrderLine[]): Order {
  return {
    id: row.id,
    accountId: row.account_id,
    batchId: row.batch_id,
    invoice: row.invoice,
    lines,
    shippingMethod: row.shipping_method,
    name: row.name,
    company: row.company,
    address: row.address,
    city: row.city,
    state: row.state,
    postcode: row.postcode,
    country: row.country,
    email: row.email,
    specialText: row.special_text,
    price: row.price,
    usePriceOnCustoms: row.use_price_on_customs === 1,
    emailCustomer: row.email_customer,
    mode: row.mode,
    status: row.status,
    statusDetail: row.status_detail,
    shipDate: row.ship_date,
    trackingId: row.tracking_id,
    acceptedAt: row.accepted_at,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    lastCheckedAt: row.last_checked_at,
    refusal:
      row.refusal_code === null ? null : { code: row.refusal_code, message: row.refusal_message ?? '' },
  };
}

/** Which of these invoices the account's login has used (letter case ignored), in the spelling asked for. */
export function usedInvoices(
  db: Db,
  { accountId, invoices }: { accountId: string; invoices: readonly string[] },
): string[] {
  return invoicesUsedBy(db, accountsOfLogin(db, accountId), invoices);
}

/** Which of these invoices one of the accounts has used (letter case ignored), in the spelling asked for. */
export function invoicesUsedBy(db: Db, accountIds: readonly string[], invoices: readonly string[]): string[] {
  return all<{ value: string }>(
    db,
    `SELECT j.value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM orders o
       WHERE o.account_id ${inList} AND o.invoice = j.value COLLATE NOCASE AND o.invoice_used = 1)`,
    JSON.stringify(invoices),
    JSON.stringify(accountIds),
  ).map((row) => row.value);
}

export interface PastOrderColumns {
  invoices: string[];
  names: string[];
  postcodes: string[];
  countries: string[];
  addresses: string[];
  emails: string[];
  productIds: string[];
  at: number[];
}

/** Past orders of the account's login as columns for the duplicate radar, newest first; products of one order joined with a space. */
export function pastOrders(
  db: Db,
  args: { accountId: string; since: number; offset: number; limit: number },
): PastOrderColumns {
  const accountIds = accountsOfLogin(db, args.accountId);
  const rows = all<
    Pick<Row, 'invoice' | 'name' | 'postcode' | 'country' | 'address' | 'email' | 'accepted_at'> & {
      products: string;
    }
  >(
    db,
    `SELECT o.invoice, o.name, o.postcode, o.country, o.address, o.email, o.accepted_at,
       (SELECT group_concat(product_id, ' ') FROM order_lines l WHERE l.order_id = o.id) AS products
     FROM orders o WHERE o.account_id IN (${accountIds.map(() => '?').join(', ')}) AND o.accepted_at >= ? AND o.invoice_used = 1
     ORDER BY o.accepted_at DESC LIMIT ? OFFSET ?`,
    // One by one: with a single account, as nearly always, the index then also gives the order.
    ...accountIds,
    args.since,
    args.limit,
    args.offset,
  );
  return {
    invoices: rows.map((row) => row.invoice),
    names: rows.map((row) => fold(row.name)),
    postcodes: rows.map((row) => fold(row.postcode)),
    countries: rows.map((row) => row.country),
    addresses: rows.map((row) => fold(row.address)),
    emails: rows.map((row) => fold(row.email)),
    productIds: rows.map((row) => row.products),
    at: rows.map((row) => row.accepted_at),
  };
}

export interface RecentOrder {
  id: string;
  invoice: string;
  at: number;
  title: string;
}

/** Orders since `since` for the same person (name and postcode, or e-mail) with one of the same products; newest 5. */
export function recentLike(
  db: Db,
  args: { name: string; postcode: string; email: string; productIds: readonly string[]; since: number },
): RecentOrder[] {
  return all<RecentOrder>(
    db,
    `SELECT o.id, o.invoice, o.accepted_at AS at, coalesce(nullif(l.title, ''), l.product_id) AS title
     FROM (SELECT id FROM orders WHERE name = ? COLLATE NOCASE AND postcode = ? COLLATE NOCASE
           UNION SELECT id FROM orders WHERE email = ? COLLATE NOCASE AND email <> '') person
     JOIN orders o ON o.id = person.id
     JOIN order_lines l ON l.order_id = o.id
     WHERE o.accepted_at >= ? AND o.status NOT IN ('cancelled', 'refused')
       AND l.product_id IN (SELECT value FROM json_each(?))
     GROUP BY o.id ORDER BY o.accepted_at DESC LIMIT 5`,
    args.name,
    args.postcode,
    args.email,
    args.since,
    JSON.stringify(args.productIds),
  );
}
