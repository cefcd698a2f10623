import { harmless, historyColumns } from './historyColumns.ts';
import type { HistoryItem } from '../../../shared/contract/history.ts';

const quote = (cell: string | number): string => {
  const text = String(harmless(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** UTF-8 with a byte order mark (Excel needs it), comma, CRLF (RFC 4180). */
export const csvHead = `\uFEFF${historyColumns.map(({ name }) => quote(name)).join(',')}\r\n`;

/** Lines of the CSV below its head. Cells that a spreadsheet would run as formulas are defused. */
export function csvRows(items: readonly HistoryItem[]): string {
  return items.map((item) => `${historyColumns.map(({ of }) => quote(of(item))).join(',')}\r\n`).join('');
}

/** One JSON object a line, every field as it is. */
export function jsonRows(items: readonly HistoryItem[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}
