import { execFile } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, ftruncateSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../shared/paste/checkReport.ts';
import { zipLimits } from '../../../shared/paste/bombGuard.ts';
import { readSource } from '../../../renderer/paste/worker/readSource.ts';
import { storeOf, type Records } from '../../../shared/paste/cells/cellStore.ts';
import { makeXlsx, makeZip, type SheetCell } from '../../lib/makeZip.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paste-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** What `npm run paste:check` says, with a memory that a bomb would burst. */
async function check(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const run = promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=400', join(root, 'build/pasteCheck.ts'), ...args],
    { cwd: root, maxBuffer: 64e6 },
  );
  try {
    const { stdout, stderr } = await run;
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}
const open = (bytes: Uint8Array<ArrayBuffer>, name = 'orders.xlsx', sheet?: number) =>
  readSource({ kind: 'file', file: new File([bytes], name), ...(sheet === undefined ? {} : { sheet }) });

const rowsOf = (records: Records): string[][] => storeOf(records).slice();

const head = ['Order no', 'SKU', 'Qty', 'Name', 'Address', 'City', 'State', 'Zip', 'Country'];
const row = (n: number): SheetCell[] => [
  `A-${n}`,
  '40350',
  '1',
  `Ann Lee${n}`,
  `${n} Elm St`,
  'Boston',
  'MA',
  '02108',
  'US',
];
const blanks = (mb: number): Uint8Array => new Uint8Array(mb * 1_000_000).fill(32);
const bomb = (): Uint8Array => makeZip([{ name: 'xl/worksheets/sheet1.xml', text: blanks(30) }]);

describe('workbooks that are bombs', () => {
  /** Thirty entries of the table of contents that all show to the same 9 MB. */
  const overlapping = (): Uint8Array => {
    const zip = Buffer.from(makeZip([{ name: 'a.xml', text: blanks(9) }]));
    const table = zip.readUInt32LE(zip.length - 6);
    const entry = zip.subarray(table, zip.length - 22);
    const end = Buffer.from(zip.subarray(zip.length - 22));
    end.writeUInt16LE(30, 8);
    end.writeUInt16LE(30, 10);
    end.writeUInt32LE(entry.length * 30, 12);
    return new Uint8Array(
      Buffer.concat([zip.subarray(0, table), ...Array.from({ length: 30 }, () => entry), end]),
    );
  };
  /** The entry's own header says "stored", the table of contents "deflated". */
  const twoFaced = (): Uint8Array => {
    const zip = makeZip([{ name: 'xl/workbook.xml', text: blanks(1) }]);
    zip[8] = 0;
    return zip;
  };
  const bombs: [string, () => Uint8Array, string][] = [
    ['one part that unpacks a thousandfold', bomb, 'file-too-large'],
    [
      'one that declares a small size',
      () => makeZip([{ name: 'xl/worksheets/sheet1.xml', text: blanks(30), declared: 1000 }]),
      'file-too-large',
    ],
    [
      'shared strings that never end',
      () =>
        makeZip([
          {
            name: 'xl/sharedStrings.xml',
            text: `<sst>${'<si><t>x</t></si>'.repeat(2_000_000)}</sst>`,
            declared: 10,
          },
        ]),
      'file-too-large',
    ],
    [
      'one that declares four gigabytes',
      () => makeZip([{ name: 'a.xml', text: 'x', declared: 4_000_000_000 }]),
      'file-too-large',
    ],
    [
      'many sheets',
      () =>
        makeZip(
          Array.from({ length: zipLimits.entries + 1 }, (_, i) => ({
            name: `xl/worksheets/sheet${i}.xml`,
            text: '',
          })),
        ),
      'file-too-large',
    ],
    ['parts that lie over one another', overlapping, 'file-too-large'],
    ['headers that contradict each other', twoFaced, 'file-unreadable'],
    [
      'one that is cut off',
      () => makeXlsx([{ name: 'A', rows: [head, row(1)] }]).slice(0, 900),
      'file-unreadable',
    ],
    ['a zip without a workbook', () => makeZip([{ name: 'readme.txt', text: 'hello' }]), 'file-unreadable'],
  ];
  it.each(bombs)('%s', async (_what, make, code) => {
    const read = await open(new Uint8Array(make()));
    expect(read.ok ? 'read' : read.error.code).toBe(code);
  });
  it('end with a plain word on the command line, within its memory', async () => {
    const { code, out, err } = await check(put('bomb.xlsx', bomb()));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/bomb\.xlsx: too large\..*Split the file/u);
    expect(err).not.toMatch(/ at /u);
  });
});

