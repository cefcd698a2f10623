import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { repository } from './harness/launch.ts';
import type { Postroom } from './harness/postroom.ts';
import { expect, test } from './fixtures.ts';
import { ageOrders, placeMonth } from './support/aMonth.ts';
import { get } from './support/api.ts';
import { place } from './support/practice.ts';

/** The guide's pictures are written on demand; otherwise they only prove that every screen can be drawn. */
const forGuide = process.env['POSTROOM_WRITE_SCREENSHOTS'] === '1';
const folder = path.join(repository, forGuide ? 'docs/screenshots' : 'out/screenshots');
const themes = ['light', 'dark'] as const;
/** POSTROOM_SCREENSHOTS=all also takes the small window, to look at when a screen was changed. */
const everySize = process.env['POSTROOM_SCREENSHOTS'] === 'all';
const sizes = [
  forGuide ? ([1120, 700] as const) : ([1440, 900] as const),
  ...(everySize ? ([[1024, 700]] as const) : []),
] as const;
/** To be looked at closely, or drawn and no more, in half the time. */
const type = forGuide || everySize ? 'png' : 'jpeg';
/** So that a clone of the repository stays small. */
const mostBytes = 200_000;

async function resize({ app, page }: Postroom, [width, height]: readonly [number, number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

/** Takes what is on the screen in every theme and size. */
async function shot(postroom: Postroom, name: string): Promise<void> {
  for (const theme of themes) {
    const { page } = postroom;
    await page.evaluate((wanted) => {
      document.documentElement.dataset['theme'] = wanted;
    }, theme);
    for (const size of sizes) {
      await resize(postroom, size);
      await page.mouse.move(size[0] - 2, 2);
      const file = path.join(folder, `${name}-${theme}${forGuide ? '' : `-${size[0]}`}.${type}`);
      await page.screenshot({ path: file, type, animations: 'disabled', caret: 'hide', scale: 'css' });
      if (forGuide) expect(statSync(file).size, file).toBeLessThan(mostBytes);
    }
  }
  await resize(postroom, sizes[0]);
}

async function open(page: Page, label: string): Promise<void> {
  await place(page, label).click();
  await expect(page.getByRole('heading', { level: 1, name: label })).toBeVisible();
}

const sheet = [
  'Order no\tSKU\tQty\tShip Name\tAddress 1\tZIP\tCity\tProvince\tCtry\tE-Mail',
  'RV-3001\t66750\t1\tKatja Neumann\tAlaunstraße 40\t1099\tDresden\t\tDE\tkatja@example.org',
  'RV-3002\t66750\t2\tLukas Hürlimann\tGerbergasse 7\t4001\tBasel\t\tSwitzerland\tlukas@example.org',
  'RV-3003\t66760\t1\tGrace Hopper\t41 Alder Street\t97201\tPortland\tOR Oregon\tUS\tgrace@example',
  'RV-3004\t66780\t300\tHannah Goldberg\t88 Beacon Street\t2108\tBoston\tMA\tUS\thannah@example.org',
  'RV-3004\t66750\t1\t\t\t\t\t\t\t',
  'RV-3005\t99999\t1\tAda Lovelace\t7 Summit Avenue\t55102\tSaint Paul\tMN\tUS\tada@example.org',
  'RV-3006\t66760\t1\tÉmilie Lefèvre\t12 rue des Martyrs\t75009\tParis\t\tFR\temilie@example.org',
  'RV-3007\t66760\t1\t\tIstedgade 20\t1650\tKøbenhavn\t\tDK\tsoren@example.org',
  ...Array.from(
    { length: 9 },
    (_, at) =>
      `RV-31${at + 10}\t66750\t1\tReader Number${at}\tLindenweg ${at + 1}\t${10_115 + at}\tBerlin\t\tDE\tr${at}@example.org`,
  ),
].join('\n');

test.beforeAll(() => {
  if (forGuide) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

test('every screen with a month of work, light and dark', async ({ postroom, dataFolder }) => {
  test.setTimeout(300_000);
  let { page } = postroom;
  await expect(page.getByRole('button', { name: 'Try with the practice account' })).toBeVisible();
  await resize(postroom, sizes[0]);
  await shot(postroom, 'first-run');

  const { id: accountId } = await get(page, 'accounts.tryPractice');
  await placeMonth(page, accountId);
  await postroom.close();
  ageOrders(dataFolder, Date.now());
  page = await postroom.launch();
  await expect(place(page, 'Overview')).toBeVisible();

  await open(page, 'Overview');
  await expect(page.getByText('Top products')).toBeVisible();
  await shot(postroom, 'overview');

  await open(page, 'New order');
  await page.getByRole('combobox', { name: 'Product' }).fill('Voices by the River (CD)');
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Full name' }).fill('Katja');
  await page.getByRole('option', { name: /Katja Neumann/ }).click();
  await page.getByRole('textbox', { name: 'Postal code' }).fill('1099');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'Special text' }).fill('Thank you for your pre-order!');
  await expect(page.getByText('Did the leading zero get lost?')).toBeVisible();
  await shot(postroom, 'new-order');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();

  await open(page, 'Paste orders');
  await expect(page.getByText(/drop a \.csv/)).toBeVisible();
  await shot(postroom, 'paste');
  await get(page, 'app.writeClipboard', { text: sheet });
  await page.getByLabel('Paste rows here').click();
  await page.keyboard.press('Control+V');
  await expect(page.getByRole('grid', { name: 'Paste orders' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Submit [1-9]/ })).toBeVisible();
  await page.keyboard.press('F8');
  await shot(postroom, 'paste-rows');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /Columns/ })
    .first()
    .click();
  await expect(page.getByText('Order no').first()).toBeVisible();
  await shot(postroom, 'paste-columns');
  await page.getByRole('button', { name: 'Rows right' }).click();
  await page.getByRole('button', { name: /^Submit \d+ orders/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shot(postroom, 'paste-review');
  await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();

  await open(page, 'Mail PDFs');
  await shot(postroom, 'mail-pdfs-empty');
  await page.getByRole('button', { name: 'Take the sample PDFs' }).click();
  const letter = page.getByRole('article', { name: 'Practice letter Zoe Mueller.pdf' });
  await letter.getByRole('button', { name: 'Show Practice letter Zoe Mueller.pdf' }).click();
  await expect(page.getByText('Checking', { exact: true })).toHaveCount(0);
  await expect(letter.locator('.thumb img')).toBeVisible();
  await expect(page.getByAltText(/^Page 1 of/)).toBeVisible();
  await shot(postroom, 'mail-pdfs');
  await page.getByRole('button', { name: 'Letter profiles' }).click();
  await expect(page.getByRole('dialog', { name: 'Letter profiles' })).toBeVisible();
  await shot(postroom, 'letter-profiles');
  await page.keyboard.press('Escape');
  await expect(page.getByText('4 can be sent')).toBeVisible();
  await page.getByRole('button', { name: 'Send 4 documents' }).click();
  await expect(page.getByRole('button', { name: 'Send to outbox' })).toBeVisible();
  await shot(postroom, 'mail-pdfs-review');
  await page.getByRole('button', { name: 'Send to outbox' }).click();
  await expect(page.getByRole('region', { name: 'On their way' })).toContainText('Zoe Mueller.pdf');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await shot(postroom, 'mail-pdfs-sent');

  await open(page, 'Outbox');
  await expect(page.getByText(/leaves in/).first()).toBeVisible();
  await expect(page.getByText('4 documents, Zoe Mueller and 3 more')).toBeVisible();
  await shot(postroom, 'outbox');
  const state = await get(page, 'refresh.state');
  const tellOnline = (online: boolean) =>
    postroom.app.evaluate(
      ({ BrowserWindow }, told) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('refresh.changed', told),
      { ...state, online },
    );
  await tellOnline(false);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await shot(postroom, 'offline');
  await tellOnline(true);

  await open(page, 'History');
  await page.getByText('RV-2611-0246').first().click();
  await expect(page.getByText('Timeline').first()).toBeVisible();
  await shot(postroom, 'history');
  await page.getByRole('gridcell', { name: 'Zoe Mueller', exact: true }).click();
  await expect(page.getByAltText(/Zoe Mueller/).first()).toBeVisible();
  await shot(postroom, 'history-letter');
  await page.getByRole('button', { name: 'Bad news' }).click();
  await expect(page.getByText('RV-2611-0255').first()).toBeVisible();
  await page.getByText('RV-2611-0255').first().click();
  await shot(postroom, 'history-bad-news');

  await open(page, 'Recipients');
  await page.getByRole('grid', { name: 'Recipients' }).getByText('Katja Neumann').click();
  await expect(page.getByText('Everything sent')).toBeVisible();
  await shot(postroom, 'recipients');
  await page.getByRole('button', { name: 'Edit…' }).click();
  await page.getByRole('textbox', { name: 'Postal code' }).fill('1099');
  await page.keyboard.press('Tab');
  await shot(postroom, 'recipient');
  await page.keyboard.press('Escape');

  await open(page, 'Products');
  await expect(page.getByText('66750').first()).toBeVisible();
  await shot(postroom, 'products');
  await page.getByText('66750').first().click();
  await shot(postroom, 'product');
  await page.keyboard.press('Escape');

  await open(page, 'Accounts');
  await shot(postroom, 'accounts');
  await page.getByRole('button', { name: 'Add account' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shot(postroom, 'account');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Service/ })
    .click();
  await page.getByRole('option', { name: /TC\.gate/ }).click();
  await expect(page.getByLabel('Client ID')).toBeVisible();
  await shot(postroom, 'account-tcgate');
  await page.keyboard.press('Escape');

  await open(page, 'Settings');
  await shot(postroom, 'settings');
  if (everySize)
    for (const part of ['Notifications', 'Help']) {
      await page.getByRole('main').getByRole('button', { name: part, exact: true }).click();
      await shot(postroom, `settings-${part.toLowerCase()}`);
    }

  await page.keyboard.press('Control+K');
  await page.keyboard.type('gr');
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await shot(postroom, 'palette');
});

test('trouble at the start, light and dark', async ({ postroom, dataFolder }) => {
  await get(postroom.page, 'accounts.tryPractice');
  await get(postroom.page, 'app.backupNow');
  await postroom.close();
  const db = new Database(path.join(dataFolder, 'postroom.db'));
  db.pragma('user_version = 9999');
  db.close();
  const page = await postroom.launch();
  await expect(page.getByRole('heading', { name: 'This data belongs to a newer Postroom' })).toBeVisible();
  await resize(postroom, sizes[0]);
  await shot(postroom, 'start-trouble');
});
