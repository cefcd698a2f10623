import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { startTrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';
import { addTrepstar, anOrder, get, placeOrder } from './support/api.ts';
import { grid, openPaste, pasteText } from './support/pasteScreen.ts';

const saveTo = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog;
  }, file);
const summary = (page: Page, ready: number, needs: number) =>
  expect(page.getByLabel(`${ready} ready, ${needs} need attention`));

/** Our own headers: no country, a SKU that TrepStar does not know, two lost zeros. */
const own = (first: number): string =>
  [
    'Running\tSKU\tCopies\tWho gets it\tStreet\tTown\tState\tZIP\tbUsePriceOnCustomsForm\tPrice',
    ...Array.from({ length: 4 }, (_, n) =>
      [
        `W-${first + n}`,
        n === 3 ? '66750' : 'SHOP-CD',
        String(n + 1),
        `Person Nr${first + n}`,
        `${first + n} Elm St`,
        'Boston',
        'MA',
        n === 0 || n === 2 ? '2108' : '02108',
        '0',
        '9.00',
      ].join('\t'),
    ),
  ].join('\n');

test('from strange headers to the gateway and back to History: constants, learned products, repairs, dry run, summary', async ({
  postroom,
  page,
  app,
  dataFolder,
}) => {
  const fake = await startTrepstarServer({ products: ['66750', '66760'] });
  await expect(page.getByRole('button', { name: 'Try with the practice account' })).toBeVisible();
  const account = await addTrepstar(page, fake);
  for (const [productId, title] of [
    ['66760', 'Night Songs'],
    ['66750', 'Field Recordings'],
  ] as const)
    await get(page, 'products.save', {
      accountId: account.id,
      productId,
      title,
      price: '',
      defaultMethod: null,
      packaging: '',
      skus: [],
    });
  await placeOrder(page, anOrder(account.id, { invoice: 'ELSEWHERE-1' }));
  await page.reload();
  await openPaste(page);
  await pasteText(postroom, own(1));
  await expect(grid(page)).toBeVisible();

  // What no column says is said once for all rows; a column can be given another meaning.
  await page.getByRole('button', { name: 'Columns matched' }).click();
  await page.getByLabel('Field for “Who gets it”').selectOption('name');
  await page.getByLabel('Field for “Running”').selectOption('invoice');
  await page.getByLabel('Country for all rows').selectOption('US');
  await page.getByRole('button', { name: 'To the rows' }).click();

  // The shop's SKU is told once and known for all rows.
  await page.keyboard.press('F8');
  await page.getByLabel('Product for “SHOP-CD”').selectOption('66760');
  await summary(page, 2, 2).toBeVisible();

  // A repair is shown before it happens, taken alone, taken back, taken for all alike, taken back.
  await expect(page.getByText('2 postal codes lost a leading zero:')).toBeVisible();
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Use 02108' }).first().click();
  await summary(page, 3, 1).toBeVisible();
  await page.keyboard.press('Control+Z');
  await summary(page, 2, 2).toBeVisible();
  await page.getByRole('button', { name: 'Repair all…' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toHaveText(/2108\s*→\s*02108/);
  await page.getByRole('button', { name: 'Repair 2 cells' }).click();
  await summary(page, 4, 0).toBeVisible();
  await page.keyboard.press('Control+Z');
  await summary(page, 2, 2).toBeVisible();
  await page.keyboard.press('Control+Y');
  await summary(page, 4, 0).toBeVisible();

  // The dry run says what leaves; nothing has left.
  await page.getByRole('button', { name: 'Submit 4 orders' }).click();
  const list = path.join(dataFolder, 'list.tsv');
  await saveTo(app, list);
  await page.getByText('What exactly would be sent: 4 orders').click();
  await expect(
    page.getByRole('dialog').getByRole('row', { name: /W-1.*1 × 66760.*Person Nr1/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save list…' }).click();
  await expect.poll(() => readFileSync(list, { encoding: 'utf8', flag: 'a+' })).toContain('W-4');
  expect([...fake.orders.keys()].filter((invoice) => invoice.startsWith('W-'))).toEqual([]);
  await page.getByRole('button', { name: 'Submit 4 live orders' }).click();
  await expect(page.getByText('4 orders are in the outbox.')).toBeVisible();
  await fake.waitFor(({ orders }) => orders.size === 5);
  const said = readFileSync(list, 'utf8')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split('\t').slice(0, 13));
  const sent = fake.requests
    .filter(({ kind, fields }) => kind === 'order' && fields.get('Invoice')?.startsWith('W-') === true)
    .map(({ fields }) => {
      const field = (name: string): string => fields.get(name) ?? '';
      const mode = field('mode') === 'prod' ? 'live' : 'test';
      return [
        field('Invoice'),
        field('productid'),
        field('quantity'),
        field('name'),
        field('co'),
        field('addr'),
        field('city'),
        field('st'),
        field('zip'),
        field('country'),
        field('email'),
        field('typeMailMethod'),
        mode,
      ];
    });
  const sorted = (rows: string[][]): string[] => rows.map((row) => row.join('|')).sort();
  expect(sorted(sent)).toEqual(sorted(said));
  expect(fake.sentAgain).toEqual([]);

  // The summary is kept; History shows these four and no other.
  const kept = path.join(dataFolder, 'summary.txt');
  await saveTo(app, kept);
  await page.getByRole('button', { name: 'Save summary…' }).click();
  await expect
    .poll(() => readFileSync(kept, { encoding: 'utf8', flag: 'a+' }))
    .toMatch(/4 orders[^]*W-1\nW-2\nW-3\nW-4/);
  await page.getByRole('button', { name: 'Show them in History' }).click();
  for (let n = 1; n <= 4; n++) await expect(page.getByText(`W-${n}`, { exact: true }).first()).toBeVisible();
  await expect(page.getByText('ELSEWHERE-1')).toHaveCount(0);

  // The same headers again: mapping, constant and product are known.
  await openPaste(page);
  await page.getByRole('button', { name: 'New paste' }).click();
  await pasteText(postroom, own(11));
  await summary(page, 2, 2).toBeVisible();
  await page.getByRole('button', { name: 'Columns matched' }).click();
  await expect(page.getByLabel('Field for “Running”')).toHaveValue('invoice');
  await expect(page.getByLabel('Country for all rows')).toHaveValue('US');
  await fake.close();
});
