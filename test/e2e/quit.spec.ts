import { startTrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, sharingOneApp, test } from './fixtures.ts';
import { addTrepstar, anOrder, get, placeOrder, statusOf } from './support/api.ts';

test('quitting waits for the answer that is on its way', async ({ postroom, page }) => {
  const fake = await startTrepstarServer();
  const account = await addTrepstar(page, fake);
  fake.latencyMs = 1_500;
  const id = await placeOrder(page, anOrder(account.id, { invoice: 'Q-1' }));
  await fake.waitFor(({ orderCalls }) => orderCalls === 1);
  await postroom.close();
  const again = await postroom.launch();
  // Accepted already: not unconfirmed, and nobody had to ask.
  expect(await statusOf(again, id)).toBe('accepted');
  expect(fake.timesTaken('Q-1')).toBe(1);
  expect(fake.orderCalls).toBe(1);
  await fake.close();
});

test('a kill between send and answer: asked first, taken once', async ({ postroom, page }) => {
  const fake = await startTrepstarServer();
  const account = await addTrepstar(page, fake);
  fake.faultNext('hang-after');
  const id = await placeOrder(page, anOrder(account.id, { invoice: 'K-1' }));
  await fake.waitFor(({ orderCalls }) => orderCalls === 1);
  await postroom.kill9();
  const again = await postroom.launch();
  await expect.poll(() => statusOf(again, id)).toBe('accepted');
  expect(fake.timesTaken('K-1')).toBe(1);
  await fake.close();
});

test.describe('menus', () => {
  const menus = sharingOneApp();

  menus('menus speak the language of the settings', async ({ app, page }) => {
    const labels = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    await get(page, 'settings.change', { language: 'de' });
    await expect.poll(labels).toContain('Bearbeiten');
    await get(page, 'settings.change', { language: 'en' });
    await expect.poll(labels).toContain('Edit');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  menus('the menu leads to a screen', async ({ app, page }) => {
    await get(page, 'accounts.tryPractice');
    await app.evaluate(({ Menu }) => {
      for (const { submenu } of Menu.getApplicationMenu()?.items ?? [])
        submenu?.items.find(({ label }) => label === 'Settings')?.click();
    });
    await expect(page.getByRole('heading', { name: 'Settings' }).first()).toBeVisible();
  });
});
