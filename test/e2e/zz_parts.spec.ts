import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { get } from './support/api.ts';
import { place, tryPractice } from './support/practice.ts';

const folder = '/tmp/postroom/shots/parts';
test('look', async ({ postroom, page, dataFolder }) => {
  test.setTimeout(120_000);
  mkdirSync(folder, { recursive: true });
  const shot = async (name: string, sizes: [number, number][] = [[1440, 900], [1024, 700]]) => {
    for (const theme of ['light', 'dark'] as const) {
      await get(page, 'settings.change', { theme });
      await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached();
      const [w, h] = theme === 'light' ? sizes[0]! : sizes[1]!;
      await postroom.app.evaluate(({ BrowserWindow }, [a, b]) => BrowserWindow.getAllWindows()[0]?.setContentSize(a, b), [w, h] as const);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(w);
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' });
    }
  };
  await tryPractice(page);
  const watched = join(dataFolder, '..', `watched-${Date.now()}`);
  mkdirSync(watched);
  await postroom.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, watched);
  await place(page, 'Settings').click();
  await page.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(page.getByText('Watching.')).toBeVisible();
  await page.locator('#settings-mail').scrollIntoViewIfNeeded();
  await shot('settings-mail');
  await page.getByRole('switch', { name: 'Webhook receiver' }).click({ force: true });
  await page.locator('#settings-webhook').scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500);
  const test1 = page.getByRole('button', { name: 'Test receiver' });
  if (await test1.isVisible()) { await test1.click(); await page.waitForTimeout(800); }
  await page.locator('#settings-webhook').evaluate((e) => e.scrollIntoView({ block: 'start' }));
  await shot('settings-webhook');
  await get(page, 'settings.change', { undoTime: 0 });
  await place(page, 'Mail PDFs').click();
  writeFileSync(join(watched, 'from the folder.pdf'), '%PDF-1.4\n%%EOF\n');
  await expect(page.getByRole('article', { name: 'from the folder.pdf' })).toBeVisible({ timeout: 20_000 });
  await get(page, 'mailings.samples');
  await page.waitForTimeout(2500);
  await shot('mail');
  const cards = await get(page, 'mailings.cards');
  const ids = cards.filter((c) => c.state === 'ready').map((c) => c.id);
  await get(page, 'mailings.change', { ids, settings: { sendBy: 'email', to: ['a@example.com'] } });
  const account = (await get(page, 'accounts.list'))[0]!;
  for (const id of ids.slice(0, 2)) {
    const { mailingSettingsSchema } = await import('../../shared/mailings/mailing.ts');
    await get(page, 'mailings.send', { mailingId: `mailing-${id}`, accountId: account.id, cardIds: [id], settings: mailingSettingsSchema.parse({}) });
  }
  await page.waitForTimeout(4000);
  await shot('underway');
  await place(page, 'History').click();
  await page.getByText(/Practice letter/).first().click();
  await page.waitForTimeout(1500);
  await shot('history-document');
});
