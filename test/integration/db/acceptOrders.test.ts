import { expect, test } from 'vitest';
import { aBatch, addAccount, anOrder, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';

async function fresh() {
  const db = await openTestDb(ownFolder());
  await addAccount(db);
  return db;
}

test('an accepted batch is in orders, outbox, history, recipients and products', async () => {
  const db = await fresh();
  const { ids, added } = await db.call('orders.accept', aBatch(3));
  expect(added).toBe(3);
  const { order, timeline } = (await db.call('orders.get', { id: ids[1] ?? '' })) ?? {};
  expect(order).toMatchObject({ invoice: 'INV-2', name: 'Person 2', status: 'waiting', dueAt: noon });
  expect(timeline).toMatchObject([{ kind: 'accepted', source: 'you' }]);
  expect(await db.call('outbox.summary')).toMatchObject({ waiting: 3 });
  expect(
    (await db.call('recipients.find', { search: 'pers', sort: 'latest', cursor: null, limit: 10 })).total,
  ).toBe(3);
  expect(await db.call('products.list', { accountId: 'acc' })).toMatchObject([
    { productId: '66750', timesOrdered: 3 },
  ]);
});

test('a line without a title has the one its product is known by, and its own where it has one', async () => {
  const db = await fresh();
  const lineOf = (title: string) => ({ lines: [{ productId: '66750', title, quantity: 2 }] });
  const product = {
    id: 'product-1',
    accountId: 'acc',
    productId: '66750',
    title: 'Voices by the River',
    price: '',
  };
  await db.call('products.save', { ...product, defaultMethod: null, packaging: '', skus: [] });
  const titleOf = async (batchId: string, invoice: string, title: string) => {
    const batch = aBatch(1, { batchId }, lineOf(title));
    const rows = batch.rows.map((row) => ({ ...row, order: { ...row.order, invoice } }));
    const { ids } = await db.call('orders.accept', { ...batch, rows });
    const [item] = await db.call('history.lines', { itemIds: ids });
    const { order } = (await db.call('orders.get', { id: ids[0] ?? '' })) ?? {};
    return [item?.summary, order?.lines[0]?.title];
  };
  expect(await titleOf('batch-1', 'A', '')).toEqual(['2 × Voices by the River', 'Voices by the River']);
  expect(await titleOf('batch-2', 'B', 'An old name')).toEqual(['2 × An old name', 'An old name']);
});

test('the same batch rows again give the same ids, leave when the first do, and add nothing', async () => {
  const db = await fresh();
  const first = await db.call('orders.accept', aBatch(5));
  const again = await db.call('orders.accept', aBatch(5, { dueAt: noon + 60_000 }));
  expect(again.ids).toEqual(first.ids);
  expect([again.added, again.dueAt]).toEqual([0, first.dueAt]);
  expect(await db.call('outbox.summary')).toMatchObject({ waiting: 5 });
});

test('two clicks at once make one batch', async () => {
  const db = await fresh();
  const [one, two] = await Promise.all([
    db.call('orders.accept', aBatch(50)),
    db.call('orders.accept', aBatch(50)),
  ]);
  expect(two.ids).toEqual(one.ids);
  expect((await db.call('outbox.summary')).waiting).toBe(50);
});

test('an invoice used before, in whatever letter case, refuses the whole call and names the row', async () => {
  const db = await fresh();
  await db.call('orders.accept', aBatch(1));
  const rows = ['INV-9', 'inv-1'].map((invoice, rowNo) => ({
    rowNo,
    service: 'trepstar' as const,
    order: anOrder({ invoice }),
    body: '',
    bodyHash: '',
  }));
  await expect(db.call('orders.accept', aBatch(0, { batchId: 'batch-0002', rows }))).rejects.toMatchObject({
    code: 'conflict',
    field: 'rows.1.invoice',
  });
  expect((await db.call('outbox.summary')).waiting).toBe(1);
  expect(await db.call('orders.usedInvoices', { accountId: 'acc', invoices: ['Inv-1', 'INV-9'] })).toEqual([
    'Inv-1',
  ]);
});

test('an undone invoice is free again, and an undone order stays in history', async () => {
  const db = await fresh();
  const { ids } = await db.call('orders.accept', aBatch(1));
  expect(await db.call('outbox.undo', { ids: null, batchId: 'batch-0001', now: noon })).toMatchObject({
    undone: 1,
  });
  expect(await db.call('orders.usedInvoices', { accountId: 'acc', invoices: ['INV-1'] })).toEqual([]);
  expect((await db.call('orders.get', { id: ids[0] ?? '' }))?.order.status).toBe('cancelled');
  await db.call('orders.accept', aBatch(1, { batchId: 'batch-0002' }));
});

test('**Undo all** takes back all that waits, and counts nothing that has left', async () => {
  const db = await fresh();
  await db.call('orders.accept', aBatch(3));
  expect(await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 1 })).toHaveLength(1);
  expect(await db.call('outbox.undo', { ids: null, batchId: null, now: noon })).toMatchObject({
    undone: 2,
    tooLate: 0,
  });
  expect(await db.call('outbox.summary')).toMatchObject({ waiting: 0, sending: 1 });
});

test('what was claimed cannot be undone', async () => {
  const db = await fresh();
  await db.call('orders.accept', aBatch(2));
  expect(await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 1 })).toHaveLength(1);
  expect(await db.call('outbox.undo', { ids: null, batchId: 'batch-0001', now: noon })).toMatchObject({
    undone: 1,
    tooLate: 1,
  });
});

test('the database itself forbids a second live row for one order and a second order for one invoice', async () => {
  const folder = ownFolder();
  const db = await openTestDb(folder);
  await addAccount(db);
  await db.call('orders.accept', aBatch(1));
  await db.close();
  const { openDatabase } = await import('../../../electron/db/open.ts');
  const raw = openDatabase(`${folder}/postroom.db`);
  try {
    const columns =
      'kind, step, item_id, account_id, reference, body, body_hash, mode, state, due_at, created_at';
    expect(() =>
      raw.exec(`INSERT INTO outbox (id, operation_id, ${columns}) SELECT 'x', 'y', ${columns} FROM outbox`),
    ).toThrow(/UNIQUE constraint failed: outbox.item_id/);
    expect(() => raw.exec(`INSERT INTO orders SELECT * FROM orders`)).toThrow(/UNIQUE/);
  } finally {
    raw.close();
  }
});

test('recent orders of the same person and product are found by name and postcode, or by e-mail', async () => {
  const db = await fresh();
  await db.call('orders.accept', aBatch(1, {}, { name: 'Ann Lee', email: 'ann@example.com' }));
  const ask = (name: string, email: string) =>
    db.call('orders.recentLike', { name, postcode: '55101', email, productIds: ['66750'], since: noon - 1 });
  expect(await ask('ann lee', '')).toMatchObject([{ invoice: 'INV-1', title: 'Voices by the River' }]);
  expect(await ask('other', 'ANN@example.com')).toHaveLength(1);
  expect(await ask('other', '')).toEqual([]);
});
