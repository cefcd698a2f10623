import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatePaste } from '../../../bench/generatePaste.ts';
import { decodeBytes } from '../../../../shared/paste/decode.ts';
import { readHtmlTable } from '../../../../shared/paste/htmlTable.ts';
import { createPasteModel } from '../../../../shared/paste/model/createPasteModel.ts';
import type { PasteModel } from '../../../../shared/paste/pasteModel.ts';
import type { Table } from '../../../../shared/paste/pasteTypes.ts';
import { HistoryIndex } from '../../../../shared/paste/radar/historyIndex.ts';
import { readTable } from '../../../../shared/paste/readTable.ts';
import { recognise } from '../../../../shared/paste/recognise/recognise.ts';
import { Tokenizer } from '../../../../shared/paste/tokenize.ts';

const folder = join(import.meta.dirname, '../../../fixtures/pastes');

function fixture(file: string): Table {
  const { text, notes } = decodeBytes(new Uint8Array(readFileSync(join(folder, file))));
  return file.endsWith('.html')
    ? { records: readHtmlTable(text) ?? [], delimiter: '', unquoted: false, notes }
    : readTable(text, notes);
}

/** Everything that is to be seen of a sheet. */
function seen(table: Table, thorough: boolean, history: HistoryIndex | null) {
  const found = recognise(table.records);
  const model = createPasteModel({
    table,
    ...found,
    products: [],
    history,
    today: 20_000,
    withinDays: 30,
    thorough,
  });
  return seenOf(model);
}

function seenOf(model: PasteModel) {
  return {
    counts: model.counts(),
    problems: model.problems(),
    orders: model.orders(),
    notOrders: model.notOrders(),
    states: model.rows.map((key) => `${model.stateOf(key)} ${model.orderRowsOf(key).join()}`),
  };
}

/** A past in which every seventh order of the paste was sent before. */
function pastOf(table: Table): HistoryIndex {
  const { orders } = seen(table, true, null);
  const past = orders.filter((_, index) => index % 7 === 3);
  const index = new HistoryIndex();
  index.add({
    invoices: past.map((order, i) => (i % 2 === 0 ? order.invoice.toLowerCase() : `other-${i}`)),
    names: past.map((order) => order.name),
    postcodes: past.map((order) => order.zip),
    countries: past.map((order) => order.country),
    addresses: past.map((order) => order.addr),
    emails: past.map(() => ''),
    productIds: past.map(({ items }) => items[0]?.sku ?? ''),
    at: past.map(() => '2024-09-25T00:00:00Z'),
  });
  return index;
}

function expectAgreement(table: Table): void {
  expect(seen(table, false, null)).toEqual(seen(table, true, null));
  const past = pastOf(table);
  expect(seen(table, false, past)).toEqual(seen(table, true, past));
}

