import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { Db } from '../open.ts';
import { all, one } from '../statements.ts';

export interface Overview {
  figures: { waiting: number; made: number; shipped: number; delivered: number; needsYou: number };
  /** When the item came that has been in line or in production longest; null when there is none. */
  madeSince: number | null;
  /** How many of those that need a person are new since midnight. */
  needsNew: number;
  perDay: { day: string; status: OrderStatus; kind: 'order' | 'document'; count: number }[];
  /** Days from order to shipment, one row per shipped product line; the caller makes medians of them. */
  shipments: { productTitle: string; method: string; country: string; days: number }[];
  topProducts: { title: string; pieces: number }[];
  topCountries: { country: string; count: number }[];
  refusals: { code: string; count: number }[];
}

/** How many items wait for a person. */
export const needsYou = (db: Db): number =>
  one<{ n: number }>(db, `SELECT count(*) AS n FROM history_items WHERE bad = 1`)?.n ?? 0;

interface OverviewArgs {
  since: number;
  today: number;
  /** Monday. */
  week: number;
}

/** Everything the Overview draws; `since`, `today` and `week` are instants (local midnights). */
export function overview(db: Db, { since, today, week }: OverviewArgs): Overview {
  const count = (text: string, ...args: (string | number)[]): number =>
    one<{ n: number }>(db, text, ...args)?.n ?? 0;
  return {
    figures: {
      waiting: count(
        `SELECT count(*) AS n FROM history_items WHERE status IN ('waiting', 'sending', 'unconfirmed')`,
      ),
      made: count(`SELECT count(*) AS n FROM history_items WHERE status IN ('accepted', 'made', 'other')`),
      shipped: count(
        `SELECT count(*) AS n FROM history_items WHERE status IN ('shipped', 'delivered') AND changed_at >= ?`,
        today,
      ),
      delivered: count(
        `SELECT count(*) AS n FROM history_items WHERE status = 'delivered' AND changed_at >= ?`,
        week,
      ),
      needsYou: needsYou(db),
    },
    madeSince:
      one<{ at: number | null }>(
        db,
        `SELECT min(at) AS at FROM history_items WHERE status IN ('accepted', 'made', 'other')`,
      )?.at ?? null,
    needsNew: count(`SELECT count(*) AS n FROM history_items WHERE bad = 1 AND changed_at >= ?`, today),
    perDay: all(
      db,
      `SELECT strftime('%Y-%m-%d', at / 1000, 'unixepoch', 'localtime') AS day, status, kind, count(*) AS count
       FROM history_items WHERE at >= ? GROUP BY 1, 2, 3 ORDER BY 1`,
      since,
    ),
    shipments: all(
      db,
      `SELECT CASE WHEN l.title = '' THEN l.product_id ELSE l.title END AS productTitle, o.shipping_method AS method,
         o.country, max(0, (julianday(coalesce(o.ship_date, date(o.shipped_at / 1000, 'unixepoch')))
           - julianday(date(o.accepted_at / 1000, 'unixepoch')))) AS days
       FROM history_items h JOIN orders o ON o.id = h.item_id JOIN order_lines l ON l.order_id = o.id
       WHERE h.at >= ? AND o.shipped_at IS NOT NULL`,
      since,
    ),
    topProducts: all(
      db,
      `SELECT coalesce(nullif(max(l.title), ''), l.product_id) AS title, sum(l.quantity) AS pieces
       FROM history_items h JOIN order_lines l ON l.order_id = h.item_id
       WHERE h.at >= ? AND h.status NOT IN ('cancelled', 'refused') GROUP BY l.product_id ORDER BY pieces DESC LIMIT 10`,
      since,
    ),
    topCountries: all(
      db,
      `SELECT country, count(*) AS count FROM history_items
       WHERE at >= ? AND status NOT IN ('cancelled', 'refused') AND country <> '' GROUP BY country ORDER BY count DESC LIMIT 10`,
      since,
    ),
    refusals: all(
      db,
      `SELECT o.refusal_code AS code, count(*) AS count FROM history_items h JOIN orders o ON o.id = h.item_id
       WHERE h.at >= ? AND o.refusal_code IS NOT NULL GROUP BY o.refusal_code ORDER BY count DESC`,
      since,
    ),
  };
}
