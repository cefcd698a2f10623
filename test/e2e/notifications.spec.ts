import Database from 'better-sqlite3';
import path from 'node:path';
import { startTrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';
import { addTrepstar, anOrder, get, placeOrder, statusOf } from './support/api.ts';
import { place } from './support/practice.ts';

test('a shipped order is announced once, and a click opens it', async ({ postroom, page }) => {
  const fake = await startTrepstarServer();
  const account = await addTrepstar(page, fake);
  const id = await placeOrder(page, anOrder(account.id, { invoice: 'N-1001', name: 'Ada Lovelace' }));
  const other = await placeOrder(page, anOrder(account.id, { invoice: 'N-1002', name: 'Grace Hopper' }));
  for (const each of [id, other]) await expect.poll(() => statusOf(page, each)).toBe('accepted');
  fake.set('N-1001', { status: 'SHIPPED', shipDate: '11/22/2026', tracking: '9400111899223197428490' });
  await get(page, 'refresh.now');
  await expect.poll(() => statusOf(page, id)).toBe('shipped');
  await expect.poll(() => postroom.notifications()).toHaveLength(1);
  const [shown] = postroom.notifications();
  expect(shown?.title).toMatch(/shipped/i);
  expect(shown?.body).toContain('N-1001');
  expect(shown?.body).toContain('Ada Lovelace');

  await postroom.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  postroom.clickNotification();
  await expect
    .poll(() => postroom.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  const details = page.getByRole('complementary');
  await expect(details.getByText('N-1001').first()).toBeVisible();
  await expect(details.getByText('Ada Lovelace').first()).toBeVisible();

  // Told once: not again with the next refresh, nor after a restart.
  await get(page, 'refresh.now');
  const again = await postroom.relaunch();
  await get(again, 'refresh.now');
  expect(postroom.notifications()).toHaveLength(1);
  await fake.close();
});

test('a notification that is clicked while no window is open still leads to its order', async ({
  postroom,
  page,
}) => {
  const fake = await startTrepstarServer();
  const account = await addTrepstar(page, fake);
  const id = await placeOrder(page, anOrder(account.id, { invoice: 'N-2001' }));
  await expect.poll(() => statusOf(page, id)).toBe('accepted');
  await get(page, 'settings.change', { runInBackground: true });
  fake.set('N-2001', { status: 'SHIPPED', shipDate: '11/22/2026' });
  await get(page, 'refresh.now');
  await expect.poll(() => postroom.notifications()).toHaveLength(1);
  // Closing hides: Postroom goes on in the tray.
  await postroom.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect
    .poll(() => postroom.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(false);
  postroom.clickNotification();
  await expect
    .poll(() => postroom.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  await expect(page.getByRole('complementary').getByText('N-2001').first()).toBeVisible();
  await fake.close();
});

test('an order that should have shipped long ago is told once and stays marked in History', async ({
  cold,
  dataFolder,
}) => {
  const fake = await startTrepstarServer();
  let page = await cold.launch();
  const account = await addTrepstar(page, fake);
  const id = await placeOrder(page, anOrder(account.id));
  await expect.poll(() => statusOf(page, id)).toBe('accepted');
  await cold.close();
  // A month goes by.
  const file = new Database(path.join(dataFolder, 'postroom.db'));
  file.prepare('UPDATE history_items SET changed_at = changed_at - 30 * 86400000').run();
  file.prepare('UPDATE orders SET accepted_at = accepted_at - 30 * 86400000').run();
  file.close();
  fake.setAll({ status: '' });

  page = await cold.launch();
  await place(page, 'History').click();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await page.getByRole('button', { name: 'Bad news' }).click();
  const row = page.getByRole('row').filter({ hasText: 'A-1001' });
  await expect(row).toContainText('Nothing moved');
  await row.click();
  await expect(page.getByText('No news from the service for longer than usual')).toBeVisible();
  await expect.poll(() => cold.notifications().length).toBe(1);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await place(page, 'Overview').click();
  await expect(page.getByText('Nothing has moved for some days')).toBeVisible();
  expect(cold.notifications()).toHaveLength(1);

  fake.setAll({ status: 'SHIPPED', shipDate: '11/22/2026' });
  await place(page, 'History').click();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(row).toHaveCount(0);
  await fake.close();
});
