import { describe, expect, it } from 'vitest';
import { mergeLines, readQuantity, splitLines } from '../../../../../shared/orders/rules/lines.ts';

const line = (productId: string, quantity: number) => ({ productId, title: productId, quantity });

describe('reading a quantity', () => {
  it.each([
    ['', 1],
    [' 3 ', 3],
    ['0', 0],
    ['251', 251],
    ['007', 7],
  ])('"%s" is %d', (text, quantity) => expect(readQuantity(text)).toBe(quantity));

  it.each(['2 pcs', '1.5', '1,5', '-1', '1e3', '٣', '99999999999'])('"%s" is none', (text) =>
    expect(readQuantity(text)).toBeNull(),
  );
});

it('adds up a product that stands there twice', () => {
  expect(mergeLines([line('1', 2), line('2', 1), line(' 1 ', 3)])).toEqual([line('1', 5), line('2', 1)]);
});

describe('the split above 250', () => {
  it('keeps every piece, and every order within the limit', () => {
    const lines = [line('1', 600), line('2', 1), line('3', 249)];
    const orders = splitLines(lines);
    expect(orders.map((o) => o.reduce((sum, l) => sum + l.quantity, 0))).toEqual([250, 250, 250, 100]);
    const together = mergeLines(orders.flat());
    expect(together.map((l) => l.quantity)).toEqual([600, 1, 249]);
  });

  it('makes one order of what fits', () => {
    expect(splitLines([line('1', 250)])).toEqual([[line('1', 250)]]);
  });
});
