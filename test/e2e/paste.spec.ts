import Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { get } from './support/api.ts';
import { dropFiles } from './support/drop.ts';
import { place } from './support/practice.ts';
import { beginPaste, draftHas, grid, openPaste, pasteText, rowOf, sheetOf } from './support/pasteScreen.ts';

const five = (changes: Record<number, Partial<Record<number, string>>> = {}): string =>
  sheetOf(Array.from({ length: 5 }, (_, index) => rowOf(index, changes[index])));

const typeInto = (page: Page) => page.getByRole('textbox', { name: 'Paste orders' });

test('500 rows from the clipboard: repaired, mended, reviewed, submitted once by two clicks', async ({
  postroom,
  page,
}) => {
  await beginPaste(page);
  const rows = Array.from({ length: 500 }, (_, index) => rowOf(index));
  rows[3] = rowOf(3, { 4: '418 Ferry Street', 5: '7105', 6: 'Newark', 7: 'NJ', 8: 'US' });
  rows[11] = rowOf(11, { 3: '' });
  await pasteText(postroom, sheetOf(rows));
  await expect(page.getByLabel('498 ready, 2 need attention')).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '501');

  await page.getByRole('button', { name: 'Repair all…' }).click();
  await page.getByRole('button', { name: 'Repair 1 cell' }).click();
  await expect(page.getByLabel('499 ready, 1 need attention')).toBeVisible();

  await page.keyboard.press('F8');
  await expect(page.locator('.g-cell.act')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Ada Byron');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('500 ready, 0 need attention')).toBeVisible();

  await page.getByRole('button', { name: 'Submit 500 orders' }).click();
  await expect(page.getByText('All invoices are new to this account.')).toBeVisible();
  await page.getByRole('button', { name: 'Submit 500 live orders' }).dblclick();
  await expect(page.getByText('500 orders are in the outbox.')).toBeVisible();
  expect(await get(page, 'outbox.summary')).toMatchObject({ waiting: 500 });
  await page.getByRole('button', { name: 'Show them in History' }).click();
  await expect(page.getByText('RV-3499').first()).toBeVisible();

  // The grid is empty then; why is said also after a kill.
  await postroom.kill9();
  const again = await postroom.launch();
  await openPaste(again);
  await expect(again.getByText('500 orders are in the outbox.')).toBeVisible();
  expect(await get(again, 'outbox.summary')).toMatchObject({ waiting: 500 });
});

test('the draft is where it was after a kill, and nothing was sent', async ({ postroom, page }) => {
  await beginPaste(page);
  await pasteText(postroom, five({ 2: { 3: '' } }));
  await expect(page.getByLabel('4 ready, 1 need attention')).toBeVisible();
  await page.keyboard.press('F8');
  await page.keyboard.type('Grace Hopper');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('5 ready, 0 need attention')).toBeVisible();
  await draftHas(page, 'Grace Hopper');
  const width = async (of: Page): Promise<number> =>
    (await of.locator('.g-hcell').nth(3).boundingBox())?.width ?? 0;
  const before = await width(page);
  await page.locator('.g-hcell').nth(3).locator('.g-grip').dblclick();
  await expect.poll(() => width(page)).not.toBe(before);
  const fitted = await width(page);
  await expect
    .poll(async () => (await get(page, 'drafts.load', { name: 'pasteWidths' })).text ?? '')
    .toContain(String(fitted));
  await postroom.kill9();
  const again = await postroom.launch();
  await openPaste(again);
  await expect.poll(() => width(again)).toBe(fitted);
  await expect(again.getByLabel('5 ready, 0 need attention')).toBeVisible();
  await expect(grid(again).getByText('Grace Hopper')).toBeVisible();
  expect(await get(again, 'outbox.summary')).toMatchObject({ waiting: 0, sending: 0 });
});

test('edits, copies, fills and takes back as a spreadsheet does', async ({ postroom, page }) => {
  await beginPaste(page);
  await pasteText(postroom, five());
  await expect(page.getByLabel('5 ready, 0 need attention')).toBeVisible();
  const name = grid(page).getByRole('gridcell').filter({ hasText: 'Person Nr0' });
  await name.click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+D');
  await expect(grid(page).getByText('Person Nr0')).toHaveCount(2);
  await page.keyboard.press('Control+C');
  await expect
    .poll(() => postroom.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('Person Nr0\r\nPerson Nr0');
  await page.keyboard.press('Control+Z');
  await expect(grid(page).getByText('Person Nr1')).toBeVisible();
  await page.keyboard.press('Control+F');
  await page.getByLabel('Find', { exact: true }).fill('Nr4');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.locator('.g-cell.act')).toHaveText('Person Nr4');
  const id = await page.locator('.g-cell.act').getAttribute('id');
  await expect(typeInto(page)).toHaveAttribute('aria-activedescendant', id ?? 'none');
});

