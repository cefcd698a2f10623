import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeXlsx, makeZip } from '../lib/makeZip.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { get } from './support/api.ts';
import { beginPaste, grid, pasteText } from './support/pasteScreen.ts';

/** Presses Pause as soon as something was submitted, quicker than a test can: it might be over by then. */
const pauseOnceBegun = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const look = new MutationObserver(() => {
      const pause = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Pause',
      );
      if (pause === undefined || (document.querySelector('progress')?.value ?? 0) === 0) return;
      look.disconnect();
      pause.click();
    });
    look.observe(document.body, { subtree: true, childList: true, attributes: true });
  });

test('a submit is paused and stopped: what has not left stays, and every order is in one place', async ({
  postroom,
  page,
}) => {
  await beginPaste(page);
  const total = 3000;
  const rows = Array.from(
    { length: total },
    (_, n) => `P-${n},66750,1,Person Nr${n},Weg ${n + 1},Berlin,10115,DE`,
  );
  await pasteText(postroom, ['Order no,SKU,Qty,Name,Address,City,Zip,Country', ...rows].join('\n'));
  await page.getByRole('button', { name: 'Submit 3,000 orders' }).click();
  await pauseOnceBegun(page);
  await page.getByRole('button', { name: 'Submit 3,000 live orders' }).click();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.getByText(/orders are in the outbox\./)).toBeVisible();
  const { waiting } = await get(page, 'outbox.summary');
  expect(waiting).toBeGreaterThan(0);
  expect(waiting).toBeLessThan(total);
  expect(waiting % 250).toBe(0);
  const left = (total - waiting).toLocaleString('en');
  await expect(page.getByLabel(`${left} ready, 0 need attention`)).toBeVisible();
  await page.getByRole('button', { name: `Submit ${left} orders` }).click();
  await expect(page.getByText('All invoices are new to this account.')).toBeVisible();
  await page.getByRole('button', { name: `Submit ${left} live orders` }).click();
  await expect(page.getByText(`${left} orders are in the outbox.`)).toBeVisible();
  expect((await get(page, 'outbox.summary')).waiting).toBe(total);
});

test('files that harm or hold nothing are refused in plain words while the window answers; a workbook gives the chosen sheet', async ({
  page,
  dataFolder,
}) => {
  await beginPaste(page);
  const choose = async (name: string, content: Uint8Array | string | number): Promise<void> => {
    const file = path.join(dataFolder, name);
    writeFileSync(file, typeof content === 'number' ? '' : content);
    if (typeof content === 'number') truncateSync(file, content);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose file…' }).first().click();
    await (await choosing).setFiles(file);
    // The window answers while the file is looked at.
    expect(await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done('here'))))).toBe(
      'here',
    );
  };
  const bomb = makeZip([
    { name: 'xl/worksheets/sheet1.xml', text: new Uint8Array(40_000_000).fill(32), declared: 999 },
  ]);
  for (const [name, content, words] of [
    ['bomb.xlsx', bomb, /too large|unpack/i],
    ['huge.csv', 300_000_000, /too large/i],
    ['damaged.xlsx', bomb.slice(0, 3000), /damaged|cannot be read|could not be read/i],
    ['empty.csv', '', /no rows/i],
  ] as const) {
    await choose(name, content);
    await expect(page.getByRole('alert')).toContainText(words);
  }
  const head = ['Order no', 'SKU', 'Qty', 'Name', 'Address', 'City', 'Zip', 'Country'];
  const row = (n: number) => [
    `X-${n}`,
    { value: 66_750, style: 0 },
    '1',
    `Person Nr${n}`,
    `Weg ${n}`,
    'Leipzig',
    { value: 4109, style: 1 },
    'DE',
  ];
  await choose(
    'book.xlsx',
    makeXlsx(
      [
        { name: 'November', rows: [head, row(1), row(2)] },
        { name: 'Dezember', rows: [head, row(3)] },
      ],
      ['00000'],
    ),
  );
  await expect(page.getByLabel('2 ready, 0 need attention')).toBeVisible();
  await expect(grid(page).getByText('04109').first()).toBeVisible();
  await page.getByRole('button', { name: 'Columns matched' }).click();
  await page.getByRole('combobox', { name: 'Sheet', exact: true }).selectOption('Dezember');
  await expect(page.getByLabel('1 ready, 0 need attention')).toBeVisible();
});
