import { describe, expect, it } from 'vitest';
import { encodeOrder } from '../../../../shared/orders/encodeOrder.ts';
import { createPasteModel } from '../../../../shared/paste/model/createPasteModel.ts';
import type { PasteModel } from '../../../../shared/paste/pasteModel.ts';
import { readTable } from '../../../../shared/paste/readTable.ts';
import { recognise } from '../../../../shared/paste/recognise/recognise.ts';
import { toOrder } from '../../../../shared/paste/toOrder.ts';

const terms = { accountId: 'a', mode: 'live', method: 'standard' } as const;

function open(...lines: string[]): PasteModel {
  const table = readTable(lines.join('\n'));
  const { headers, mapping } = recognise(table.records);
  return createPasteModel({
    table,
    headers,
    mapping,
    products: [],
    history: null,
    today: 20_779,
    withinDays: 30,
    needsProductIds: true,
  });
}
const said = (model: PasteModel): string[] =>
  model.problems().map((one) => `${one.record} ${one.field} ${one.column} ${one.code} ${one.weight}`);

const gateway =
  'productid,quantity,Invoice,email,nprice,bUsePriceOnCustomsForm,bSendOrderNotificationEmail,name,addr,city,st,zip,country,mode';
const plain = 'Order ID,SKU,Quantity,Name,Address,City,State,Zip,Country,Price';
const row = (change: Record<number, string> = {}): string =>
  ['A-1', '40350', '1', 'Ann Lee', '1 Elm St', 'Boston', 'MA', '02108', 'US', '9.00']
    .map((cell, c) => change[c] ?? cell)
    .join(',');

describe('what a row says about customs and e-mail', () => {
  it('goes with the order to the gateway', () => {
    const model = open(
      gateway,
      '40350,1,I1,a@x.org,12.50,1,0,Ann Lee,Weg 1,Berlin,,10115,DE,prod',
      '40350,1,I2,b@x.org,,0,yes,Bo Ray,Weg 2,Berlin,,10115,DE,test',
      '40350,1,I3,c@x.org,,,,Cy Fox,Weg 3,Berlin,,10115,DE,',
    );
    expect(said(model)).toEqual([]);
    const orders = model.readyOrders().map((order) => toOrder(order, terms));
    expect(orders.map((one) => [one.usePriceOnCustoms, one.emailCustomer, one.mode])).toEqual([
      [true, 'no', 'live'],
      [false, 'yes', 'test'],
      [false, 'account', 'live'],
    ]);
    const [first] = orders;
    if (first === undefined) throw new Error('no order');
    const form = new URLSearchParams(encodeOrder(first));
    expect(form.get('bUsePriceOnCustomsForm')).toBe('1');
    expect(form.get('bSendOrderNotificationEmail')).toBe('0');
  });
  it('is refused with a reason when it is neither yes nor no, or cannot be', () => {
    const model = open(
      gateway,
      '40350,1,I1,a@x.org,12.50,maybe,0,Ann Lee,Weg 1,Berlin,,10115,DE,prod',
      '40350,1,I2,,,0,1,Bo Ray,Weg 2,Berlin,,10115,DE,prod',
      '40350,1,I3,c@x.org,,1,0,Cy Fox,Weg 3,Berlin,,10115,DE,prod',
      '40350,1,I4,d@x.org,,0,0,Di Fox,Weg 4,Berlin,,10115,DE,sandbox',
    );
    expect(said(model)).toEqual([
      '2 price 5 choiceForm fault',
      '3 email 3 emailNeeded fault',
      '4 price 4 priceNeeded fault',
      '5 method 13 modeForm fault',
    ]);
    expect(model.readyOrders()).toEqual([]);
  });
});

describe('what the order form refuses, the paste refuses at a cell', () => {
  it.each([
    ['a product that is no number', { 1: 'SKU-A' }, 'sku 1 productUnknown'],
    ['a price with three decimals', { 9: '9.005' }, 'price 9 priceForm'],
    ['a name that is too long', { 3: 'A'.repeat(251) }, 'name 3 tooLong'],
    ['a street that is too long in two halves', { 4: 'S'.repeat(251) }, 'addr 4 tooLong'],
  ])('%s', (_what, change, wanted) => {
    const model = open(plain, row(change));
    expect(said(model)).toEqual([`2 ${wanted} fault`]);
    expect(model.counts()).toMatchObject({ ready: 0, attention: 1 });
  });

  it.each([
    ['a state named twice', { 6: 'MA Massachusetts' }, 'state', 'stateTwice'],
    ['a quantity over 250', { 2: '300' }, 'quantity', 'quantityTooLarge'],
    ['an invoice that is too long', { 0: 'A'.repeat(51) }, 'invoice', 'invoiceTooLong'],
  ])('also where its repair was left: %s', (_what, change, field, code) => {
    const model = open(plain, row(change));
    model.leave(model.problems().map((one) => one.id));
    expect(
      model
        .problems()
        .filter((one) => one.weight === 'fault')
        .map((one) => [one.field, one.code]),
    ).toEqual([[field, code]]);
    expect(model.readyOrders()).toEqual([]);
    model.undo([{ kind: 'leave', marks: model.problems().map((one) => one.id), on: false }]);
    expect(model.repairGroups()).toHaveLength(1);
  });

  it('a repair that was left and that the service takes goes out as it is', () => {
    const model = open(plain, row({ 7: '021081234' }));
    model.leave(model.problems().map((one) => one.id));
    expect(model.readyOrders()).toHaveLength(1);
  });

  it('a table without products', () => {
    const model = open(
      'Order ID,Name,Address,City,State,Zip,Country',
      'A-1,Ann Lee,1 Elm St,Boston,MA,02108,US',
    );
    expect(said(model)).toEqual(['2 sku -1 productMissing fault']);
  });

  it('unknown products in numbered and packed columns', () => {
    const items = open(
      'Order ID,Name,Address,City,State,Zip,Country,SKU #1,Quantity #1,SKU #2,Quantity #2,First Name (Shipping),Item Name #1',
      'A-1,Ann Lee,1 Elm St,Boston,MA,02108,US,40350,1,XYZ,1,,',
    );
    expect(said(items)).toContain('2 sku 9 productUnknown fault');
  });
});
