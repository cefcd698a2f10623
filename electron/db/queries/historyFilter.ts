import type { HistoryFilter } from '../../../shared/contract/history.ts';
import { ftsQuery } from './ftsQuery.ts';

/** A WHERE text with its arguments; lists travel as JSON so that the text does not depend on their length. */
export interface Where {
  text: string;
  args: (string | number)[];
}

/** Turns the filter of the History screen into SQL over `history_items h`. */
export function historyWhere(filter: HistoryFilter): Where {
  const parts: string[] = [];
  const args: (string | number)[] = [];
  const add = (text: string, ...values: (string | number)[]): void => {
    parts.push(text);
    args.push(...values);
  };
  const among = (column: string, values: readonly string[]): void => {
    if (values.length > 0) add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));
  };
  const match = ftsQuery(filter.search);
  if (match !== '') add(`h.seq IN (SELECT rowid FROM history_fts WHERE history_fts MATCH ?)`, match);
  if (filter.productIds.length > 0) {
    add(
      `h.seq IN (SELECT seq FROM history_products WHERE product_id IN (SELECT value FROM json_each(?)))`,
      JSON.stringify(filter.productIds),
    );
  }
  // The unary plus keeps the planner on the index of the sort order, so that a page stops early.
  among('+h.account_id', filter.accountIds);
  among('h.service', filter.services);
  among('+h.status', filter.statuses);
  among('+h.country', filter.countries);
  among('h.method', filter.methods);
  if (filter.mode !== null) add('h.mode = ?', filter.mode);
  if (filter.from !== null) add('h.at >= ?', filter.from);
  if (filter.to !== null) add('h.at <= ?', filter.to);
  if (filter.batchId !== null) add('h.batch_id = ?', filter.batchId);
  if (filter.recipientId !== null) add('h.recipient_id = ?', filter.recipientId);
  if (filter.badNews) add('h.bad = 1');
  return { text: parts.length === 0 ? '1' : parts.join(' AND '), args };
}
