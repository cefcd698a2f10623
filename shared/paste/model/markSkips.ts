import { readCount } from '../checks/itemChecks.ts';
import { hasItem } from '../items.ts';
import type { Layout } from '../layout.ts';
import { skipReason } from '../notOrders.ts';
import type { StatusSense } from '../notOrders.ts';
import type { OrderGroup } from '../orderGroup.ts';
import { cellAt, trimmed } from '../sheet.ts';
import type { Row } from '../sheet.ts';

/** Notes at each row of an order why it is not to be sent; the head speaks for rows that say nothing themselves. */
export function markSkips(order: OrderGroup, head: Row, layout: Layout, sense: StatusSense): void {
  const headReason = head.included ? '' : ownReason(head, layout, sense);
  if (order.rows.length === 1) {
    head.skip = headReason;
    return;
  }
  for (const row of order.rows) {
    if (row.included) row.skip = '';
    else if (row === head) row.skip = headReason;
    else
      row.skip =
        ownReason(row, layout, sense) ||
        (headReason !== 'zeroQuantity' && isSilent(row, headReason, layout) ? headReason : '');
  }
}

function ownReason(row: Row, layout: Layout, sense: StatusSense): string {
  const reason = skipReason(row, layout, sense);
  if (reason !== '') return reason;
  const text = trimmed(cellAt(row, layout.at.quantity));
  if (text === '' || (layout.at.refundedQuantity === -1 && text.charCodeAt(0) !== 0x30)) return '';
  const count = readCount(text)?.value ?? 1;
  const refunded = readCount(cellAt(row, layout.at.refundedQuantity).trim() || '0')?.value ?? 0;
  return count - refunded <= 0 && hasItem(row, layout) ? 'zeroQuantity' : '';
}

/** The row says nothing of its own about this, so the order's first row speaks for it. */
function isSilent(row: Row, reason: string, layout: Layout): boolean {
  const { status, shipped, cancelled, refunded } = layout;
  const columns = reason === 'shipped' ? [...shipped, ...status] : [...status, ...cancelled, ...refunded];
  return columns.every((column) => cellAt(row, column) === '');
}
