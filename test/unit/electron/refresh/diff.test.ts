import { expect, test } from 'vitest';
import type { CheckedOrder } from '../../../../electron/db/queries/refresh.ts';
import type { StatusReport } from '../../../../electron/gateways/gateway.ts';
import { diff } from '../../../../electron/refresh/diff.ts';
import { orderStatuses, canMove, rank } from '../../../../shared/orders/status.ts';

const now = Date.UTC(2026, 10, 22, 12);

const order = (changes: Partial<CheckedOrder> = {}): CheckedOrder => ({
  id: 'o',
  accountId: 'a',
  invoice: 'I',
  status: 'accepted',
  statusDetail: '',
  shipDate: null,
  shippedAt: null,
  trackingId: '',
  acceptedAt: now - 1000,
  lastCheckedAt: null,
  nextCheckAt: now,
  recovered: 0,
  ...changes,
});
const report = (changes: Partial<StatusReport> = {}): StatusReport => ({
  invoice: 'I',
  found: true,
  status: 'made',
  rawStatus: 'PROCESSING',
  errNum: 0,
  errDesc: '',
  customerName: '',
  shipDate: null,
  shippingMethod: '',
  trackingId: '',
  raw: '<xml/>',
  ...changes,
});
const of = (o: CheckedOrder, r: StatusReport | undefined) => diff(o, r, { now, service: 'trepstar' });

test('nothing answered changes nothing', () => expect(of(order(), undefined)).toBeNull());

test('a status moves forward, with an event', () => {
  expect(of(order(), report())).toMatchObject({
    status: 'made',
    events: [{ kind: 'status', status: 'made' }],
  });
});

test('no status ever goes backwards, whatever is reported', () => {
  for (const from of orderStatuses) {
    for (const to of orderStatuses) {
      const change = of(order({ status: from }), report({ status: to }));
      if (change?.status === undefined || change.status === from) continue;
      expect(canMove(from, to), `${from} -> ${to}`).toBe(true);
      if (from === 'shipped' || from === 'delivered') expect(rank(to)).toBeGreaterThan(rank(from));
    }
  }
});

test('a backward report is kept as an event', () => {
  const change = of(order({ status: 'shipped' }), report());
  expect(change?.status).toBeUndefined();
  expect(change?.events).toMatchObject([{ kind: 'backward', status: 'made' }]);
});

test('a tracking number is never lost, and a new one is noted', () => {
  const shipped = order({ status: 'shipped', trackingId: 'T1' });
  expect(of(shipped, report({ status: 'shipped', trackingId: '' }))?.trackingId).toBeUndefined();
  expect(of(shipped, report({ status: 'shipped', trackingId: 'T2' }))).toMatchObject({
    trackingId: 'T2',
    events: [{ detail: 'T1 → T2' }],
  });
});

test('shipped and trouble are news; a test order is none; what came back from a backup is none either', () => {
  expect(of(order(), report({ status: 'shipped' }))?.notify).toEqual({ kind: 'shipped', detail: '' });
  expect(of(order(), report({ status: 'error', errDesc: 'bad address' }))).toMatchObject({
    notify: { kind: 'problem', detail: 'error' },
    statusDetail: 'bad address',
  });
  expect(of(order(), report({ status: 'test' }))?.notify).toBeUndefined();
  expect(of(order({ recovered: 1 }), report({ status: 'shipped' }))?.notify).toBeUndefined();
});

test('an unknown status word is kept as text', () => {
  expect(of(order(), report({ status: 'other', rawStatus: 'ON A SHIP' }))).toMatchObject({
    status: 'other',
    statusDetail: 'ON A SHIP',
  });
});

test('final orders are not asked about again, shipped ones without tracking for some days', () => {
  expect(of(order(), report({ status: 'test' }))?.nextCheckAt).toBeNull();
  expect(of(order(), report({ status: 'shipped', trackingId: 'T' }))?.nextCheckAt).toBeNull();
  expect(of(order(), report({ status: 'shipped' }))?.nextCheckAt).toBe(now + 86_400_000);
});

test('the older an order, the rarer the question', () => {
  const day = 86_400_000;
  const waits = [1, 5, 20, 60, 300].map(
    (age) => (of(order({ acceptedAt: now - age * day }), report())?.nextCheckAt ?? 0) - now,
  );
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.at(-1)).toBe(7 * day);
});
