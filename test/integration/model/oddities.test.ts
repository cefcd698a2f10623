import { expect, test } from 'vitest';
import { accountSettingsSchema } from '../../../shared/contract/accounts.ts';
import { anOrder } from '../../fixtures/trepstar/order.ts';
import { ownFolder } from '../../fixtures/engine.ts';
import { LifeOfProcess } from '../../fixtures/world/lifeOfProcess.ts';
import { MailingWorld } from '../../fixtures/world/mailingWorld.ts';
import { OrderWorld } from '../../fixtures/world/orderWorld.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 12);

async function opened(): Promise<LifeOfProcess> {
  const folder = ownFolder();
  await OrderWorld.prepare(folder);
  return LifeOfProcess.begin(folder, now);
}

const oneRow = (accountId: string) => ({
  now,
  dueAt: now,
  batchId: 'batch-01',
  label: '',
  rows: [
    {
      rowNo: 0,
      service: 'trepstar' as const,
      order: anOrder({ accountId, invoice: 'I-1' }),
      body: '',
      bodyHash: '',
    },
  ],
});

test('status calls of a clock that was years ahead count for a day from now on, not for years', async () => {
  const life = await opened();
  const take = (at: number): boolean =>
    life.ask('refresh.takeCall', { accountId: 'acc', now: at, limit: 3, purpose: 'refresh' }).taken;
  expect([take(now + 3_650 * day), take(now + 3_650 * day), take(now + 3_650 * day)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(take(now)).toBe(false);
  expect(take(now + day + 1)).toBe(true);
  life.kill();
});

test('an order planned by a clock that was years ahead is asked about soon', async () => {
  const life = await opened();
  life.ask('orders.accept', oneRow('acc'));
  const [wish] = life.ask('outbox.claim', { accountId: 'acc', now, limit: 1 });
  const at = now + 3_650 * day;
  life.ask('outbox.settle', {
    happenings: [{ id: wish?.id ?? '', event: { kind: 'accepted' }, at, readyAt: at }],
    next: null,
  });
  life.ask('refresh.pullBackPlans', { accountId: 'acc', latest: now + 8 * day });
  const [open] = life.ask('refresh.open', { accountId: 'acc', until: Number.MAX_SAFE_INTEGER, limit: 9 });
  expect(open?.nextCheckAt).toBe(now + 8 * day);
  // Removed while the question was under way: the late answer does not bring it back.
  life.ask('accounts.remove', { id: 'acc', now });
  const change = { orderId: open?.id ?? '', at: now, nextCheckAt: now, status: 'made' as const, events: [] };
  expect(life.ask('refresh.apply', { changes: [change], source: 'trepstar' }).changed).toEqual([]);
  expect(life.ask('refresh.open', { accountId: 'acc', until: Number.MAX_SAFE_INTEGER, limit: 9 })).toEqual(
    [],
  );
  life.kill();
});

test('nothing is kept for an account that was removed meanwhile', async () => {
  const life = await opened();
  life.ask('accounts.remove', { id: 'acc', now });
  expect(() => life.ask('orders.accept', oneRow('acc'))).toThrow('the account was removed');
  expect(life.ask('outbox.summary').waiting).toBe(0);
  life.kill();
});

test('in an older copy a mailing that waits cannot be undone as if nothing had left', async () => {
  const folder = ownFolder();
  await MailingWorld.prepare(folder);
  const world = new MailingWorld(folder);
  await world.lay(['A']);
  world.service.books.autoAccept = true;
  await world.begin();
  await world.time.run(world.send('mailing-1', ['A'], ''));
  world.life.ask('outbox.distrustUnsent', { now: world.time.now() });
  const undone = world.life.ask('outbox.undo', { ids: ['mailing-1'], batchId: null, now: world.time.now() });
  expect(undone).toMatchObject({ undone: 0, tooLate: 1 });
  await world.time.run(world.settled());
  expect((await world.mailing('mailing-1')).orderNumber).not.toBe('');
  expect(world.service.everOrders.size).toBe(1);
  world.life.kill();
});

test('an account that is changed while an order is in doubt: what the new login does not know is not sent by it unasked', async () => {
  const life = await opened();
  life.ask('orders.accept', oneRow('acc'));
  const [wish] = life.ask('outbox.claim', { accountId: 'acc', now, limit: 1 });
  const doubt = { id: wish?.id ?? '', event: { kind: 'unknown' as const }, at: now, readyAt: now };
  life.ask('outbox.settle', { happenings: [doubt], next: null });
  const ask = () =>
    life.ask('outbox.unconfirmed', { accountId: 'acc', until: now, limit: 9 })[0]?.sentElsewhere;
  const login = (loginEmail: string, pace: number) =>
    life.ask('accounts.save', {
      id: 'acc',
      service: 'trepstar',
      name: 'Shop',
      settings: accountSettingsSchema.parse({ loginEmail, pace }),
      createdAt: 1,
    });
  expect(ask()).toBe(false);
  login('publisher@example.com', 3);
  expect(ask()).toBe(false);
  login('other@example.com', 3);
  expect(ask()).toBe(true);
  const found = {
    id: wish?.id ?? '',
    event: { kind: 'not-ours' as const },
    at: now,
    readyAt: now,
    code: 'account-changed',
  };
  life.ask('outbox.settle', { happenings: [found], next: null });
  // The same invoice again: should it have arrived by this login after all, the service refuses it.
  expect(life.ask('orders.usedInvoices', { accountId: 'acc', invoices: ['I-1'] })).toEqual([]);
  life.kill();
});