test('a formula stays text and never leaves alive', async ({ postroom, page }) => {
  await beginPaste(page);
  await pasteText(postroom, five({ 1: { 3: "=cmd|'/c calc'!A0" } }));
  await expect(page.getByLabel('4 ready, 1 need attention')).toBeVisible();
  await page.getByRole('button', { name: 'Copy rows that need attention' }).click();
  await expect.poll(() => postroom.app.evaluate(({ clipboard }) => clipboard.readText())).toContain("'=cmd|");
});

test('a file that is no table is refused in plain words, and a table that is dropped is taken', async ({
  page,
  dataFolder,
}) => {
  await beginPaste(page);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file…' }).first().click();
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, ...Array(400).fill(1)]);
  await (await choosing).setFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: bytes });
  await expect(page.getByRole('alert')).toContainText('This file is no table of text');
  const table = path.join(dataFolder, 'orders.tsv');
  writeFileSync(table, five());
  await dropFiles(page, [table]);
  await expect(page.getByRole('button', { name: /^Submit 5/ })).toBeVisible();
});

test('a second column for one field is refused, and who comes back to the rows stands where they stood', async ({
  postroom,
  page,
}) => {
  const standsAtFault = () => expect(page.locator('.g-cell.act')).toHaveAttribute('aria-invalid', 'true');
  await beginPaste(page);
  // From the menu, without a key.
  await page.getByLabel('Paste rows here').click();
  await postroom.app.evaluate(
    async ({ BrowserWindow, clipboard }, words) => {
      await clipboard.writeText(words);
      BrowserWindow.getAllWindows()[0]?.webContents.paste();
    },
    five({ 2: { 3: '' } }),
  );
  await expect(page.getByLabel('4 ready, 1 need attention')).toBeVisible();
  await page.keyboard.press('F8');
  await standsAtFault();
  await page.getByRole('button', { name: 'Columns matched' }).click();
  await page.getByLabel('Field for “SKU”').selectOption('invoice');
  await expect(page.getByRole('alert')).toContainText('“Order no”');
  await expect(page.getByLabel('Field for “SKU”')).toHaveValue('sku');
  await page.getByRole('button', { name: 'Rows right' }).click();
  await standsAtFault();
});

test('50 MB on the clipboard: the window stays alive, every row is there, also after a kill', async ({
  postroom,
  page,
  dataFolder,
}) => {
  await beginPaste(page);
  const head = `${sheetOf([])}\tOur own notes`;
  const row = rowOf(0, { 0: 'RV-#', 3: 'Person Nr#', 4: 'Lindenweg #' }).join('\t');
  const note = 'as agreed on the phone '.repeat(18);
  // Made in the main process: the way a system's clipboard holds it, not the way a test could send it.
  const lines = await postroom.app.evaluate(
    async ({ clipboard }, [first, pattern]) => {
      const all: string[] = [first];
      for (let size = first.length, number = 0; size < 50_000_000; number += 1) {
        const line = pattern.replaceAll('#', String(number));
        all.push(line);
        size += line.length + 1;
      }
      await clipboard.writeText(all.join('\n'));
      return all.length - 1;
    },
    [head, `${row}\t${note}`] as const,
  );
  await page.getByLabel('Paste rows here').click();
  await page.keyboard.press('Control+V');
  // Meanwhile one may look elsewhere.
  await place(page, 'Outbox').click();
  await expect(page.getByRole('heading', { name: 'Outbox' }).first()).toBeVisible();
  await openPaste(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(lines + 1), { timeout: 90_000 });
  await expect(grid(page).getByText('Person Nr0', { exact: true })).toBeVisible();

  const kept = new Database(path.join(dataFolder, 'postroom.db'), { readonly: true });
  const size = () =>
    (kept.prepare('SELECT coalesce(max(length(text)), 0) AS n FROM drafts').get() as { n: number }).n;
  await expect.poll(size).toBeGreaterThan(50_000_000);
  kept.close();
  await postroom.kill9();
  const again = await postroom.launch();
  await openPaste(again);
  await expect(grid(again)).toHaveAttribute('aria-rowcount', String(lines + 1), { timeout: 90_000 });
});
