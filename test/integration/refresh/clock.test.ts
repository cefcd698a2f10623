import { expect, onTestFinished, test } from 'vitest';
import type { Gateway, StatusReport } from '../../../electron/gateways/gateway.ts';
import { createRefresher } from '../../../electron/refresh/refresher.ts';
import { ok } from '../../../shared/contract/result.ts';
import { aBatch, addAccount, noon, openTestDb, ownFolder } from '../../fixtures/engine.ts';

const day = 86_400_000;

const beingMade = (invoice: string): StatusReport => ({
  invoice,
  found: true,
  status: 'made',
  rawStatus: 'PROCESSING',
  errNum: 0,
  errDesc: '',
  customerName: '',
  shipDate: null,
  shippingMethod: '',
  trackingId: '',
  raw: '',
});

test('a clock that was set back leaves no order unasked for as long as it was ahead', async () => {
  const db = await openTestDb(ownFolder());
  await addAccount(db);
  await db.call('orders.accept', aBatch(1));
  const [wish] = await db.call('outbox.claim', { accountId: 'acc', now: noon, limit: 1 });
  const accepted = { id: wish?.id ?? '', event: { kind: 'accepted' as const }, at: noon, readyAt: noon };
  await db.call('outbox.settle', { happenings: [accepted], next: null });

  let now = noon + 20 * day;
  const asked: number[] = [];
  const gateway: Pick<Gateway, 'refresh'> = {
    refresh: (invoices) => {
      asked.push(now - noon);
      return Promise.resolve(ok(new Map(invoices.map((invoice) => [invoice, beingMade(invoice)]))));
    },
  };
  const unexpected = (where: string, reason: unknown): void => {
    throw new Error(where, { cause: reason });
  };
  const refresher = createRefresher({
    db,
    gatewayFor: () => gateway as Gateway,
    clock: { now: () => now, after: () => () => undefined },
    isOnline: () => true,
    takeCall: () => Promise.resolve(true),
    onChange: () => undefined,
    onState: () => undefined,
    announce: () => Promise.resolve(),
    report: unexpected,
  });
  onTestFinished(() => refresher.stop());
  await refresher.run('due');
  await refresher.run('due');
  expect(asked).toEqual([20 * day]); // the second time nothing was due
  now = noon + 19 * day;
  await refresher.run('due');
  expect(asked).toEqual([20 * day, 19 * day]);
});
