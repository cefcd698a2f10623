import type {
  HistoryFilter,
  HistoryItem,
  historySorts,
  SavedView,
} from '../../../shared/contract/history.ts';
import { historyFilterSchema } from '../../../shared/contract/history.ts';
import { isOpen, needsAttention } from '../../../shared/orders/status.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { historyWhere } from './historyFilter.ts';

type Sort = (typeof historySorts)[number];

/** Where the next page begins: the sort value and row number of the last line shown. */
export interface HistoryCursor {
  value: string | number;
  seq: number;
}

export interface HistoryPageArgs {
  filter: HistoryFilter;
  sort: Sort;
  descending: boolean;
  cursor: HistoryCursor | null;
  limit: number;
}

const columns = `h.id, h.kind, h.item_id AS itemId, h.account_id AS accountId, h.service, h.at, h.reference, h.recipient,
  h.city, h.country, h.summary, h.method, h.mode, h.status, h.status_detail AS statusDetail, h.tracking_id AS trackingId,
  h.batch_id AS batchId, h.pieces, h.bad AS bad`;

/** A row as SQLite gives it. */
type Line = Omit<HistoryItem, 'nothingMoved'> & { bad: number };

/** Bad news whose status is good: nothing has moved (refresh.ts). */
const toItem = ({ bad, ...line }: Line): HistoryItem => ({
  ...line,
  nothingMoved: bad === 1 && line.kind === 'order' && isOpen(line.status) && !needsAttention(line.status),
});

/** One page of History in any order; the index of the sort column is walked from the cursor on. */
export function historyPage(
  db: Db,
  args: HistoryPageArgs,
): { items: HistoryItem[]; next: HistoryCursor | null } {
  const where = historyWhere(args.filter);
  const direction = args.descending ? 'DESC' : 'ASC';
  const after =
    args.cursor === null ? '' : `AND (h.${args.sort}, h.seq) ${args.descending ? '<' : '>'} (?, ?)`;
  const rows = all<Line & { seq: number }>(
    db,
    `SELECT ${columns}, h.seq FROM history_items h WHERE ${where.text} ${after}
     ORDER BY h.${args.sort} ${direction}, h.seq ${direction} LIMIT ?`,
    ...where.args,
    ...(args.cursor === null ? [] : [args.cursor.value, args.cursor.seq]),
    args.limit + 1,
  );
  const page = rows.slice(0, args.limit);
  const last = page.at(-1);
  const next =
    rows.length > args.limit && last !== undefined ? { value: last[args.sort], seq: last.seq } : null;
  return { items: page.map(withoutSeq), next };
}

function withoutSeq(row: Line & { seq: number }): HistoryItem {
  const { seq, ...line } = row;
  void seq;
  return toItem(line);
}

/** The lines of certain items, e.g. to redraw what changed or to open one. */
export function historyLines(db: Db, { itemIds }: { itemIds: readonly string[] }): HistoryItem[] {
  return all<Line>(
    db,
    `SELECT ${columns} FROM history_items h WHERE h.item_id IN (SELECT value FROM json_each(?)) ORDER BY h.at`,
    JSON.stringify(itemIds),
  ).map(toItem);
}

export interface HistoryTotals {
  shown: number;
  pieces: number;
  countries: number;
  all: number;
  since: number | null;
}

/** What the lines that a filter shows add up to. */
export function historyTotals(db: Db, { filter }: { filter: HistoryFilter }): HistoryTotals {
  const where = historyWhere(filter);
  const shown = one<{ n: number; pieces: number | null; countries: number }>(
    db,
    `SELECT count(*) AS n, sum(h.pieces) AS pieces, count(DISTINCT h.country) AS countries FROM history_items h WHERE ${where.text}`,
    ...where.args,
  );
  const whole = one<{ n: number; since: number | null }>(
    db,
    `SELECT (SELECT count(*) FROM history_items) AS n, (SELECT min(at) FROM history_items) AS since`,
  );
  return {
    shown: shown?.n ?? 0,
    pieces: shown?.pieces ?? 0,
    countries: shown?.countries ?? 0,
    all: whole?.n ?? 0,
    since: whole?.since ?? null,
  };
}

/** How many items each filter shows, in the order of the filters. */
export function historyCounts(db: Db, { filters }: { filters: readonly HistoryFilter[] }): number[] {
  return filters.map((filter) => {
    const where = historyWhere(filter);
    return (
      one<{ counted: number }>(
        db,
        `SELECT count(*) AS counted FROM history_items h WHERE ${where.text}`,
        ...where.args,
      )?.counted ?? 0
    );
  });
}

/** What the filters of History can be set to: every country and product there is. */
export function historyFacets(db: Db): {
  countries: string[];
  products: { productId: string; title: string }[];
} {
  return {
    countries: all<{ country: string }>(
      db,
      `SELECT DISTINCT country FROM history_items WHERE country <> '' ORDER BY country`,
    ).map((row) => row.country),
    products: all<{ productId: string; title: string }>(
      db,
      `SELECT product_id AS productId, max(title) AS title FROM products GROUP BY product_id ORDER BY title, product_id`,
    ),
  };
}

/** The saved views, by name. */
export function listViews(db: Db): SavedView[] {
  return all<{ id: string; name: string; filter: string }>(db, `SELECT * FROM saved_views ORDER BY name`).map(
    (row) => ({
      id: row.id,
      name: row.name,
      filter: historyFilterSchema.parse(JSON.parse(row.filter)),
    }),
  );
}

/** Adds a view or replaces the one with its id. */
export function saveView(db: Db, view: SavedView): SavedView {
  run(
    db,
    `INSERT INTO saved_views (id, name, filter) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, filter = excluded.filter`,
    view.id,
    view.name,
    JSON.stringify(view.filter),
  );
  return view;
}

/** Removing one that is gone changes nothing. */
export function removeView(db: Db, { id }: { id: string }): void {
  run(db, `DELETE FROM saved_views WHERE id = ?`, id);
}
