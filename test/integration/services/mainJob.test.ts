import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { trepstarAccount } from '../../fixtures/trepstar/account.ts';
import { historyFilterSchema } from '../../../shared/contract/history.ts';
import { startTrepstarServer } from '../../fakes/trepstarServer.ts';
import { ownFolder } from '../../fixtures/engine.ts';
import { good, servicesRig, type ServicesRig } from '../../fixtures/servicesRig.ts';
import { anOrder } from '../../fixtures/trepstar/order.ts';

const everything = historyFilterSchema.parse({});

async function withAccount(rig: ServicesRig) {
  const fake = await startTrepstarServer();
  onTestFinished(() => fake.close());
  good(await rig.ask['settings.change']({ undoTime: 0 }));
  const account = good(await rig.ask['accounts.save']({ ...trepstarAccount(fake), name: 'Shop' }));
  return { fake, account };
}

const submit = async (rig: ServicesRig, accountId: string, invoices: string[], batchId = 'batch-0001') =>
  good(
    await rig.ask['orders.submitBatch']({
      batchId,
      firstRow: 0,
      label: 'test',
      orders: invoices.map((invoice) => anOrder({ accountId, invoice })),
    }),
  );

const statusOf = async (rig: ServicesRig, id: string) =>
  good(await rig.ask['orders.get']({ id })).order.status;

test('account, order, sent, made, shipped, told once: the main job', async () => {
  const folder = ownFolder();
  const rig = await servicesRig(folder);
  const { fake, account } = await withAccount(rig);
  expect(account.hasSecret).toBe(true);
  expect(good(await rig.ask['accounts.test']({ ...account, secret: undefined }))).toEqual({
    outcome: 'works',
  });
  const { ids } = await submit(rig, account.id, ['M-1', '']);
  const [id = ''] = ids;
  await rig.until(async () => (await statusOf(rig, id)) === 'accepted');
  await rig.until(() => fake.orders.size === 2);
  fake.set('M-1', { status: 'PROCESSING' });
  good(await rig.ask['refresh.now']());
  expect(await statusOf(rig, id)).toBe('made');
  fake.set('M-1', { status: 'SHIPPED', shipDate: '11/23/2026', tracking: '9400111899223344556677' });
  good(await rig.ask['refresh.now']());
  const { order, timeline } = good(await rig.ask['orders.get']({ id }));
  expect(order).toMatchObject({
    status: 'shipped',
    shipDate: '2026-11-23',
    trackingId: '9400111899223344556677',
  });
  expect(timeline.map(({ kind }) => kind)).toEqual([
    'accepted',
    'sending',
    'answered',
    'status',
    'status',
    'tracking',
  ]);
  expect(rig.notices).toMatchObject([{ title: 'Order shipped', open: { screen: 'history', id } }]);
  good(await rig.ask['refresh.now']());
  expect(rig.notices).toHaveLength(1);
  const page = {
    filter: { ...everything, search: '94001118' },
    sort: 'at' as const,
    descending: true,
    cursor: null,
    limit: 10,
  };
  expect(good(await rig.ask['history.page'](page)).items).toMatchObject([
    { reference: 'M-1', status: 'shipped' },
  ]);
  const state = good(await rig.ask['refresh.state']());
  expect(state.calls).toMatchObject([{ accountId: account.id, used: fake.statusCalls, limit: 1000 }]);
});

test('news is told once across restarts, and a status never goes backwards', async () => {
  const folder = ownFolder();
  const first = await servicesRig(folder);
  const { fake, account } = await withAccount(first);
  const { ids } = await submit(first, account.id, ['M-1', 'M-2']);
  const [shipped = '', made = ''] = ids;
  await first.until(async () => (await statusOf(first, made)) === 'accepted');
  fake.set('M-1', { status: 'SHIPPED' });
  fake.set('M-2', { status: 'PROCESSING' });
  good(await first.ask['refresh.now']());
  expect(first.notices).toHaveLength(1);
  await first.services.stop();
  const second = await servicesRig(folder);
  second.credentials.secrets.set(`${account.id}/password`, fake.login.password);
  fake.set('M-1', { status: 'PROCESSING' });
  fake.set('M-2', { status: 'HOLD' });
  // Asked twice, told once.
  good(await second.ask['refresh.now']());
  good(await second.ask['refresh.now']());
  for (const [id, status] of [
    [shipped, 'shipped'],
    [made, 'made'],
  ] as const) {
    const { order, timeline } = good(await second.ask['orders.get']({ id }));
    expect(order.status).toBe(status);
    expect(timeline.filter(({ kind }) => kind === 'backward')).toHaveLength(1);
  }
  expect(second.notices).toEqual([]);
});

