import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';
import { addTrepstar, anOrder, get, placeOrder, statusOf } from './support/api.ts';
import { readOnly, smallDisk } from '../fixtures/disk.ts';
import { draftHas, grid, openPaste, pasteText, rowOf, sheetOf, submitAll } from './support/pasteScreen.ts';

test('a disk that is really full: said plainly, nothing lost, and sending goes on when there is room', async ({
  cold,
  dataFolder,
}) => {
  const disk = smallDisk(dataFolder);
  const fake = await startTrepstarServer();
  try {
    let page = await cold.launch({ dataFolder: disk.folder });
    const account = await addTrepstar(page, fake);
    await page.reload();
    await openPaste(page);
    await pasteText(cold, sheetOf([rowOf(0), rowOf(1), rowOf(2)]));
    await expect(page.getByLabel('3 ready, 0 need attention')).toBeVisible();
    await draftHas(page, 'RV-3002');

    // One order is with the service when the disk fills up: its outcome cannot be written down.
    fake.faultNext('hang-after');
    const under = await placeOrder(page, anOrder(account.id));
    await fake.waitFor(({ orderCalls }) => orderCalls === 1);
    disk.fill();
    await submitAll(page, 3);
    await expect(page.getByRole('alert')).toContainText('The disk is full. Nothing was accepted');
    await expect(grid(page).getByText('Person Nr2')).toBeVisible();
    expect(await statusOf(page, under)).toBe('sending');
    expect((await get(page, 'outbox.summary')).waiting).toBe(0);

    await cold.kill9();
    // A process that ends gives room back: its temporary files.
    disk.fill();
    page = await cold.launch();
    // The start finds room in the database's own log, or says that there is none: then it goes on once there is.
    const tryAgain = page.getByRole('button', { name: 'Try again' });
    await expect(tryAgain.or(page.getByRole('navigation', { name: 'Main' }))).toBeVisible();
    disk.free();
    if (await tryAgain.isVisible()) await tryAgain.click();
    await openPaste(page);
    await expect(page.getByLabel('3 ready, 0 need attention')).toBeVisible();
    await submitAll(page, 3);
    await expect(page.getByText('3 orders are in the outbox.')).toBeVisible();
    await expect.poll(() => fake.orders.size).toBe(4);
    await expect.poll(() => statusOf(page, under)).toBe('accepted');
    await expect.poll(async () => (await get(page, 'outbox.groups')).groups).toEqual([]);
    expect(fake.sentAgain).toEqual([]);
  } finally {
    await cold.close();
    await fake.close();
    disk.close();
  }
});

test('a read-only data folder: the window says so, and works once it is mended', async ({
  cold,
  dataFolder,
}) => {
  const title = 'Postroom may not write to its data folder';
  let page = await cold.launch();
  await get(page, 'accounts.tryPractice');
  await cold.close();
  const mend = readOnly(dataFolder);
  try {
    page = await cold.launch();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    expect((await get(page, 'app.info')).startTrouble).toMatchObject({ code: 'read-only' });
  } finally {
    mend();
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await get(page, 'accounts.list')).toHaveLength(1);
  // The folder is taken now: a second start shows this window instead of a second outbox.
  expect(await cold.app.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true);
  expect(await cold.app.evaluate(({ app }) => app.getPath('userData'))).toBe(dataFolder);
});

test('a file where the data folder should be is said, and nothing is done to it', async ({
  cold,
  dataFolder,
}) => {
  const file = path.join(dataFolder, 'a file');
  writeFileSync(file, 'mine');
  const page = await cold.launch({ dataFolder: path.join(file, 'data') });
  await expect(
    page.getByRole('heading', { name: 'Postroom may not write to its data folder' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
