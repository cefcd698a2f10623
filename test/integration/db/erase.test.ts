import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { historyFilterSchema } from '../../../shared/contract/history.ts';
import { aBatch, addAccount, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';

const person = {
  name: 'Xaverine Quillfeather',
  address: '77 Wyvern Lane',
  email: 'xaverine@example.com',
  city: 'Zyx',
};

async function withPerson(outcome: 'accepted' | 'none') {
  const folder = ownFolder();
  const db = await openTestDb(folder);
  await addAccount(db);
  const batch = aBatch(1, {}, { ...person, invoice: 'INV-1' });
  await db.call('orders.accept', {
    ...batch,
    rows: batch.rows.map((row) => ({ ...row, body: 'name=Xaverine+Quillfeather' })),
  });
  if (outcome === 'accepted') {
    const [wish] = await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 1 });
    const happening = {
      id: wish?.id ?? '',
      event: { kind: 'accepted' },
      at: noon,
      readyAt: noon,
      raw: 'Xaverine',
    } as const;
    await db.call('outbox.settle', { happenings: [happening], next: null });
  }
  const { items } = await db.call('recipients.find', {
    search: 'xaverine',
    sort: 'latest',
    cursor: null,
    limit: 5,
  });
  return { folder, db, id: items[0]?.id ?? '' };
}

test('an erased person is in no table and no search, and bookkeeping stays', async () => {
  const { folder, db, id } = await withPerson('accepted');
  expect(await db.call('recipients.erase', { id, now: noon })).toEqual({ erased: true });
  const filter = historyFilterSchema.parse({});
  expect((await db.call('history.totals', { filter: { ...filter, search: 'xaverine' } })).shown).toBe(0);
  expect(
    (await db.call('recipients.find', { search: 'xaverine', sort: 'latest', cursor: null, limit: 5 })).total,
  ).toBe(0);
  const { items } = await db.call('history.page', {
    filter,
    sort: 'at',
    descending: true,
    cursor: null,
    limit: 5,
  });
  expect(items).toMatchObject([{ reference: 'INV-1', recipient: '', country: 'US', pieces: 1 }]);
  const backup = await db.backup();
  const text = readFileSync(join(folder, 'backups', backup.fileName)).toString('latin1');
  for (const word of ['Quillfeather', 'Wyvern', 'xaverine']) expect(text.includes(word), word).toBe(false);
  expect(readdirSync(folder)).toContain('postroom.db');
});

test('a person with something on its way out cannot be erased yet', async () => {
  const { db, id } = await withPerson('none');
  expect(await db.call('recipients.erase', { id, now: noon })).toEqual({ erased: false });
});

test('after the months of the settings old finished orders are blanked, young and open ones are not', async () => {
  const { db } = await withPerson('accepted');
  const name = async () =>
    (
      await db.call('history.lines', {
        itemIds: [
          (
            await db.call('history.page', {
              filter: historyFilterSchema.parse({}),
              sort: 'at',
              descending: true,
              cursor: null,
              limit: 1,
            })
          ).items[0]?.id ?? '',
        ],
      })
    )[0]?.recipient;
  expect(await db.call('recipients.eraseOld', { before: noon + 1, now: noon })).toEqual({ orders: 0 });
  const [open] = await db.call('refresh.open', { accountId: 'acc', until: noon * 2, limit: 1 });
  await db.call('refresh.apply', {
    source: 'trepstar',
    changes: [{ orderId: open?.id ?? '', at: noon, nextCheckAt: null, status: 'shipped', events: [] }],
  });
  expect(await db.call('recipients.eraseOld', { before: noon, now: noon })).toEqual({ orders: 0 });
  expect(await name()).toBe(person.name);
  expect(await db.call('recipients.eraseOld', { before: noon + 1, now: noon })).toEqual({ orders: 1 });
  expect(await name()).toBe('');
});
