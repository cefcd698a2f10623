import type { HistoryItem } from '../../../shared/contract/history.ts';

type Cell = string | number;

/** The columns of an export, with stable English names, so that a sheet made from it keeps working. */
export const historyColumns: readonly { name: string; of: (item: HistoryItem) => Cell }[] = [
  { name: 'Date', of: (item) => new Date(item.at).toISOString() },
  { name: 'Service', of: (item) => item.service },
  { name: 'Kind', of: (item) => item.kind },
  { name: 'Reference', of: (item) => item.reference },
  { name: 'Recipient', of: (item) => item.recipient },
  { name: 'City', of: (item) => item.city },
  { name: 'Country', of: (item) => item.country },
  { name: 'Content', of: (item) => item.summary },
  { name: 'Pieces', of: (item) => item.pieces },
  { name: 'Method', of: (item) => item.method },
  { name: 'Mode', of: (item) => item.mode },
  { name: 'Status', of: (item) => item.status },
  { name: 'Status detail', of: (item) => item.statusDetail },
  { name: 'Tracking number', of: (item) => item.trackingId },
];

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). Our own
 * numbers are numbers and stay.
 */
export function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && /^(?:[\t\r\n]|[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/.test(cell)
    ? `'${cell}`
    : cell;
}