describe('a workbook', () => {
  const formats = ['0.00', '"$"#,##0.00', 'yyyy\\-mm\\-dd', '00000', 'mmm\\-yy', '0'];
  const book = makeXlsx(
    [
      { name: 'Notes', rows: [['Nothing here']] },
      {
        name: 'Old orders',
        rows: [head, row(8)],
        hidden: true,
      },
      {
        name: 'Orders',
        rows: [
          ['Order no', 'SKU', 'Qty', 'Name', 'Address', 'City', 'State', 'Zip', 'Country', 'Price', 'Date'],
          [
            { value: 61_220_600_012_345, style: 0 },
            { value: 40_350, style: 6 },
            { value: 2, style: 0 },
            { shared: 0 },
            '1 Elm St',
            'Boston',
            'MA',
            { value: 2108, style: 4 },
            'US',
            { value: 14.9, style: 2 },
            { value: 46_348, style: 3 },
          ],
          [
            'A-2',
            { value: 39_600, style: 5 },
            { value: 1, style: 0 },
            'Bo Ray',
            '2 Elm St',
            'Boston',
            'MA',
            { value: 2108, style: 0 },
            'US',
            { value: 9, style: 1 },
            '',
          ],
        ],
      },
      { name: 'Second', rows: [head, row(9)] },
    ],
    formats,
    ['Ann Lee'],
  );

  it('is read as it is shown: numbers, dates, leading zeros, shared texts; the likeliest sheet first', async () => {
    const read = await open(new Uint8Array(book));
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.sheets).toEqual(['Notes', 'Old orders', 'Orders', 'Second']);
    expect(read.value.sheet).toBe(2);
    expect(rowsOf(read.value.table.records).slice(1)).toEqual([
      [
        '61220600012345',
        '40350',
        '2',
        'Ann Lee',
        '1 Elm St',
        'Boston',
        'MA',
        '02108',
        'US',
        '$14.90',
        '2026-11-22',
      ],
      ['A-2', 'Jun-08', '1', 'Bo Ray', '2 Elm St', 'Boston', 'MA', '2108', 'US', '9.00', ''],
    ]);
  });
  it('gives the sheet that was chosen', async () => {
    const read = await open(new Uint8Array(book), 'orders.xlsx', 3);
    expect(read.ok && rowsOf(read.value.table.records)[1]?.[0]).toBe('A-9');
  });
  it('on the command line: chosen by name, refused when there is none of that name', async () => {
    const file = put('book.xlsx', book);
    const [found, second, none] = await Promise.all([
      check(file),
      check(file, '--sheet', 'Second'),
      check(file, '--sheet', 'Third'),
    ]);
    const report = JSON.parse(found.out) as CheckReport;
    expect(report.orders.map(({ invoice, zip }) => [invoice, zip])).toEqual([
      ['61220600012345', '02108'],
      ['A-2', '02108'],
    ]);
    expect(report.flags.map(({ record, column, code }) => [record, column, code])).toEqual([
      [2, 10, 'priceForm'],
      [3, 2, 'productDate'],
      [3, 8, 'zipLeadingZero'],
    ]);
    expect((JSON.parse(second.out) as CheckReport).orders[0]?.invoice).toBe('A-9');
    expect(none.code).toBe(1);
    expect(none.err).toContain('It has: Notes, Old orders, Orders, Second.');
  });
});

