import type { Fault } from './fault.ts';
import type { OrderInput, OrderLine } from './order.ts';
import { partInvoice } from './rules/invoice.ts';
import { partsFor, splitLines } from './rules/lines.ts';

/** More orders than these are no split but a slip of the keyboard: none is offered. */
export const mostParts = 40;

/** The faults that a split mends. */
export const mendedBySplit = ({ code }: Fault): boolean =>
  code === 'quantityTooLarge' || code === 'quantitySum';

/** How many orders a split would make; null where none is needed or offered. */
export function partsOf(lines: readonly OrderLine[], faults: readonly Fault[]): number | null {
  const parts = partsFor(lines.reduce((sum, { quantity }) => sum + quantity, 0));
  return faults.some(mendedBySplit) && parts <= mostParts ? parts : null;
}

/**
 * The several orders that the document recommends above 250 pieces (fields 1 and 2, ERRCODE 003101), each with an
 * invoice of its own. Offered, never done silently.
 */
export function splitOrder(order: OrderInput): OrderInput[] {
  return splitLines(order.lines).map((lines, index) => ({
    ...order,
    lines,
    invoice: partInvoice(order.invoice.trim(), index + 1),
  }));
}
