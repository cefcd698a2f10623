import { expect, it } from 'vitest';
import { encodeOrder } from '../../../../shared/orders/encodeOrder.ts';
import { anOrder } from '../../../fixtures/trepstar/order.ts';

const fields = (changes = {}) => Object.fromEntries(new URLSearchParams(encodeOrder(anOrder(changes))));

it('writes every field of the document but the login', () => {
  const full = fields({
    lines: [
      { productId: '40350', title: 'A', quantity: 1 },
      { productId: '40360', title: 'B', quantity: 4 },
      { productId: '40370', title: 'C', quantity: 3 },
    ],
    shippingMethod: 'rtrackstandard',
    company: 'Capital Records',
    country: 'CA',
    state: 'ON',
    specialText: 'Your code: 12-3',
    price: '19.95',
    usePriceOnCustoms: true,
    emailCustomer: 'no',
  });
  expect(full).toEqual({
    productid: '40350x40360x40370',
    quantity: '1x4x3',
    Invoice: 'PR-261122-7K3M9QX2TB',
    typeMailMethod: 'rtrackstandard',
    mode: 'prod',
    email: 'john@example.com',
    bSendOrderNotificationEmail: '0',
    nprice: '19.95',
    bUsePriceOnCustomsForm: '1',
    name: 'John H. Smith',
    co: 'Capital Records',
    addr: '123 Some Street, Apt 123',
    city: 'Saint Paul',
    st: 'ON',
    zip: '55101',
    country: 'CA',
    SpecialText: 'Your code: 12-3',
    ordermethod: 'url',
    source: 'cdfulfill',
  });
  expect(Object.keys(full)).toHaveLength(21 - 2);
});

it('leaves out what would override a setting with nothing', () => {
  const names = Object.keys(fields());
  for (const name of ['SpecialText', 'nprice', 'co', 'bSendOrderNotificationEmail'])
    expect(names).not.toContain(name);
});

it.each([
  ['live', 'prod'],
  ['test', 'test'],
])('always says the mode: %s is %s', (mode, sent) => expect(fields({ mode }).mode).toBe(sent));

it('asks for no price on customs at home', () => {
  expect(fields({ usePriceOnCustoms: true, price: '5' }).bUsePriceOnCustomsForm).toBe('0');
});

it('puts a product that stands there twice together', () => {
  const one = { productId: '1', title: '', quantity: 2 };
  expect(fields({ lines: [one, { ...one, productId: '2' }, one] })).toMatchObject({
    productid: '1x2',
    quantity: '4x2',
  });
});

it.each(['Zoë 👩‍👧 Smith', 'يوسف \u200fحداد', '[SUCCESS] Smith', 'a&b=c+d%20', 'O’Brien'])(
  'carries %s whole',
  (name) => {
    expect(fields({ name }).name).toBe(name);
  },
);

it('encodes as a form does, as the document shows', () => {
  const body = encodeOrder(anOrder({ specialText: 'Thank you. Code 1-2' }));
  expect(body).toContain('SpecialText=Thank+you.+Code+1-2');
  expect(body).toMatch(/^[\w.*+%=&-]+$/);
});

it('is the same for the same order, so that its hash is', () => {
  expect(encodeOrder(anOrder())).toBe(encodeOrder(anOrder()));
  expect(encodeOrder(anOrder({ name: ' John H. Smith ' }))).toBe(encodeOrder(anOrder()));
});

it('never encodes an order without an invoice', () => {
  expect(() => encodeOrder(anOrder({ invoice: ' ' }))).toThrow('invoice');
});
