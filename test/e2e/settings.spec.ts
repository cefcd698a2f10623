import { expect, test } from './fixtures.ts';
import { get } from './support/api.ts';
import { place, tryPractice } from './support/practice.ts';

test('a setting is kept across a restart, and what was typed beyond the bounds is not', async ({
  postroom,
}) => {
  let { page } = postroom;
  await tryPractice(page);
  await place(page, 'Settings').click();
  const undo = page.getByRole('group', { name: 'Undo time' }).getByRole('textbox');
  await undo.fill('99999');
  await undo.press('Tab');
  await expect(undo).toHaveValue('3,600');
  await undo.fill('90');
  await undo.press('Enter');
  await page.getByRole('switch', { name: 'Delivered', exact: true }).click({ force: true });
  await page.getByRole('button', { name: /Refresh interval/ }).click();
  await page.getByRole('option', { name: 'Every 2 hours' }).click();
  await expect.poll(async () => (await get(page, 'settings.get')).undoTime).toBe(90);
  await expect.poll(async () => (await get(page, 'settings.get')).refreshInterval).toBe(120);

  page = await postroom.relaunch();
  await place(page, 'Settings').click();
  await expect(page.getByRole('group', { name: 'Undo time' }).getByRole('textbox')).toHaveValue('90');
  await expect(page.getByRole('switch', { name: 'Delivered', exact: true })).not.toBeChecked();
  await expect(page.getByRole('button', { name: /Refresh interval/ })).toContainText('Every 2 hours');
});

test('language and theme change at once', async ({ page }) => {
  await tryPractice(page);
  await place(page, 'Settings').click();
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  let label = /Language/;
  for (const [name, short, settings, next] of [
    ['Deutsch', 'de', 'Einstellungen', /Sprache/],
    ['Français', 'fr', 'Réglages', /Langue/],
    ['Italiano', 'it', 'Impostazioni', /Lingua/],
  ] as const) {
    await page.getByRole('button', { name: label }).last().click();
    await page.getByRole('option', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name: settings })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', short);
    label = next;
  }
});

test('diagnostics are copied and shown, and a backup is made', async ({ app, page }) => {
  await tryPractice(page);
  await place(page, 'Settings').click();
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  const shown = page.getByLabel('Diagnostics');
  await expect(shown).toContainText('Postroom');
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect((await shown.innerText()).trim()).toBe(copied.trim());
  await page.getByRole('button', { name: 'Backup now' }).click();
  await expect(page.getByText(/^Backup made:/)).toBeVisible();
  await page.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore a backup' });
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
