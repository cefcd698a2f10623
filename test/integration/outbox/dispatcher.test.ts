import { expect, onTestFinished, test } from 'vitest';
import { startTrepstarServer } from '../../fakes/trepstarServer.ts';
import { aBatch, addAccount, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';
import { outboxRig, quick } from '../../fixtures/outboxRig.ts';
import { anOrder } from '../../fixtures/trepstar/order.ts';
import { databaseFile } from '../../../electron/db/files.ts';
import { openReadOnly } from '../../../electron/db/open.ts';
import type { Courier } from '../../../electron/outbox/courier.ts';
import { ok } from '../../../shared/contract/result.ts';
import { submitOrders } from '../../../electron/orders/submitOrders.ts';

async function world(count: number, more: Parameters<typeof outboxRig>[2] = {}, folder = ownFolder()) {
  const fake = await startTrepstarServer();
  onTestFinished(() => fake.close());
  const db = await openTestDb(folder);
  await addAccount(db);
  await db.call('settings.change', { changes: { undoTime: 0 } });
  const orders = Array.from({ length: count }, (_, i) => anOrder({ accountId: 'acc', invoice: `D-${i}` }));
  const accepted = await submitOrders(
    { db, now: () => Date.now(), random: Math.random },
    { batchId: 'batch-disp', firstRow: 0, label: '', orders },
  );
  if (!accepted.ok) throw new Error(accepted.error.code);
  const service = { orderUrl: fake.orderUrl, statusUrl: fake.statusUrl, ...fake.login };
  const rig = outboxRig(db, service, more);
  onTestFinished(() => rig.dispatcher.stop(0));
  const order = async (index = 0) =>
    (await db.call('orders.get', { id: accepted.value.ids[index] ?? '' })) ?? {
      order: undefined,
      timeline: [],
    };
  return { fake, db, rig, order, ids: accepted.value.ids };
}

test('sends what is due, each once, and never more at a time than the pace', async () => {
  const { fake, rig, order } = await world(40);
  fake.latencyMs = 5;
  await rig.dispatcher.start();
  await rig.settled();
  expect(fake.orderCalls).toBe(40);
  expect(rig.mostAtOnce()).toBe(2);
  expect(fake.statusCalls).toBe(0);
  const { order: first, timeline } = await order();
  expect(first?.status).toBe('accepted');
  expect(timeline.map(({ kind }) => kind)).toEqual(['accepted', 'sending', 'answered']);
});

test('an answer lost after accepting is asked about, found, and not sent again', async () => {
  const { fake, rig, order } = await world(1);
  fake.faultNext('drop-after');
  await rig.dispatcher.start();
  await rig.settled();
  expect([fake.orderCalls, fake.statusCalls, fake.timesTaken('D-0')]).toEqual([1, 1, 1]);
  expect((await order()).timeline.map(({ kind }) => kind)).toEqual([
    'accepted',
    'sending',
    'unknown',
    'found',
  ]);
});

test('what did not arrive is sent again with the same invoice and body, but only after the time of grace', async () => {
  const { fake, rig, order } = await world(1);
  fake.faultNext('drop-before');
  await rig.dispatcher.start();
  await rig.settled();
  const sent = fake.requests.filter(({ kind }) => kind === 'order');
  expect(sent).toHaveLength(2);
  expect(sent[1]?.body).toBe(sent[0]?.body);
  const { order: kept, timeline } = await order();
  expect(kept?.status).toBe('accepted');
  expect(timeline.map(({ kind }) => kind)).toEqual([
    'accepted',
    'sending',
    'unknown',
    'not-found',
    'sending',
    'answered',
  ]);
  const at = (kind: string): number => timeline.findLast((event) => event.kind === kind)?.at ?? 0;
  expect(at('sending') - at('unknown')).toBeGreaterThanOrEqual(quick.grace);
});

test('a duplicate refusal of a second send means the first one arrived', async () => {
  const { fake, rig, order } = await world(1);
  // Taken, but the status function does not know it yet: the request seemed lost.
  fake.faultNext('drop-after');
  fake.statusFaultNext('missing-sections', 'missing-sections');
  await rig.dispatcher.start();
  await rig.settled();
  expect((await order()).order?.status).toBe('accepted');
  expect(fake.timesTaken('D-0')).toBe(1);
});

test('a refusal stops only its own order and says why', async () => {
  const { fake, db, rig, order } = await world(3);
  const used = anOrder();
  await fetch(fake.orderUrl, {
    method: 'POST',
    body: new URLSearchParams({
      CoLoginEmail: fake.login.email,
      CoLoginPassword: fake.login.password,
      productid: used.lines[0]?.productId ?? '',
      quantity: '1',
      Invoice: 'D-1',
      name: 'Somebody else',
      source: 'cdfulfill',
      ordermethod: 'url',
      mode: 'prod',
    }),
  });
  await rig.dispatcher.start();
  await rig.settled();
  const { order: refused } = await order(1);
  expect(refused).toMatchObject({ status: 'refused', refusal: { code: '000035' } });
  expect((await order(0)).order?.status).toBe('accepted');
  expect((await order(2)).order?.status).toBe('accepted');
  expect((await db.call('outbox.groups')).groups).toMatchObject([{ status: 'refused', count: 1 }]);
  expect(
    await db.call('outbox.closeRefused', { id: refused?.id ?? '', newOrderId: null, now: noon }),
  ).toEqual({ closed: true });
  expect(await db.call('outbox.groups')).toEqual({ groups: [], more: 0 });
});

test('429 pauses the account, not the row: nothing more is tried until it is over', async () => {
  const { fake, db, rig } = await world(10, { pace: 1 });
  fake.faultNext('429');
  await rig.dispatcher.start();
  await rig.until(
    async () => (await db.call('outbox.summary')).sending === 0 && rig.dispatcher.pauses().length === 1,
  );
  expect(fake.orderCalls).toBe(1);
  expect(rig.dispatcher.pauses()).toMatchObject([{ accountId: 'acc', code: 'too-many-requests' }]);
  expect((await db.call('outbox.summary')).waiting).toBe(10);
  rig.dispatcher.resumeAccount('acc');
  await rig.settled();
  expect(fake.orders.size).toBe(10);
});

/** A second account of the same login, with orders of its own. */
async function secondAccount(
  { db }: Pick<Awaited<ReturnType<typeof world>>, 'db'>,
  count: number,
): Promise<void> {
  await addAccount(db, 'second', 'My other shop');
  const orders = Array.from({ length: count }, (_, i) => anOrder({ accountId: 'second', invoice: `S-${i}` }));
  const rows = { batchId: 'batch-second', firstRow: 0, label: '', orders };
  const accepted = await submitOrders({ db, now: () => Date.now(), random: Math.random }, rows);
  if (!accepted.ok) throw new Error(accepted.error.code);
}

const oneLogin = { accountsOfLogin: () => ['acc', 'second'] };

test('two accounts of one login share its pace and take turns', async () => {
  const { fake, db, rig } = await world(20, oneLogin);
  await secondAccount({ db }, 20);
  fake.latencyMs = 5;
  await rig.dispatcher.start();
  await rig.settled();
  expect(rig.mostAtOnce()).toBe(2);
  expect(fake.orders.size).toBe(40);
  expect(fake.sentAgain).toEqual([]);
  const half = fake.requests.slice(0, 20).map(({ fields }) => fields.get('Invoice') ?? '');
  const ofSecond = half.filter((invoice) => invoice.startsWith('S-')).length;
  expect(ofSecond).toBeGreaterThan(5);
  expect(ofSecond).toBeLessThan(15);
});

test('a 429 to one account pauses the others of its login too', async () => {
  const { fake, db, rig } = await world(10, { ...oneLogin, pace: 1 });
  await secondAccount({ db }, 10);
  fake.faultNext('429');
  await rig.dispatcher.start();
  await rig.until(
    async () => (await db.call('outbox.summary')).sending === 0 && rig.dispatcher.pauses().length === 2,
  );
  expect(fake.orderCalls).toBe(1);
  for (const id of oneLogin.accountsOfLogin()) rig.dispatcher.resumeAccount(id);
  await rig.settled();
  expect(fake.orders.size).toBe(20);
});

test('a secret is each account’s own: a wrong one pauses no other account of its login', async () => {
  const { db, rig } = await world(3, { ...oneLogin, pace: 1 });
  rig.setPassword('nonsense');
  await rig.dispatcher.start();
  await rig.until(
    async () => (await db.call('outbox.summary')).sending === 0 && rig.dispatcher.pauses().length > 0,
  );
  expect(rig.dispatcher.pauses()).toEqual([{ accountId: 'acc', until: null, code: 'wrong-login' }]);
});

test('a wrong login pauses the account until it is mended; no order is refused for it', async () => {
  const { db, fake, rig } = await world(5);
  rig.setPassword('nonsense');
  await rig.dispatcher.start();
  await rig.until(
    async () => (await db.call('outbox.summary')).sending === 0 && rig.dispatcher.pauses().length === 1,
  );
  expect(rig.dispatcher.pauses()).toEqual([{ accountId: 'acc', until: null, code: 'wrong-login' }]);
  rig.setPassword(fake.login.password);
  rig.dispatcher.resumeAccount('acc');
  await rig.settled();
  expect(fake.orders.size).toBe(5);
});

test('without a stored secret nothing leaves, and it goes on when there is one', async () => {
  const { db, fake, rig } = await world(2);
  rig.setPassword(null);
  await rig.dispatcher.start();
  await rig.until(
    async () => (await db.call('outbox.summary')).sending === 0 && rig.dispatcher.pauses().length === 1,
  );
  expect(fake.requests).toEqual([]);
  rig.setPassword(fake.login.password);
  rig.dispatcher.resumeAccount('acc');
  await rig.settled();
  expect(fake.orders.size).toBe(2);
});

test('offline it waits, and goes on when the network is back', async () => {
  let online = false;
  const { fake, db, rig } = await world(3, { isOnline: () => online });
  await rig.dispatcher.start();
  expect((await db.call('outbox.summary')).waiting).toBe(3);
  online = true;
  rig.dispatcher.cameOnline();
  await rig.settled();
  expect(fake.orders.size).toBe(3);
});

test('a pause for want of a network ends when it is back', async () => {
  const courier: Courier = {
    send: () => Promise.resolve({ kind: 'not-sent', cause: 'connection-lost', detail: '' }),
    find: () => Promise.resolve(ok(new Map())),
    findLimit: 100,
    costsCalls: false,
  };
  const { rig } = await world(1, { courierFor: () => Promise.resolve(courier) });
  await rig.dispatcher.start();
  await rig.until(() => Promise.resolve(rig.dispatcher.pauses().length === 1));
  rig.dispatcher.cameOnline();
  expect(rig.dispatcher.pauses()).toEqual([]);
});

test('paused by the user, also across a restart, nothing new leaves until resumed', async () => {
  let looks = 0;
  let lookedTwice: () => void = () => undefined;
  const twice = new Promise<void>((resolve) => (lookedTwice = resolve));
  const beforeCall = (name: string): Promise<void> => {
    if (name === 'outbox.agenda' && ++looks === 2) lookedTwice();
    return Promise.resolve();
  };
  const { fake, db, rig } = await world(2, { beforeCall });
  await db.call('meta.set', { key: 'outboxPaused', value: '1' });
  await rig.dispatcher.start();
  // Woken while it looks, it looks once more when the first look has ended, with its claims.
  rig.dispatcher.wake();
  await twice;
  expect(await db.call('outbox.summary')).toMatchObject({ waiting: 2, sending: 0 });
  expect(fake.orderCalls).toBe(0);
  rig.dispatcher.setPaused(false);
  await rig.settled();
  expect(fake.orderCalls).toBe(2);
});

test('quit waits for what is under way, and what hangs becomes doubt instead of loss', async () => {
  const { fake, db, rig } = await world(4);
  fake.faultNext('hang-after', 'hang-after');
  await rig.dispatcher.start();
  await fake.waitFor((server) => server.orderCalls === 2);
  await rig.dispatcher.stop(10);
  expect(await db.call('outbox.summary')).toMatchObject({ sending: 0, unconfirmed: 2, waiting: 2 });
});

test('a clock set back by a year does not make orders wait for a year', async () => {
  let shift = 0;
  const db = await openTestDb(ownFolder());
  await addAccount(db);
  const times = { now: Date.now(), dueAt: Date.now() + 60_000 };
  for (const batchId of ['one', 'two', 'three'])
    await db.call('orders.accept', aBatch(1, { ...times, batchId }, { invoice: batchId }));
  shift = -365 * 86_400_000;
  const now = Date.now() + shift;
  await db.call('outbox.pullBackPlans', { now, latest: now + 61 * 60_000 });
  const { groups } = await db.call('outbox.groups');
  expect(groups).toHaveLength(3);
  for (const { first } of groups) expect(first.nextTryAt).toBeLessThanOrEqual(now + 61 * 60_000);
});

test('without free status calls the question waits, and nothing is sent twice meanwhile', async () => {
  const { fake, db, rig } = await world(1, { takeCall: () => Promise.resolve(false), timings: quick });
  fake.faultNext('drop-after');
  await rig.dispatcher.start();
  await rig.until(
    async () => (await db.call('outbox.groups')).groups[0]?.first.troubleCode === 'budget-used-up',
  );
  expect([fake.orderCalls, fake.statusCalls]).toEqual([1, 0]);
});

test('a claim is on the disk before the first byte of its request leaves', async () => {
  const folder = ownFolder();
  const seen: unknown[] = [];
  let stateOnDisk: (invoice: string) => unknown = () => undefined;
  const { rig } = await world(30, { onSend: ({ reference }) => seen.push(stateOnDisk(reference)) }, folder);
  const disk = openReadOnly(databaseFile(folder));
  onTestFinished(() => void disk.close());
  const query = disk.prepare('SELECT state FROM outbox WHERE reference = ?').pluck();
  stateOnDisk = (reference) => query.get(reference);
  await rig.dispatcher.start();
  await rig.settled();
  expect(seen).toEqual(Array.from({ length: 30 }, () => 'sending'));
});

test('requests do not wait for the disk, and what ended meanwhile is written in one commit', async () => {
  let release = (): void => undefined;
  const slowDisk = new Promise<void>((resolve) => (release = resolve));
  const commits: number[] = [];
  const { fake, rig } = await world(40, {
    beforeCall: async (name, args) => {
      if (name !== 'outbox.settle') return;
      const { happenings } = args as { happenings: unknown[] };
      commits.push(happenings.length);
      if (happenings.length > 0) await slowDisk;
    },
  });
  await rig.dispatcher.start();
  // What was claimed at first is sent to its end while the first commit of outcomes hangs.
  await fake.waitFor((server) => server.orderCalls === 8);
  release();
  await rig.settled();
  expect(fake.orders.size).toBe(40);
  expect(commits.length).toBeLessThan(20);
});

test('what is claimed ahead and not sent is given back when sending is paused', async () => {
  const { fake, db, rig } = await world(20);
  fake.faultNext('hang-after', 'hang-after');
  await rig.dispatcher.start();
  await fake.waitFor((server) => server.orderCalls === 2);
  expect(await db.call('outbox.summary')).toMatchObject({ sending: 8, waiting: 12 });
  rig.dispatcher.setPaused(true);
  await rig.until(async () => (await db.call('outbox.summary')).waiting === 18);
  fake.hangUp();
  rig.dispatcher.setPaused(false);
  await rig.settled();
  expect([fake.orders.size, fake.orderCalls]).toEqual([20, 20]);
});
