import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../../../shared/paste/checkReport.ts';
import { makeReport } from '../../../../../shared/paste/checkReport.ts';
import { readTable } from '../../../../../shared/paste/readTable.ts';
import { cleanOrder } from './people.ts';
import type { Cells, Shop } from './shops.ts';
import { cellsOf, columnOf, recordOf, shops, writeText } from './shops.ts';

const read = (text: string): CheckReport =>
  makeReport({
    table: readTable(text),
    products: [],
    history: null,
    today: 20_779,
    withinDays: 30,
    words: (code) => code,
  });

const products: [string, string][] = [
  ['40350', 'Field Recordings'],
  ['40360', '50% off sampler'],
  ['40370', 'Stimmen am Fluss'],
];
const shapes = ['one row', 'repeated', 'blank continuation', 'blank without number', 'summary row'] as const;

/** 40 orders of one to three products in one of the row shapes, and what must come of them. */
function write(shop: Shop, shape: (typeof shapes)[number]) {
  const rows: string[][] = [];
  const wanted: {
    invoice: string;
    records: number[];
    zip: string;
    items: CheckReport['orders'][number]['items'];
  }[] = [];
  let record = (shop.before?.length ?? 0) + 2;
  for (let n = 0; n < 40; n++) {
    const clean = cleanOrder(n);
    const cells = cellsOf(clean, shop);
    const count = shape === 'one row' ? 1 : 1 + (n % 3);
    const one: (typeof wanted)[number] = { invoice: clean.invoice, records: [], zip: clean.zip, items: [] };
    const put = (row: string[]): void => {
      rows.push(row);
      one.records.push(record++);
    };
    if (shape === 'summary row')
      put(recordOf(shop, { ...cells, sku: '', title: '', price: '', quantity: String(count) }));
    products.slice(0, count).forEach(([sku, title], i) => {
      const row = recordOf(shop, { ...cells, sku, title, quantity: String(i + 1) });
      const bare = shape === 'summary row' || (i > 0 && shape.startsWith('blank'));
      const kept: (keyof Cells)[] = [
        'sku',
        'title',
        'quantity',
        'price',
        ...(shape === 'blank without number' ? [] : ['invoice' as const]),
      ];
      const columns = kept.flatMap((field) =>
        shop.at[field] === undefined ? [] : [columnOf(shop, shop.at[field])],
      );
      put(bare ? row.map((cell, c) => (columns.includes(c) ? cell : '')) : row);
      one.items.push({
        sku: shop.at.sku === undefined ? '' : sku,
        title: shop.at.title === undefined ? '' : title,
        quantity: shop.at.quantity === undefined ? 1 : i + 1,
      });
    });
    wanted.push(one);
  }
  return { text: writeText(shop, rows), wanted };
}

describe('every shop in every row shape', () => {
  for (const shop of shops)
    it(shop.id, () => {
      for (const shape of shapes) {
        const { text, wanted } = write(shop, shape);
        const { orders, flags } = read(text);
        expect([
          shape,
          orders.map(({ invoice, records, zip, items }) => ({ invoice, records, zip, items })),
        ]).toEqual([shape, wanted]);
        expect([shape, flags]).toEqual([shape, []]);
      }
    });
});

describe('no header at all', () => {
  it('numbers of orders are no postcodes, a rare company is no name, a title with a number no street', () => {
    const places = [
      '1010;Wien',
      '5020;Salzburg',
      '8010;Graz',
      '1070;Wien',
      '6020;Innsbruck',
      '1010;Wien',
      '4020;Linz',
      '9020;Villach',
    ];
    const of = (n: number): string => {
      const company = n === 3 ? 'Acme Audio GmbH' : '';
      const title = n % 2 === 0 ? 'Piano Works, Vol. 2' : 'Night Trains';
      return `${3041 + ((n * 3) % 8)};${['Eva', 'Max', 'Ida', 'Jan'][n % 4]};Huber${'abcdefgh'[n]};${company};Ring ${n + 9};${places[n]};AT;LAB-1;${title};1`;
    };
    const { columns } = read(`${Array.from({ length: 8 }, (_, n) => of(n)).join('\n')}\n`);
    expect(columns.map(({ field }) => field)).toEqual([
      'invoice',
      'name',
      'name',
      'company',
      'addr',
      'zip',
      'city',
      'country',
      'sku',
      'title',
      'quantity',
    ]);
  });
  const headless = ['trepstar', 'gateway', 'generic', 'german', 'french', 'italian', 'woo-jem'];
  for (const shop of shops.filter(({ id }) => headless.includes(id)))
    it(`${shop.id}: told by what is in the columns`, () => {
      for (const count of [5, 40, 200]) {
        const records = Array.from({ length: count }, (_, n) => recordOf(shop, cellsOf(cleanOrder(n), shop)));
        const text = writeText({ ...shop, bom: false }, records);
        const without = read(text.slice(text.indexOf('\n') + 1));
        const place = ({
          invoice,
          name,
          company,
          addr,
          city,
          state,
          zip,
          country,
          email,
        }: CheckReport['orders'][number]) => [invoice, name, company, addr, city, state, zip, country, email];
        expect(without.orders.map(place)).toEqual(read(text).orders.map(place));
        expect(without.flags).toEqual([]);
      }
    });
});