describe('the quick way through clean rows', () => {
  for (const file of readdirSync(folder).filter((name) => !name.endsWith('.json')))
    it(`agrees with all checks on ${file}`, () => expectAgreement(fixture(file)));

  for (const share of [0, 0.02, 0.3, 0.8])
    it(`agrees with all checks on rows of which ${share * 100} % are dirty`, () =>
      expectAgreement(readTable(generatePaste(800, 21 + share * 100, share).text)));

  it('agrees where every kind of column stands alone in doubt', () => {
    const head = 'Order,SKU,Qty,Name,Address,City,State,Zip,Country,Email,Price,Special text,Status';
    const row = [
      'A-1',
      '66750',
      '1',
      'Ann Lee',
      '1 Elm St',
      'Boston',
      'MA',
      '02108',
      'US',
      'a@b.com',
      '9.50',
      '',
      '',
    ];
    // prettier-ignore
    const odd: (readonly string[])[] = [
      ['1E5', '#1001', '#NV', 'a b', '12.0', '1,000', 'x'.repeat(51), 'Ünï', '-5', '', '1001 ', "'77"],
      ['Jun-08', '66750x66760', 'x', '', 'lamp', '66,750'],
      ['0', '00', '99', '100', '250', '251', 'two', '1.0', '-1', 'x0', '', ' '],
      ['', ' ', 'Ann', 'AnnLee', 'Lee, Ann', 'Ann Marie Lee', 'Ann & Bob Lee', 'NULL', 'N/A', 'Mattner', 'a@b.co', 'MÃ¼ller', 'Šk\u010dí'],
      ['', 'Elm St', '1 Elm St\u00a0', '=1+1', 'AT&T Way 1'],
      ['', '02108 Boston', 'Boston, MA 02108', 'St. Louis', 'MA', 'Praha 1', '\u2003'],
      ['', 'Massachusetts', 'massachusets', 'XX', 'US-MA', 'MA Massachusetts', 'Bayern'],
      ['', '2108', '02108-1234', 'SW1A1AA', 'SW1A 1AA', '1E10', '12E34', '10115', 'D-10115', '021O8', '02108.0'],
      ['', 'UK', 'GB', 'Germany', 'Deutschland', 'Germny', 'DE', 'XX', '5', 'HK', 'IE'],
      ['', 'a@gmial.com', 'a@gmail.com', 'a@@b.com', '.a@b.com', 'a.@b.com', 'a@b', 'a@b.c', 'a@b..com', 'a_b@c_d.com', 'ä@b.de', 'a+b@c.co'],
      ['', '9', '9,50', '$9.50', 'free', '.5', '9.'],
      ['', 'x'.repeat(501), '<b>hi</b>', 'a &amp; b', 'a &foo; b', 'x'.repeat(260)],
      ['', 'shipped', 'Cancelled', 'paid', 'refunded'],
    ];
    const quote = (cells: readonly string[]): string =>
      cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',');
    const lines = odd.flatMap((values, column) =>
      values.map((value, i) =>
        quote(
          row.map((cell, c) =>
            c === column
              ? value
              : c === 0
                ? `A-${column}-${i}`
                : c === 3
                  ? `Ann Lee${i}${'abcdefghijklm'[column] ?? ''}`
                  : cell,
          ),
        ),
      ),
    );
    const padding = Array.from({ length: 30 }, (_, i) => quote(row.map((c, k) => (k === 0 ? `P-${i}` : c))));
    expectAgreement(readTable([head, ...padding, ...lines].join('\n')));
  });

  it('agrees on several products in a row, and on yes-or-no columns', () => {
    const head =
      'Order no,Name,Address,City,State,Zip,Country,Email,Price,email_customer,use_price_on_customs,mode,Lineitem sku 1,Lineitem quantity 1,Lineitem sku 2,Lineitem quantity 2,Lineitem sku 3,Lineitem quantity 3';
    const mapping = ['invoice', 'name', 'addr', 'city', 'state', 'zip', 'country', 'email', 'price'] as const;
    const roles = [
      ...mapping,
      ...(['emailCustomer', 'customsPrice', 'mode'] as const),
      ...[1, 2, 3].flatMap(() => ['itemSku', 'itemQuantity'] as const),
    ];
    const mails = ['a@b.com', '', 'a@gmail.co', 'x_y@mail.example.org', 'a@-b.com', 'A@B.COM', 'a-@b.com'];
    const choices = ['', 'yes', 'no', '1', ' no', 'maybe', 'Nein'];
    const modes = ['', 'live', 'test', 'Prod', 'soon'];
    const counts = ['1', '99', '0', '', '100', '251', 'x', '2'];
    const skus = ['66750', '', 'LAMP', '66760 ', '6.675E+04'];
    const rows = Array.from({ length: 700 }, (_, n) => {
      const country = n % 3 === 0 ? 'US' : 'DE';
      const [city, state, zip] = country === 'US' ? ['Boston', 'MA', '02108'] : ['Berlin', '', '10115'];
      const place = [`A-${n}`, `Ann Lee${n}`, `${n} Elm St`, city, state, zip, country];
      // One cell in doubt, or all of them.
      const pick = (list: readonly string[], at: number): string =>
        n % 11 === at || n % 11 === 10
          ? (list[Math.floor(n / (at + 2)) % list.length] ?? '')
          : (list[0] ?? '');
      const price = n % 4 === 0 ? '' : '9.50';
      const wishes = [pick(mails, 0), price, pick(choices, 1), pick(choices, 2), pick(modes, 3)];
      const items = [0, 1, 2].flatMap((one) => [pick(skus, 4 + one), pick(counts, 7 + one)]);
      return [...place, ...wishes, ...items].join(',');
    });
    const table = readTable([head, ...rows].join('\n'));
    const found = recognise(table.records);
    for (const products of [[], [{ productId: '66750', title: 'Lamp', skus: ['LAMP'] }]]) {
      const [quick, thorough] = [false, true].map((all) => {
        const settings = { history: null, today: 20_000, withinDays: 30, needsProductIds: true };
        const given = { ...found, mapping: { ...found.mapping, roles } };
        return seenOf(createPasteModel({ table, ...given, products, ...settings, thorough: all }));
      });
      expect(quick?.counts.ready).toBeGreaterThan(200);
      expect(quick).toEqual(thorough);
    }
  });
});

describe('reading in steps', () => {
  const text = `a,b,c,d\r\n1,"x ""y"" z",3,4\r\n"5\n6",7,8,"open\r\n9,10,11,12\n\n13,,"15",16,`;
  it('gives the same records wherever the steps end', () => {
    const whole = new Tokenizer(text, { delimiter: ',' });
    whole.read();
    for (let step = 1; step < text.length; step += 1) {
      const parts = new Tokenizer(text, { delimiter: ',' });
      for (let until = step; !parts.done; until += step) parts.read(until);
      expect(parts.store.slice()).toEqual(whole.store.slice());
    }
    expect(whole.store.slice(1, 2)).toEqual([['1', 'x "y" z', '3', '4']]);
  });
});
