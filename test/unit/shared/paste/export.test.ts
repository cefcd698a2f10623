import { describe, expect, it } from 'vitest';
import { anOrder } from '../../../fixtures/trepstar/order.ts';
import { harmless } from '../../../../electron/orders/export/historyColumns.ts';
import { fromTsv, toHtml, toTsv } from '../../../../renderer/ui/grid/clipboard.ts';
import { listOf } from '../../../../renderer/paste/worker/listText.ts';
import { PasteSession } from '../../../../renderer/paste/worker/pasteSession.ts';
import { tokenize } from '../../../../shared/paste/tokenize.ts';
import { guardCell, unguardCell } from '../../../../shared/paste/attention.ts';

/** What a spreadsheet would run, as attackers write it. */
const live = [
  "=cmd|' /C calc'!A0",
  '=1+1',
  '=HYPERLINK("http://x.example","y")',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|x!A0',
  "\t=cmd|' /C calc'!A0",
  "\r=cmd|' /C calc'!A0",
  "\n=cmd|' /C calc'!A0",
  "  =cmd|' /C calc'!A0",
  "\u00a0=cmd|' /C calc'!A0",
  '＝1+1',
  '＋A1',
  '－A1',
  '＠SUM(A1)',
  '+A1',
  '-A1',
  '"=1+1',
].filter((cell) => !cell.startsWith('"'));
const plain = ['-5', '+49 170 5551234', '(0)30-12', "'t Hart", 'a=b', 'info@x.org', '#1001', '', '12,50'];

/** True when a spreadsheet that reads this cell would run it. */
const runs = (cell: string): boolean =>
  /^[\s\u00a0]*[=+\-@＝＋－＠]/u.test(cell) && !/^[+-][\d\s().,/-]*$/u.test(cell);

describe('a cell that a spreadsheet would run', () => {
  it.each(live)('%j leaves as text and comes back as it was', (cell) => {
    expect(runs(guardCell(cell))).toBe(false);
    expect(unguardCell(guardCell(cell))).toBe(cell);
    for (const back of [fromTsv(toTsv([[cell, 'x']])), fromTsv(`${toTsv([['x', cell]])}\r\n`)])
      expect(back.flat()).toContain(cell);
    expect(toHtml([[cell]])).not.toMatch(/<td[^>]*>[\s\u00a0]*[=+\-@＝＋－＠]/u);
    expect(runs(String(harmless(cell)))).toBe(false);
  });
  it.each(plain)('%j is no formula and stays as it is', (cell) => {
    expect(guardCell(cell)).toBe(cell);
    expect(unguardCell(cell)).toBe(cell);
    expect(fromTsv(toTsv([[cell, 'x']]))).toEqual([[cell, 'x']]);
  });
  it('is guarded only once', () => {
    expect(guardCell(guardCell('=1'))).toBe("'=1");
  });
});

describe('the ways out of the paste screen', () => {
  it('rows that need attention, copied as text and as a table, and saved', async () => {
    const session = new PasteSession(() => undefined);
    const rows = live.map(
      (cell, n) => `A-${n}\t40350\t1\t"${cell.replaceAll('"', '""')}"\tWeg ${n}\tBerlin\t10115\tDE`,
    );
    const text = ['Order no\tSKU\tQty\tName\tAddress\tCity\tZip\tCountry', ...rows].join('\n');
    const opened = await session.open({ kind: 'text', text, html: '' });
    expect(opened.ok).toBe(true);
    const out = session.attentionText();
    expect(out.rows).toBeGreaterThan(8);
    expect(out.csv.startsWith('\uFEFF')).toBe(true); // or Excel reads umlauts wrongly
    for (const [source, delimiter] of [
      [out.text, '\t'],
      [out.csv.replace('\uFEFF', ''), ','],
    ] as const) {
      const cells = tokenize(source, { delimiter }).flat();
      expect(cells.length).toBeGreaterThan(80);
      expect(cells.filter(runs)).toEqual([]);
    }
    expect(out.html).not.toMatch(/<td[^>]*>[\s\u00a0]*[=@＝＠]/u);
    expect(out.html).toContain('mso-number-format');
  });

  it('the dry run, with each value under its head and a line for each product', () => {
    const order = anOrder({
      invoice: 'A-1',
      lines: [
        { productId: '40350', title: '', quantity: 2 },
        { productId: '40360', title: '', quantity: 1 },
      ],
      name: 'Ada Lovelace',
      company: 'Analytical Engines',
      address: '7 Summit Avenue',
      city: 'Saint Paul',
      state: 'MN',
      postcode: '55102',
      country: 'US',
      email: 'ada@example.com',
      shippingMethod: 'priority',
      mode: 'test',
      specialText: '=1+1',
      price: '14.90',
      usePriceOnCustoms: true,
      emailCustomer: 'no',
    });
    const [head = [], ...lines] = tokenize(listOf([{ rows: [0], order }]), { delimiter: '\t' });
    const table = lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
    const {
      lines: _lines,
      accountId: _account,
      shippingMethod: method,
      usePriceOnCustoms: _use,
      ...same
    } = order;
    const shared = { ...same, method, priceOnCustoms: 'yes', specialText: "'=1+1" };
    expect(table).toEqual([
      { ...shared, product: '40350', quantity: '2' },
      { ...shared, product: '40360', quantity: '1' },
    ]);
  });
});
