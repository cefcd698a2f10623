import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../../../shared/paste/checkReport.ts';
import { makeReport } from '../../../../../shared/paste/checkReport.ts';
import { readTable } from '../../../../../shared/paste/readTable.ts';
import english from '../../../../../renderer/words/en/paste.ts';
import german from '../../../../../renderer/words/de/paste.ts';
import type { Dirt } from './dirt.ts';
import { dirts } from './dirt.ts';
import type { Clean } from './people.ts';
import { cleanOrder } from './people.ts';
import type { Cells, Shop } from './shops.ts';
import { cellsOf, columnOf, recordOf, shops, writeText } from './shops.ts';

interface Planted {
  dirt: Dirt;
  clean: Clean;
  record: number;
  was: string;
}

/** Each dirt that the shop has a column for, in a row of its own, between clean rows. */
function plant(shop: Shop): { report: CheckReport; planted: Planted[]; clean: number[] } {
  const records: string[][] = [];
  const planted: Planted[] = [];
  const clean: number[] = [];
  const first = (shop.before?.length ?? 0) + 2;
  const add = (cells: Cells): number => records.push(recordOf(shop, cells)) - 1 + first;
  let n = 0;
  for (const dirt of dirts) {
    for (let k = 0; k < 3; k++) clean.push(add(cellsOf(cleanOrder(n++), shop)));
    const order = cleanOrder(n++, dirt.iso, dirt.zip);
    const spoilt = dirt.cells(order);
    const fields = Object.keys(spoilt) as (keyof Cells)[];
    if (fields.some((field) => shop.at[field] === undefined)) continue;
    if (shop.country === 'iso' && spoilt.country === 'GB') continue; // that shop's own way
    if (shop.quote === 'none' && /[\n\t]/u.test(Object.values(spoilt).join(''))) continue;
    const record = add({ ...cellsOf(order, shop), ...spoilt });
    planted.push({ dirt, clean: order, record, was: spoilt[dirt.field] ?? '' });
  }
  const report = makeReport({
    table: readTable(writeText(shop, records)),
    products: [],
    history: null,
    today: 20_779,
    withinDays: 30,
    words: (code) => code,
  });
  return { report, planted, clean };
}

const isItem = (field: string): field is 'sku' | 'title' | 'quantity' =>
  field === 'sku' || field === 'title' || field === 'quantity';

/** What a field of the order is after all repairs; null = the report does not show it. */
function valueIn(order: CheckReport['orders'][number] | undefined, field: Dirt['field']): string | null {
  if (order === undefined || field === 'price' || field === 'text') return null;
  return isItem(field) ? String(order.items[0]?.[field]) : order[field];
}

/** Found with the right repair, or right without a word; '' = well done. */
function verdict(one: Planted, report: CheckReport, shop: Shop): string {
  const { dirt, clean, record } = one;
  const right = dirt.right(clean);
  const flags = report.flags.filter((flag) => flag.record === record);
  const order = report.orders.find((other) => other.records.includes(record));
  const value = valueIn(order, dirt.field);
  const marked = flags.some((flag) => flag.field === dirt.field && flag.repair === right);
  const others = Object.entries(dirt.order?.(clean) ?? {}).filter(
    ([field, wanted]) => order?.[field as 'city'] !== wanted,
  );
  if (order === undefined) return 'no order';
  if (others.length > 0) return `order ${JSON.stringify(others)}`;
  if (marked && (right === null || value === null || value === right || dirt.field === 'addr')) return '';
  if (right !== null && value === right) return '';
  if (
    dirt.field === 'price' &&
    shop.money?.('7.77').replaceAll(/\d+/gu, '#') === one.was.replaceAll(/\d+/gu, '#')
  )
    return ''; // how all prices of this file look
  return `flags ${JSON.stringify(flags.map(({ field, code, repair }) => [field, code, repair]))}, order ${value}`;
}

const reports = shops.map((shop) => ({ shop, ...plant(shop) }));

describe('the catalogue of dirt, planted by someone who read only the export formats', () => {
  for (const { shop, report, planted, clean } of reports)
    describe(shop.id, () => {
      it('columns are recognised', () => {
        const parts: Record<string, string> = { first: 'name', last: 'name', addr2: 'addr' };
        const fields = report.columns.map((column) => column.field);
        const wanted = Object.entries(shop.at).map(([field, header]) => [header, parts[field] ?? field]);
        expect(wanted.map(([header = '']) => [header, fields[columnOf(shop, header)]])).toEqual(wanted);
      });
      it('every planted fault is found or rightly repaired', () => {
        const missed = planted.flatMap((one) => {
          const why = verdict(one, report, shop);
          return why === '' ? [] : [`${one.dirt.kind} ${one.dirt.field} ${JSON.stringify(one.was)}: ${why}`];
        });
        expect(missed).toEqual([]);
        expect(planted.length).toBeGreaterThan(200);
      });
      it('no clean row is flagged, none is lost, footers are no orders', () => {
        const rows = new Set(clean);
        expect(report.flags.filter((flag) => rows.has(flag.record))).toEqual([]);
        const seen = new Set(report.orders.flatMap((order) => order.records));
        expect(clean.filter((record) => !seen.has(record))).toEqual([]);
        expect(report.not_orders).toHaveLength(shop.after?.length ?? 0);
      });
    });
});

describe('every repair that came up', () => {
  const codes = new Set(
    reports.flatMap(({ report }) =>
      report.flags.flatMap((flag) => (flag.repair === null ? [] : [flag.code])),
    ),
  );
  it('has words for the line above the grid, in both languages', () => {
    expect(codes.size).toBeGreaterThan(40);
    for (const words of [english.group, german.group])
      expect([...codes].filter((code) => !(code in words) && !(`${code}_other` in words))).toEqual([]);
  });
});
