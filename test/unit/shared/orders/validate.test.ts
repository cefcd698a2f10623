import { describe, expect, it } from 'vitest';
import { validateOrder, type FaultCode } from '../../../../shared/orders/validate.ts';
import type { OrderInput } from '../../../../shared/orders/order.ts';
import { orderInputSchema } from '../../../../shared/orders/order.ts';
import { anOrder } from '../../../fixtures/trepstar/order.ts';

const codes = (changes: Partial<OrderInput>) =>
  validateOrder(anOrder(changes)).map((f) => `${f.field}:${f.code}`);
const line = (quantity: number, productId = '66750') => ({ productId, title: '', quantity });

it('finds nothing wrong with a good order, which fits the contract', () => {
  expect(validateOrder(anOrder())).toEqual([]);
  expect(orderInputSchema.safeParse(anOrder()).success).toBe(true);
});

const cases: [string, Partial<OrderInput>, `${string}:${FaultCode}`[]][] = [
  ['no account', { accountId: '' }, ['accountId:accountMissing']],
  ['no product', { lines: [] }, ['lines:productMissing']],
  ['a blank product id', { lines: [line(1, ' ')] }, ['lines.0.productId:productMissing']],
  ['a product id with letters', { lines: [line(1, '667x50')] }, ['lines.0.productId:productNotNumber']],
  ['quantity 0', { lines: [line(0)] }, ['lines.0.quantity:quantityTooSmall']],
  ['quantity -1', { lines: [line(-1)] }, ['lines.0.quantity:quantityTooSmall']],
  ['quantity 1', { lines: [line(1)] }, []],
  ['quantity 250', { lines: [line(250)] }, []],
  ['quantity 251', { lines: [line(251)] }, ['lines.0.quantity:quantityTooLarge']],
  ['quantity 1.5', { lines: [line(1.5)] }, ['lines.0.quantity:quantityNotWhole']],
  ['quantity NaN', { lines: [line(Number.NaN)] }, ['lines.0.quantity:quantityNotWhole']],
  ['a sum of 250', { lines: [line(200), line(50, '66760')] }, []],
  ['a sum of 251', { lines: [line(200), line(51, '66760')] }, ['lines:quantitySum']],
  ['no invoice (it is generated)', { invoice: '' }, []],
  ['an invoice of 50', { invoice: 'x'.repeat(50) }, []],
  ['an invoice of 51', { invoice: 'x'.repeat(51) }, ['invoice:invoiceTooLong']],
  ['the delimiter in an invoice', { invoice: 'A[*|*]B' }, ['invoice:invoiceDelimiter']],
  ['an umlaut in an invoice', { invoice: 'Bücher-1' }, ['invoice:invoiceCharacters']],
  ['a space at the end of an invoice', { invoice: `${'x'.repeat(50)} ` }, []],
  ['no name', { name: '  ' }, ['name:nameMissing']],
  ['no address', { address: '' }, ['address:addressMissing']],
  ['no city', { city: '\n' }, ['city:cityMissing']],
  ['two address lines', { address: '123 Some Street\r\nApt 123' }, []],
  ['a name with emoji', { name: 'Zoë 👩‍👧 Smith' }, []],
  ['a right-to-left name', { name: 'يوسف \u200fحداد' }, []],
  ['a customer named [SUCCESS] Smith', { name: '[SUCCESS] Smith' }, []],
  ['a NUL in a name', { name: 'John\0Smith' }, ['name:controlCharacters']],
  ['half an emoji', { name: 'John \ud83d' }, ['name:controlCharacters']],
  ['a very long city', { city: 'x'.repeat(251) }, ['city:tooLong']],
  ['no state in the US', { state: '' }, ['state:stateMissing']],
  ['no state in Canada', { state: '', country: 'CA' }, ['state:stateMissing']],
  ['no state in Germany', { state: '', country: 'DE' }, []],
  ['a state by name', { state: 'minnesota' }, []],
  ['MN Minnesota', { state: 'MN Minnesota' }, ['state:stateTwice']],
  ['Minnesota (MN)', { state: 'Minnesota (MN)' }, ['state:stateTwice']],
  ['MN, Minnesota', { state: 'MN, Minnesota' }, ['state:stateTwice']],
  ['MN-Minnesota', { state: 'MN-Minnesota' }, ['state:stateTwice']],
  ['D.C.', { state: 'D.C.' }, []],
  ['Québec with its accent', { state: 'Québec', country: 'CA' }, []],
  ['a state of another country', { state: 'ON' }, ['state:stateUnknown']],
  ['no postcode in the US', { postcode: '' }, ['postcode:postcodeMissing']],
  ['no postcode in Hong Kong', { postcode: '', country: 'HK' }, []],
  ['no country', { country: '' }, ['country:countryMissing']],
  ['GB', { country: 'GB' }, ['country:countryGb']],
  ['UK', { country: 'UK', state: '' }, []],
  ['IT (Italy)', { country: 'IT (Italy)' }, ['country:countryNotCode']],
  ['a country that is none', { country: 'ZZ' }, ['country:countryNotCode']],
  ['an email without a point', { email: 'john@example' }, ['email:emailForm']],
  ['two emails', { email: 'a@example.com, b@example.com' }, ['email:emailForm']],
  ['no email', { email: '' }, []],
  ['no email, yet one is to be sent', { email: '', emailCustomer: 'yes' }, ['email:emailNeeded']],
  ['special text of 500', { specialText: 'x'.repeat(500) }, []],
  ['special text of 501', { specialText: 'x'.repeat(501) }, ['specialText:specialTextTooLong']],
  ['HTML in the special text', { specialText: 'Thank <b>you</b>' }, ['specialText:specialTextHtml']],
  ['an entity in the special text', { specialText: 'You &amp; me' }, ['specialText:specialTextHtml']],
  ['a comment in the special text', { specialText: 'a <!-- b' }, ['specialText:specialTextHtml']],
  ['a heart in the special text', { specialText: 'I <3 you, 1 < 2 > 0, AT&T' }, []],
  ['two lines of special text', { specialText: 'Your code:\r\nAB-12\t3' }, []],
  ['a bell in the special text', { specialText: 'ding\u0007' }, ['specialText:controlCharacters']],
  ['a price', { price: '19.95' }, []],
  ['a price of 0', { price: '0' }, []],
  ['a price with a comma', { price: '19,95' }, ['price:priceForm']],
  ['a price with a sign', { price: '$19.95' }, ['price:priceForm']],
  ['customs without a price', { country: 'DE', usePriceOnCustoms: true }, ['price:priceNeeded']],
  ['customs at home', { usePriceOnCustoms: true }, []],
  ['no mode', { mode: '' as 'live' }, ['mode:modeMissing']],
  ['no method', { shippingMethod: '' as 'standard' }, ['shippingMethod:shippingMethodMissing']],
];

describe('one rule at a time', () => {
  it.each(cases)('%s', (_name, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });
});

it('offers into how many orders to split', () => {
  const [large] = validateOrder(anOrder({ lines: [line(1200)] }));
  expect(large?.params).toEqual({ quantity: 1200, max: 250, orders: 5 });
});

it('names the way out of a doubled state', () => {
  const [twice] = validateOrder(anOrder({ state: 'MN Minnesota' }));
  expect(twice?.params).toMatchObject({ code: 'MN', name: 'Minnesota' });
});
