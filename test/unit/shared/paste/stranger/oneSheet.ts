import type { CheckReport } from '../../../../../shared/paste/checkReport.ts';
import { makeReport } from '../../../../../shared/paste/checkReport.ts';
import type { PastOrders } from '../../../../../shared/paste/radar/historyIndex.ts';
import { HistoryIndex } from '../../../../../shared/paste/radar/historyIndex.ts';
import { readTable } from '../../../../../shared/paste/readTable.ts';
import { readProductsText } from '../../../../../shared/paste/sideFiles.ts';

/** What the check says of a text; flags carry their code as message. */
export const read = (text: string, products = '', past: PastOrders | null = null): CheckReport => {
  const history = past === null ? null : new HistoryIndex(1024);
  if (past !== null) history?.add(past);
  return makeReport({
    table: readTable(text),
    products: products === '' ? [] : readProductsText(products),
    history,
    today: 20_779,
    withinDays: 30,
    words: (code) => code,
  });
};

/** Columns by position: 0 invoice, 1 SKU, 2 title, 3 quantity, 4 name, 5 company, 6 address, 7 city, 8 state, 9 ZIP, 10 country, 11 e-mail, 12 price. */
export const head = 'Order no,SKU,Title,Quantity,Name,Company,Address,City,State,Zip,Country,Email,Price';
/** A clean row in which some cells (by position) say something else. */
export const row = (n: number, change: Record<number, string> = {}): string =>
  [
    `N-${n}`,
    '40350',
    'CD',
    '1',
    `Ann Lee${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`,
    '',
    `${n + 1} Elm St`,
    'Boston',
    'MA',
    '02108',
    'US',
    `a${n}@x.org`,
    '9.00',
  ]
    .map((cell, c) => change[c] ?? cell)
    .map((cell) => (/[",]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
/** One row for each change. */
export const sheet = (...changes: Record<number, string>[]): string =>
  [head, ...changes.map((change, n) => row(n, change))].join('\n');
