import { expect, it } from 'vitest';
import { splitOrder, partsOf } from '../../../../shared/orders/splitOrder.ts';
import { validateOrder } from '../../../../shared/orders/validate.ts';
import { anOrder } from '../../../fixtures/trepstar/order.ts';

const line = (productId: string, quantity: number) => ({ productId, title: '', quantity });
const parts = (order: ReturnType<typeof anOrder>) => partsOf(order.lines, validateOrder(order));

it('makes orders that may be sent, each with an invoice of its own, and keeps every piece', () => {
  const order = anOrder({ invoice: ' A-1 ', lines: [line('66750', 300), line('66760', 201)] });
  const orders = splitOrder(order);
  expect(orders.map(({ invoice }) => invoice)).toEqual(['A-1', 'A-1-2', 'A-1-3']);
  expect(orders.flatMap(validateOrder)).toEqual([]);
  expect(orders.map(({ lines }) => lines.map(({ productId, quantity }) => [productId, quantity]))).toEqual([
    [['66750', 250]],
    [
      ['66750', 50],
      ['66760', 200],
    ],
    [['66760', 1]],
  ]);
  expect(new Set(orders.map(({ name, address }) => name + address)).size).toBe(1);
});

it('keeps the invoices of the parts within 50 characters and apart', () => {
  const orders = splitOrder(anOrder({ invoice: 'x'.repeat(50), lines: [line('66750', 2_600)] }));
  expect(orders).toHaveLength(11);
  expect(new Set(orders.map(({ invoice }) => invoice)).size).toBe(11);
  expect(Math.max(...orders.map(({ invoice }) => invoice.length))).toBe(50);
  expect(splitOrder(anOrder({ invoice: '', lines: [line('66750', 251)] })).map((one) => one.invoice)).toEqual(
    ['', ''],
  );
});

it('is offered above the limit only, and not for a slip of the keyboard', () => {
  expect(parts(anOrder({ lines: [line('66750', 250)] }))).toBeNull();
  expect(parts(anOrder({ lines: [line('66750', 251)] }))).toBe(2);
  expect(parts(anOrder({ lines: [line('66750', 200), line('66760', 51)] }))).toBe(2);
  expect(parts(anOrder({ lines: [line('66750', 10_001)] }))).toBeNull();
  expect(parts(anOrder({ lines: [line('66750', 999_999_999)] }))).toBeNull();
  expect(parts(anOrder({ lines: [line('66750', 300), line('66760', Number.NaN)] }))).toBeNull();
});