test('many at once become one notification', async () => {
  const rig = await servicesRig(ownFolder());
  const { fake, account } = await withAccount(rig);
  await submit(
    rig,
    account.id,
    Array.from({ length: 14 }, (_, i) => `M-${i}`),
  );
  await rig.until(
    async () =>
      good(await rig.ask['outbox.summary']()).waiting + good(await rig.ask['outbox.summary']()).sending === 0,
  );
  fake.setAll({ status: 'SHIPPED' });
  good(await rig.ask['refresh.now']());
  expect(rig.notices).toMatchObject([{ title: '14 orders shipped' }]);
});

test('the budget stops status calls, and paying for more is the user’s choice', async () => {
  const rig = await servicesRig(ownFolder());
  const { fake, account } = await withAccount(rig);
  const { ids } = await submit(rig, account.id, ['M-1']);
  await rig.until(async () => (await statusOf(rig, ids[0] ?? '')) === 'accepted');
  good(await rig.ask['settings.change']({ callBudget: 2 }));
  for (let i = 0; i < 4; i++) good(await rig.ask['refresh.now']());
  expect(fake.statusCalls).toBe(2);
  expect(good(await rig.ask['refresh.state']())).toMatchObject({ troubleCode: 'budget-used-up' });
  good(await rig.ask['settings.change']({ payBeyondBudget: true }));
  good(await rig.ask['refresh.now']());
  expect(fake.statusCalls).toBe(3);
});

test('without a network a refresh asks nothing and costs nothing', async () => {
  let online = true;
  const fake = await startTrepstarServer();
  onTestFinished(() => fake.close());
  // What is on this computer needs no network: so it goes by another name.
  const far = (url: string): string => url.replace(fake.origin, 'https://gateway.invalid');
  const rig = await servicesRig(ownFolder(), {
    isOnline: () => online,
    fetch: (url, init) => fetch(url.replace('https://gateway.invalid', fake.origin), init),
  });
  good(await rig.ask['settings.change']({ undoTime: 0 }));
  const there = { login: fake.login, orderUrl: far(fake.orderUrl), statusUrl: far(fake.statusUrl) };
  const account = good(await rig.ask['accounts.save'](trepstarAccount(there)));
  const { ids } = await submit(rig, account.id, ['M-1']);
  await rig.until(async () => (await statusOf(rig, ids[0] ?? '')) === 'accepted');
  online = false;
  const before = fake.statusCalls;
  expect(good(await rig.ask['refresh.now']())).toEqual({ asked: 0, changed: 0 });
  expect(fake.statusCalls).toBe(before);
  const { calls, troubleCode } = good(await rig.ask['refresh.state']());
  expect([calls[0]?.used, troubleCode]).toEqual([before, 'offline']);
});

test('at a start, on waking up and on coming online what waits goes out and news are asked for, unasked', async () => {
  let online = true;
  const fake = await startTrepstarServer();
  onTestFinished(() => fake.close());
  const far = (url: string): string => url.replace(fake.origin, 'https://gateway.invalid');
  const world = {
    isOnline: () => online,
    fetch: (url: string, init: RequestInit) =>
      fetch(url.replace('https://gateway.invalid', fake.origin), init),
  };
  const folder = ownFolder();
  const first = await servicesRig(folder, world);
  good(await first.ask['settings.change']({ undoTime: 0 }));
  const there = { login: fake.login, orderUrl: far(fake.orderUrl), statusUrl: far(fake.statusUrl) };
  const account = good(await first.ask['accounts.save'](trepstarAccount(there)));
  const rested = async () => !good(await first.ask['refresh.state']()).running;
  await first.until(rested);
  online = false;
  first.pushes.length = 0;
  first.services.wake('offline');
  const toldOffline = () =>
    first.pushes.some(
      ({ name, payload }) => name === 'refresh.changed' && !(payload as { online: boolean }).online,
    );
  await first.until(toldOffline);
  const { ids } = await submit(first, account.id, ['M-1', 'M-2', 'M-3']);
  const [one = '', two = '', three = ''] = ids;
  expect(fake.orders.size).toBe(0);
  online = true;
  first.services.wake('online');
  await first.until(() => fake.orders.size === 3);
  await first.until(async () => (await statusOf(first, three)) === 'accepted');
  good(await first.ask['refresh.now']()); // from now on each is due at every refresh

  fake.set('M-1', { status: 'SHIPPED' });
  first.services.wake('online');
  await first.until(async () => (await statusOf(first, one)) === 'shipped');
  await first.until(rested);
  fake.set('M-2', { status: 'SHIPPED' });
  first.services.wake('resume');
  await first.until(async () => (await statusOf(first, two)) === 'shipped');

  await first.services.stop();
  fake.set('M-3', { status: 'SHIPPED' });
  const second = await servicesRig(folder, { ...world, credentials: first.credentials });
  await second.until(async () => (await statusOf(second, three)) === 'shipped');
});

