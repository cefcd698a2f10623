import { expect, sharingOneApp } from './fixtures.ts';
import { inPractice, place, tryPractice } from './support/practice.ts';

const test = sharingOneApp();

test('nobody meets an empty window: the first run leads into the practice account', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add account' })).toBeVisible();
  await tryPractice(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByText('Practice account.')).toBeVisible();
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText(
    'Nothing waits in the outbox',
  );
});

test('every place of the navigation opens with the keyboard and says where one is', async ({ page }) => {
  await inPractice(page);
  const buttons = page.getByRole('navigation', { name: 'Main' }).getByRole('listitem').getByRole('button');
  const names = await buttons.allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(7);
  for (const [at, name] of names.entries()) {
    await buttons.nth(at).focus();
    await page.keyboard.press('Enter');
    await expect(buttons.nth(at)).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(
      name.split('\n')[0] ?? name,
    );
  }
});

test('Ctrl+K finds a screen; Escape gives the focus back', async ({ page }) => {
  await inPractice(page);
  await place(page, 'Overview').focus();
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  // Fast fingers: what is typed before it is there belongs to it.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('settx');
  await page.keyboard.press('Backspace');
  await expect(palette.getByRole('searchbox')).toHaveValue('sett');
  await expect(palette.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await place(page, 'Outbox').focus();
  await page.keyboard.press('Control+k');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(place(page, 'Outbox')).toBeFocused();
});

test('in a narrow window the navigation is a rail that keeps its names', async ({ page }) => {
  await inPractice(page);
  await page.setViewportSize({ width: 720, height: 450 });
  const settings = place(page, 'Settings');
  expect((await settings.boundingBox())?.width).toBeLessThan(60);
  await settings.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  const sideways = await page.evaluate(
    () =>
      [...document.querySelectorAll('main, .scroll')].filter((e) => e.scrollWidth > e.clientWidth + 1).length,
  );
  expect(sideways).toBe(0);
});
