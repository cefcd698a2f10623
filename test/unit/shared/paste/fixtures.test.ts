import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../../shared/paste/checkReport.ts';
import type { KnownProduct } from '../../../../shared/paste/pasteTypes.ts';
import { makeReport } from '../../../../shared/paste/checkReport.ts';
import { decodeBytes } from '../../../../shared/paste/decode.ts';
import { readHtmlTable } from '../../../../shared/paste/htmlTable.ts';
import { readTable } from '../../../../shared/paste/readTable.ts';

/** Written by hand from the export formats' documentation; only the keys that are given are compared. */
interface Expected {
  fields?: (string | null)[];
  orders: (Record<string, string> & { records?: number[] })[];
  flags: { record: number; field: string; repair: string | null }[];
  not_orders: { record: number; reason: string }[];
  products?: KnownProduct[];
}

const folder = join(import.meta.dirname, '../../../fixtures/pastes');
const files = readdirSync(folder).filter((file) => !file.endsWith('.json'));

function reportOf(file: string, products: readonly KnownProduct[]): CheckReport {
  const { text, notes } = decodeBytes(new Uint8Array(readFileSync(join(folder, file))));
  const html = file.endsWith('.html') ? readHtmlTable(text) : null;
  const table =
    html === null ? readTable(text, notes) : { records: html, delimiter: '', unquoted: false, notes };
  return makeReport({ table, products, history: null, today: 20_000, withinDays: 30, words: (code) => code });
}

const itemText = (items: CheckReport['orders'][number]['items']): string =>
  items.map((item) => `${item.sku}|${item.title}|${item.quantity}`).join(';');

describe('pastes as shops and people make them', () => {
  it('has at least 40 of them', () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  for (const file of files)
    it(file, () => {
      const expected = JSON.parse(
        readFileSync(join(folder, file.replace(/\.\w+$/, '.expected.json')), 'utf8'),
      ) as Expected;
      const report = reportOf(file, expected.products ?? []);
      if (expected.fields) expect(report.columns.map((column) => column.field)).toEqual(expected.fields);
      const orders = report.orders.map((order, i) => {
        const wanted = expected.orders[i] ?? {};
        const seen: Record<string, unknown> = { ...order, items: itemText(order.items) };
        return Object.fromEntries(Object.keys(wanted).map((key) => [key, seen[key]]));
      });
      expect(orders).toEqual(expected.orders);
      const flags = report.flags.map(({ record, field, repair }) => ({ record, field, repair }));
      const key = (one: { record: number; field: string }): string =>
        `${one.record}`.padStart(4, '0') + one.field;
      const sorted = <T extends { record: number; field: string }>(list: T[]): T[] =>
        list.toSorted((a, b) => key(a).localeCompare(key(b)));
      expect(sorted(flags)).toEqual(sorted(expected.flags));
      expect(report.not_orders).toEqual(expected.not_orders);
    });
});
