import { expect, type Page } from '@playwright/test';
import type { Postroom } from '../harness/postroom.ts';
import { get } from './api.ts';

const heads = [
  'Order no',
  'SKU',
  'Qty',
  'Ship Name',
  'Address 1',
  'ZIP',
  'City',
  'Province',
  'Ctry',
  'E-Mail',
];

/** The cells of one good row; `changes` by column. */
export const rowOf = (index: number, changes: Partial<Record<number, string>> = {}): string[] =>
  [
    `RV-${3000 + index}`,
    '66750',
    String(1 + (index % 3)),
    `Person Nr${index}`,
    `Lindenweg ${index + 1}`,
    String(10_115 + (index % 80_000)),
    'Berlin',
    '',
    'DE',
    `p${index}@example.org`,
  ].map((cell, column) => changes[column] ?? cell);

/** Rows with their heads, as a spreadsheet puts them on the clipboard. */
export const sheetOf = (rows: readonly string[][]): string =>
  [heads, ...rows].map((row) => row.join('\t')).join('\n');

/** Goes to the screen. */
export async function openPaste(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByText('Paste orders', { exact: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Paste orders' }).first()).toBeVisible();
}

/** The practice account, and the screen open; what is submitted stays in the outbox for an hour. Answers the account's id. */
export async function beginPaste(page: Page): Promise<string> {
  await expect(page.getByRole('button', { name: 'Try with the practice account' })).toBeVisible();
  const { id } = await get(page, 'accounts.tryPractice');
  await get(page, 'settings.change', { undoTime: 3600 });
  await page.reload();
  await openPaste(page);
  return id;
}

/** Through the system's clipboard, as a person does. */
export async function pasteText({ app, page }: Postroom, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  await page.getByLabel('Paste rows here').click();
  await page.keyboard.press('Control+V');
}

/** Waits until the work in progress is on disk with these words in it. */
export const draftHas = (page: Page, words: string): Promise<void> =>
  expect.poll(async () => (await get(page, 'drafts.load', { name: 'paste' })).text ?? '').toContain(words);

/** From the grid through the review, with two clicks on the last button. Answers when the dialog is gone. */
export async function submitAll(page: Page, count: number): Promise<void> {
  const orders = count === 1 ? '1 order' : `${count} orders`;
  await page.getByRole('button', { name: `Submit ${orders}` }).click();
  await page.getByRole('button', { name: `Submit ${orders.replace(' ', ' live ')}` }).dblclick();
}

export const grid = (page: Page) => page.getByRole('grid', { name: 'Paste orders' });