test('when the service asks for a pause, all accounts of that login rest, and no other', async () => {
  const rig = await servicesRig(ownFolder());
  const { fake, account } = await withAccount(rig);
  const save = async (name: string, changes = {}) =>
    good(await rig.ask['accounts.save']({ ...trepstarAccount(fake), name, ...changes })).id;
  const same = await save('Shop again');
  const settings = { ...trepstarAccount(fake).settings, loginEmail: 'other@example.com' };
  await save('Another shop', { settings });
  fake.faultNext('429');
  await submit(rig, account.id, ['M-1']);
  const resting = async () =>
    good(await rig.ask['outbox.summary']())
      .pauses.map(({ accountId }) => accountId)
      .sort();
  await rig.until(async () => (await resting()).length > 0);
  expect(await resting()).toEqual([account.id, same].sort());
});

test('testing a login counts as a call, also for a second account of the same login before it is saved', async () => {
  const rig = await servicesRig(ownFolder());
  const { fake, account } = await withAccount(rig);
  const { service, settings } = account;
  const used = async () => good(await rig.ask['refresh.state']()).calls[0]?.used ?? 0;
  const before = await used();
  const second = { service, settings, name: 'Again', secret: fake.login.password };
  expect(good(await rig.ask['accounts.test'](second)).outcome).toBe('works');
  expect(await used()).toBe(before + 1);
});

test('the practice account works without a secret and without a network', async () => {
  const rig = await servicesRig(ownFolder(), { isOnline: () => false });
  good(await rig.ask['settings.change']({ undoTime: 0 }));
  const account = good(await rig.ask['accounts.tryPractice']());
  expect(good(await rig.ask['accounts.tryPractice']()).id).toBe(account.id);
  expect(good(await rig.ask['products.list']({ accountId: account.id })).length).toBeGreaterThan(2);
  const { ids } = await submit(rig, account.id, ['P-1']);
  await rig.until(async () => (await statusOf(rig, ids[0] ?? '')) === 'accepted');
});

test('bad rows refuse the call and name the field; nothing is kept', async () => {
  const rig = await servicesRig(ownFolder());
  const { account } = await withAccount(rig);
  const orders = [
    anOrder({ accountId: account.id }),
    anOrder({ accountId: account.id, invoice: 'x'.repeat(51) }),
  ];
  const refused = await rig.ask['orders.submitBatch']({
    batchId: 'batch-0001',
    firstRow: 0,
    label: '',
    orders,
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input', field: 'rows.1.invoice' } });
  expect(good(await rig.ask['history.totals']({ filter: everything })).all).toBe(0);
});

test('the password is in no file of the data folder', async () => {
  const folder = ownFolder();
  const rig = await servicesRig(folder);
  const { account, fake } = await withAccount(rig);
  const { ids } = await submit(rig, account.id, ['M-1']);
  await rig.until(async () => (await statusOf(rig, ids[0] ?? '')) === 'accepted');
  await rig.services.backup();
  const secrets = [
    fake.login.password,
    encodeURIComponent(fake.login.password),
    new URLSearchParams({ p: fake.login.password }).toString().slice(2),
  ];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath, entry.name)).toString('latin1');
    for (const secret of secrets)
      expect(text.includes(Buffer.from(secret, 'utf8').toString('latin1')), entry.name).toBe(false);
  }
});

test('an export holds what is filtered, and no cell is a formula', async () => {
  const folder = ownFolder();
  const file = join(folder, 'out.csv');
  const rig = await servicesRig(folder, { saveTo: file });
  const { account } = await withAccount(rig);
  good(
    await rig.ask['orders.submitBatch']({
      batchId: 'batch-0009',
      firstRow: 0,
      label: '',
      orders: [
        anOrder({ accountId: account.id, invoice: 'E-1', name: '=HYPERLINK("http://evil","x")' }),
        anOrder({ accountId: account.id, invoice: 'E-2', name: 'Zoë "Z" Müller, Dr.' }),
      ],
    }),
  );
  expect(good(await rig.ask['history.export']({ filter: everything, format: 'csv' }))).toEqual({
    fileName: 'out.csv',
    rows: 2,
  });
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\uFEFFDate,')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://evil"",""x"")"`);
  expect(text).toContain('"Zoë ""Z"" Müller, Dr."');
  expect(good(await rig.ask['history.export']({ filter: everything, format: 'xlsx' })).rows).toBe(2);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
});
