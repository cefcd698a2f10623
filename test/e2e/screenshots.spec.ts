import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './harness/launch.ts';
import { expect, test } from './fixtures.ts';
import { anOrder, get, placeOrder, statusOf } from './support/api.ts';

/** The guide's pictures are written on demand only, and only half of them: light and large, dark and small. */
const forGuide = process.env['POSTROOM_WRITE_SCREENSHOTS'] === '1';
const folder = join(repository, forGuide ? 'docs/screenshots' : 'out/screenshots');
const sizes = [
  [1440, 900],
  [1024, 700],
] as const;
const themes = ['light', 'dark'] as const;
/** Screens by their names in the navigation, and the folder each lives in. */
const screens = {
  Overview: 'overview',
  'New order': 'newOrder',
  'Paste orders': 'paste',
  'Mail PDFs': 'mailings',
  Outbox: 'outbox',
  History: 'history',
  Recipients: 'recipients',
  Products: 'products',
  Accounts: 'accounts',
  Settings: 'settings',
};

const people = [
  ['Ada Lovelace', 'Saint Paul', 'MN', '55101', 'US'],
  ['Zoë Müller', 'Bern', '', '3011', 'CH'],
  ['Grace Hopper', 'Portland', 'OR', '97201', 'US'],
  ['Émile Durand', 'Lyon', '', '69001', 'FR'],
  ['Jun Takahashi', 'Kyoto', '', '600-8001', 'JP'],
  ['Sofía García', 'Madrid', '', '28001', 'ES'],
] as const;
const products = [
  ['66750', 'Voices by the River (CD)'],
  ['66760', 'The Long Way Home (DVD)'],
  ['66780', 'Letters to a Young Luthier (book)'],
] as const;

test('every screen, light and dark, in two sizes', async ({ postroom, page }) => {
  test.setTimeout(240_000);
  mkdirSync(folder, { recursive: true });
  const shot = async (name: string) => {
    for (const theme of themes) {
      await get(page, 'settings.change', { theme });
      await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached();
      for (const [width, height] of sizes) {
        if (forGuide && (theme === 'light') !== (width === 1440)) continue;
        await postroom.app.evaluate(
          ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
          [width, height] as const,
        );
        await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
        await page.mouse.move(width - 2, 2);
        await page.screenshot({
          path: join(folder, `${name}-${theme}-${width}.png`),
          animations: 'disabled',
          caret: 'hide',
        });
      }
    }
  };

  await expect(page.getByRole('button', { name: 'Try with the practice account' })).toBeVisible();
  await shot('first-run');

  const { id: accountId } = await get(page, 'accounts.tryPractice');
  await get(page, 'settings.change', { undoTime: 0 });
  const order = (index: number, prefix: string) => {
    const [name, city, state, postcode, country] = people[index % people.length] ?? people[0];
    const [productId, title] = products[index % products.length] ?? products[0];
    return anOrder(accountId, {
      invoice: `${prefix}-${1000 + index}`,
      lines: [{ productId, title, quantity: 1 + (index % 3) }],
      name,
      city,
      state,
      postcode,
      country,
      address: `${index + 1} Main St`,
    });
  };
  const sent = [];
  for (let index = 0; index < 12; index += 1) sent.push(await placeOrder(page, order(index, 'A')));
  for (const id of sent) {
    await expect.poll(() => statusOf(page, id), { timeout: 60_000 }).not.toMatch(/^(waiting|sending)$/);
  }
  await get(page, 'settings.change', { undoTime: 3600 });
  for (let index = 12; index < 16; index += 1) await placeOrder(page, order(index, 'B'));

  const navigation = page.getByRole('navigation', { name: 'Main' });
  for (const [label, name] of Object.entries(screens)) {
    if (!existsSync(join(repository, `renderer/${name}/index.tsx`))) continue;
    await postroom.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900),
    );
    await navigation.getByText(label, { exact: true }).first().click();
    await expect(page.getByRole('heading', { name: label }).first()).toBeVisible();
    if (name === 'paste') await expect(page.getByText(/drop a \.csv/)).toBeVisible();
    if (name === 'history') {
      await page.getByText('A-1003').first().click();
      await expect(page.getByText('Timeline').first()).toBeVisible();
    }
    await shot(name === 'newOrder' ? 'new-order' : name);
  }
});
