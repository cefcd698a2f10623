import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from './fixtures.ts';
import { anOrder, ask, get, placeOrder } from './support/api.ts';

const databaseOf = (folder: string): string => path.join(folder, 'postroom.db');

test('data of a newer Postroom is refused kindly and left alone', async ({ cold, dataFolder }) => {
  let page = await cold.launch();
  await get(page, 'accounts.tryPractice');
  await get(page, 'app.backupNow');
  await cold.close();
  const db = new Database(databaseOf(dataFolder));
  db.pragma('user_version = 9999');
  db.close();
  const before = readFileSync(databaseOf(dataFolder));

  page = await cold.launch();
  expect((await get(page, 'app.info')).startTrouble).toMatchObject({ code: 'database-newer' });
  await expect(page.getByRole('heading', { name: 'This data belongs to a newer Postroom' })).toBeVisible();
  expect(await ask(page, 'accounts.list')).toMatchObject({ ok: false, error: { code: 'database-newer' } });
  expect(readFileSync(databaseOf(dataFolder)).equals(before)).toBe(true);

  // The way out: the backup made before.
  await page
    .getByRole('button', { name: /^Restore / })
    .first()
    .click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await get(page, 'accounts.list')).toHaveLength(1);
  expect((await get(page, 'app.info')).startTrouble).toMatchObject({ code: 'older-copy' });
  await expect(page.getByText('This is an older or a second copy of your data.')).toBeVisible();
  // The newer file is kept aside, never deleted.
  expect(readdirSync(dataFolder).some((name) => name.startsWith('postroom-replaced-'))).toBe(true);
});

test('a database damaged in its middle is mended, and the user is told', async ({ cold, dataFolder }) => {
  let page = await cold.launch();
  const account = await get(page, 'accounts.tryPractice');
  await get(page, 'settings.change', { undoTime: 3600 });
  const [product] = await get(page, 'products.list', { accountId: account.id });
  const lines = [{ productId: product?.productId ?? '', title: '', quantity: 1 }];
  for (let number = 0; number < 40; number += 1)
    await placeOrder(page, anOrder(account.id, { lines, invoice: `D-${number}`, name: `Person ${number}` }));
  await cold.close();
  const file = databaseOf(dataFolder);
  const bytes = readFileSync(file);
  // The last pages are overwritten with nonsense.
  bytes.fill(0xa5, bytes.length - 3 * 4096);
  writeFileSync(file, bytes);

  page = await cold.launch();
  expect((await get(page, 'app.info')).startTrouble).toMatchObject({ code: 'database-damaged' });
  expect(readdirSync(dataFolder).some((name) => name.startsWith('postroom-damaged-'))).toBe(true);
  await expect(page.getByText('The data was damaged and has been mended.')).toBeVisible();
  expect(await get(page, 'accounts.list')).toHaveLength(1);
});

test('when nothing can be saved, a backup is offered before an empty window', async ({
  cold,
  dataFolder,
}) => {
  let page = await cold.launch();
  await get(page, 'accounts.tryPractice');
  await get(page, 'app.backupNow');
  await cold.close();
  writeFileSync(databaseOf(dataFolder), 'this is no database any more');

  page = await cold.launch();
  await expect(page.getByRole('heading', { name: 'The data is damaged' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start with empty data' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Restore / })
    .first()
    .click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await get(page, 'accounts.list')).toHaveLength(1);
});

test('a data folder that cannot be used is said, and trying again opens it', async ({ cold, dataFolder }) => {
  // A folder where the database should be stops root as well as anybody else.
  mkdirSync(databaseOf(dataFolder));
  const page = await cold.launch();
  expect((await get(page, 'app.info')).startTrouble).toMatchObject({ code: 'read-only' });
  await expect(
    page.getByRole('heading', { name: 'Postroom may not write to its data folder' }),
  ).toBeVisible();
  rmSync(databaseOf(dataFolder), { recursive: true });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Try with the practice account' })).toBeVisible();
});

test('a start without the right to write the log still opens', async ({ cold, dataFolder }) => {
  // A file where the log folder should be.
  writeFileSync(path.join(dataFolder, 'logs'), '');
  const page = await cold.launch();
  await expect(page.getByRole('button', { name: 'Try with the practice account' })).toBeVisible();
});
