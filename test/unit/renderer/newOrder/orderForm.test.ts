import { expect, it } from 'vitest';
import type { Product } from '../../../../shared/contract/products.ts';
import {
  emptyForm,
  fromOrder,
  isWorthKeeping,
  productOfText,
  toOrder,
} from '../../../../renderer/newOrder/orderForm.ts';

const product: Product = {
  id: 'p',
  accountId: 'a',
  productId: '40350',
  title: 'Stimmen am Fluss, 2 CD',
  price: '',
  defaultMethod: null,
  packaging: '',
  skus: [],
  timesOrdered: 0,
  lastUsedAt: null,
};

it('keeps a quantity that is no whole number as such, so that the rules can name it', () => {
  const form = emptyForm(null);
  for (const text of ['2 pcs', '', '1.5', '-1']) {
    const order = toOrder({ ...form, lines: [{ product: '', productId: '1', title: '', quantity: text }] });
    expect(order.lines[0]?.quantity, text).toBeNaN();
  }
  expect(
    toOrder({ ...form, lines: [{ product: '', productId: '1', title: '', quantity: ' 250 ' }] }).lines[0]
      ?.quantity,
  ).toBe(250);
});

it('finds a product by id or title, takes a bare number for an id, and nothing else', () => {
  expect(productOfText(' 40350', [product])).toEqual({ productId: '40350', title: product.title });
  expect(productOfText('stimmen am fluss, 2 cd', [product]).productId).toBe('40350');
  expect(productOfText('777', [product])).toEqual({ productId: '777', title: '' });
  expect(productOfText('Stimmen', [product]).productId).toBe('');
});

it('brings an order back into the form unchanged', () => {
  const order = {
    ...toOrder(emptyForm(null)),
    name: 'Katja Neumann',
    invoice: 'RV-1',
    lines: [{ productId: '40350', title: 'X', quantity: 3 }],
  };
  expect(toOrder(fromOrder(order))).toEqual(order);
});

it('keeps a draft only when something was typed', () => {
  expect(isWorthKeeping(emptyForm(null))).toBe(false);
  expect(isWorthKeeping({ ...emptyForm(null), name: 'K' })).toBe(true);
});
