import { expect, test } from 'vitest';
import { aBatch, addAccount, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';
import { accountSettingsSchema } from '../../../shared/contract/accounts.ts';

/** An account that has sent INV-1, and a second one of the same login. */
async function twoOfOneLogin() {
  const db = await openTestDb(ownFolder());
  await addAccount(db);
  await db.call('orders.accept', aBatch(1));
  const [wish] = await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 1 });
  await db.call('outbox.settle', {
    happenings: [{ id: wish?.id ?? '', event: { kind: 'accepted' }, at: noon, readyAt: noon }],
    next: null,
  });
  await addAccount(db, 'second', 'The same shop');
  return db;
}

const again = (accountId: string) => aBatch(2, { batchId: 'batch-0002' }, { accountId });

test('an invoice that one account used is refused in the other, and nothing of the batch is kept', async () => {
  const db = await twoOfOneLogin();
  await expect(db.call('orders.accept', again('second'))).rejects.toMatchObject({
    code: 'conflict',
    field: 'rows.0.invoice',
  });
  expect((await db.call('outbox.summary')).waiting).toBe(0);
  expect(await db.call('orders.usedInvoices', { accountId: 'second', invoices: ['inv-1', 'X'] })).toEqual([
    'inv-1',
  ]);
});

test('the same invoice for both in one batch is refused too', async () => {
  const db = await twoOfOneLogin();
  const [row] = aBatch(1, {}, { invoice: 'NEW' }).rows;
  if (row === undefined) throw new Error('no row');
  const rows = [row, { ...row, rowNo: 1, order: { ...row.order, accountId: 'second' } }];
  await expect(db.call('orders.accept', aBatch(0, { batchId: 'batch-0002', rows }))).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('removed and added again, an account still knows what it sent', async () => {
  const db = await twoOfOneLogin();
  await db.call('accounts.remove', { id: 'acc', now: noon });
  await expect(db.call('orders.accept', again('second'))).rejects.toMatchObject({ code: 'conflict' });
  const past = await db.call('orders.past', { accountId: 'second', since: 0, offset: 0, limit: 10 });
  expect(past.invoices).toEqual(['INV-1']);
});

test('the radar sees the orders of both accounts, newest first', async () => {
  const db = await twoOfOneLogin();
  const later = aBatch(
    1,
    { batchId: 'batch-0003', now: noon + 1 },
    { accountId: 'second', invoice: 'INV-2' },
  );
  await db.call('orders.accept', later);
  for (const accountId of ['acc', 'second'])
    expect((await db.call('orders.past', { accountId, since: 0, offset: 0, limit: 10 })).invoices).toEqual([
      'INV-2',
      'INV-1',
    ]);
});

test('both use up one call budget', async () => {
  const db = await twoOfOneLogin();
  const take = (accountId: string) =>
    db.call('refresh.takeCall', { accountId, now: noon, limit: 2, purpose: 'refresh' });
  expect(await take('acc')).toMatchObject({ taken: true });
  expect(await take('second')).toMatchObject({ taken: true, used: 2 });
  expect(await take('acc')).toMatchObject({ taken: false });
  expect(await db.call('refresh.calls', { accountId: 'second', since: 0 })).toHaveLength(2);
});

test('an account of another login is not touched by any of it', async () => {
  const db = await twoOfOneLogin();
  await db.call('accounts.save', {
    id: 'second',
    service: 'trepstar',
    name: 'Another shop',
    settings: accountSettingsSchema.parse({ loginEmail: 'you@example.com' }),
    createdAt: noon,
  });
  expect((await db.call('orders.accept', again('second'))).added).toBe(2);
  expect(
    (await db.call('orders.past', { accountId: 'second', since: 0, offset: 0, limit: 10 })).at,
  ).toHaveLength(2);
});
