import { expect, test } from 'vitest';
import type { DbClient } from '../../../electron/db/client.ts';
import { addAccount, openTestDb, ownFolder } from '../../fixtures/engine.ts';

const river = {
  id: 'river',
  accountId: 'acc',
  productId: '66750',
  title: 'Voices by the River',
  price: '',
  defaultMethod: null,
  packaging: '',
  skus: ['VBR-CD'],
};
const home = { ...river, id: 'home', productId: '66760', title: 'The Long Way Home', skus: ['LWH'] };

async function ready(): Promise<DbClient> {
  const db = await openTestDb(ownFolder());
  await addAccount(db);
  await db.call('products.save', river);
  await db.call('products.save', home);
  return db;
}

const listed = async (db: DbClient) =>
  (await db.call('products.list', { accountId: 'acc' })).map(({ productId, skus }) => [productId, ...skus]);

test('a product that was removed is in no list, and comes back when it is saved again', async () => {
  const db = await ready();
  await db.call('products.remove', { id: 'river' });
  expect(await listed(db)).toEqual([['66760', 'LWH']]);
  await db.call('products.save', river);
  expect(await listed(db)).toEqual([
    ['66760', 'LWH'],
    ['66750', 'VBR-CD'],
  ]);
});

test('the SKUs of a product go along with its changed number', async () => {
  const db = await ready();
  await db.call('products.save', { ...river, productId: '66751' });
  expect(await listed(db)).toContainEqual(['66751', 'VBR-CD']);
  await db.call('products.save', { ...home, id: 'new', productId: '66750', skus: [] });
  expect(await listed(db)).toContainEqual(['66750']);
});

test('no product takes the number of another, unless that one was removed', async () => {
  const db = await ready();
  await expect(db.call('products.save', { ...home, productId: '66750' })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await listed(db)).toHaveLength(2);
  await db.call('products.remove', { id: 'river' });
  await db.call('products.save', { ...home, productId: '66750' });
  expect(await listed(db)).toEqual([['66750', 'LWH']]);
});