describe('other files', () => {
  it('300 MB are refused before they are read', async () => {
    const file = join(folder, 'huge.csv');
    const handle = openSync(file, 'w');
    ftruncateSync(handle, 300_000_000);
    closeSync(handle);
    const { code, err } = await check(file);
    rmSync(file);
    expect(code).toBe(1);
    expect(err).toMatch(/huge\.csv: too large\. Text may have 120 MB/u);
    const unread = {
      size: 300_000_000,
      name: 'huge.csv',
      arrayBuffer: () => Promise.reject(new Error('was read')),
    };
    const read = await readSource({ kind: 'file', file: unread as unknown as File });
    expect(read).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  });
  it.each([
    ['a picture', 'p.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ['a PDF', 'p.txt', '%PDF-1.7\n'],
    ['old Excel', 'p.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['noise', 'p.tsv', new Uint8Array(4000).map((_, i) => (i * 7919) % 256)],
  ])('%s is no table', async (_what, name, content) => {
    const { code, err } = await check(put(name, content));
    expect(code).toBe(1);
    expect(err).toMatch(/no table of text|damaged/u);
  });
  it('no rows, one column, and no file at all', async () => {
    const [empty, header, column, none] = await Promise.all([
      check(put('empty.csv', '')),
      check(put('head.csv', `${head.join(',')}\n`)),
      check(put('one.csv', 'Email\na@x.org\nb@x.org\n')),
      check(join(folder, 'none.csv')),
    ]);
    expect(JSON.parse(empty.out)).toEqual({ columns: [], orders: [], flags: [], not_orders: [] });
    expect(empty.err).toContain('there are no rows in it');
    expect(JSON.parse(header.out)).toMatchObject({ orders: [], flags: [], not_orders: [] });
    expect((JSON.parse(column.out) as CheckReport).columns).toEqual([{ header: 'Email', field: 'email' }]);
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('there is no such file');
  });
});

it('the report has exactly the shape that is promised', async () => {
  const products = put('products.csv', 'id,title,sku\n66750,CD A,SKU-A\n');
  const history = put(
    'history.csv',
    'invoice,name,address,zip,country,product,date\nOLD-1,Ann Lee,1 Elm St,02108,US,66750,2026-11-18\n',
  );
  const file = put(
    'orders.csv',
    'Orders of November\n\nOrder no,SKU,Qty,Name,Address,City,State,Zip,Country\nOLD-1,SKU-A,1,"Bo\nRay",2 Elm St,Boston,MA,2108,US\nN-2,SKU-A,300,Ann Lee,1 Elm St,Boston,MA,02108,GB\nN-3,XYZ,1,Cy Fox,3 The Mall,London,,SW1A 1AA,UK\nTotal,,302,,,,,,\n',
  );
  const { code, out } = await check(file, '--products', products, '--history', history);
  expect(code).toBe(0);
  const report = JSON.parse(out) as CheckReport;
  expect(Object.keys(report)).toEqual(['columns', 'orders', 'flags', 'not_orders']);
  for (const column of report.columns) expect(Object.keys(column)).toEqual(['header', 'field']);
  for (const order of report.orders) {
    expect(Object.keys(order)).toEqual([
      'invoice',
      'records',
      'name',
      'company',
      'addr',
      'city',
      'state',
      'zip',
      'country',
      'email',
      'items',
    ]);
    for (const item of order.items) expect(Object.keys(item)).toEqual(['sku', 'title', 'quantity']);
  }
  for (const flag of report.flags) {
    expect(Object.keys(flag)).toEqual(['record', 'column', 'field', 'code', 'message', 'was', 'repair']);
    expect(flag.message).toMatch(/^[A-Z“{].*[.?]$/u);
  }
  expect(report.not_orders).toEqual([
    { record: 1, reason: 'title' },
    { record: 7, reason: 'totals' },
  ]);
  expect(
    report.flags.map(({ record, column, code: what, repair }) => [record, column, what, repair]),
  ).toEqual(
    expect.arrayContaining([
      [4, 1, 'invoiceUsed', null],
      [4, 4, 'lineBreak', 'Bo Ray'],
      [4, 8, 'zipLeadingZero', '02108'],
      [5, 3, 'quantityTooLarge', '250'],
      [6, 2, 'productUnknown', null],
    ]),
  );
  expect(
    report.orders.map(({ invoice, records, country, items }) => [invoice, records, country, items]),
  ).toEqual([
    ['OLD-1', [4], 'US', [{ sku: 'SKU-A', title: '', quantity: 1 }]],
    ['N-2', [5], expect.any(String), [{ sku: 'SKU-A', title: '', quantity: 250 }]],
    ['N-2-2', [5], expect.any(String), [{ sku: 'SKU-A', title: '', quantity: 50 }]],
    ['N-3', [6], 'UK', [{ sku: 'XYZ', title: '', quantity: 1 }]],
  ]);
});
