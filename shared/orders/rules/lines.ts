import { fault, type Fault } from '../fault.ts';
import type { OrderLine } from '../order.ts';

/** For each product and for the sum of an order (document field 2, ERRCODE 003101). */
export const maxQuantity = 250;

/** Reads a quantity as a person types it: blank is 1 (document field 2); "2 pcs", "1.5" and "-1" are null. */
export function readQuantity(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return 1;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : null;
}

/** What is wrong with the lines, each fault at its own line. */
export function lineFaults(lines: readonly OrderLine[]): Fault[] {
  if (lines.length === 0) return [fault('lines', 'productMissing')];
  const faults = lines.flatMap((line, index) => oneLineFaults(line, index));
  const sum = lines.reduce((total, line) => total + line.quantity, 0);
  const eachFits = lines.every((line) => line.quantity <= maxQuantity);
  if (lines.length > 1 && eachFits && sum > maxQuantity)
    faults.push(fault('lines', 'quantitySum', { sum, max: maxQuantity, orders: partsFor(sum) }));
  return faults;
}

function oneLineFaults(line: OrderLine, index: number): Fault[] {
  const faults: Fault[] = [];
  const productId = line.productId.trim();
  if (productId === '') faults.push(fault(`lines.${index}.productId`, 'productMissing'));
  else if (!/^\d{1,12}$/.test(productId))
    faults.push(fault(`lines.${index}.productId`, 'productNotNumber', { productId }));
  const field = `lines.${index}.quantity` as const;
  const { quantity } = line;
  if (!Number.isInteger(quantity)) faults.push(fault(field, 'quantityNotWhole'));
  else if (quantity < 1) faults.push(fault(field, 'quantityTooSmall', { quantity }));
  else if (quantity > maxQuantity)
    faults.push(fault(field, 'quantityTooLarge', { quantity, max: maxQuantity, orders: partsFor(quantity) }));
  return faults;
}

/** One line for each product: the service counts by position, so a product listed twice is added up. */
export function mergeLines(lines: readonly OrderLine[]): OrderLine[] {
  const merged = new Map<string, OrderLine>();
  for (const line of lines) {
    const productId = line.productId.trim();
    const before = merged.get(productId);
    if (before === undefined) merged.set(productId, { ...line, productId });
    else before.quantity += line.quantity;
  }
  return [...merged.values()];
}

/** Into how many orders so many pieces go. */
export const partsFor = (pieces: number): number => Math.ceil(pieces / maxQuantity);

/**
 * The split the document recommends above 250: the lines of several orders, filled in order, each within the
 * limit. Offered, never done silently.
 */
export function splitLines(lines: readonly OrderLine[]): OrderLine[][] {
  const orders: OrderLine[][] = [];
  let current: OrderLine[] = [];
  let room = maxQuantity;
  for (const line of mergeLines(lines)) {
    let left = line.quantity;
    while (left > 0) {
      const part = Math.min(left, room);
      current.push({ ...line, quantity: part });
      left -= part;
      room -= part;
      if (room === 0) {
        orders.push(current);
        current = [];
        room = maxQuantity;
      }
    }
  }
  if (current.length > 0) orders.push(current);
  return orders;
}
