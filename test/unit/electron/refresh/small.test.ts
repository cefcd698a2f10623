import { expect, test } from 'vitest';
import type { CheckedOrder } from '../../../../electron/db/queries/refresh.ts';
import { notices } from '../../../../electron/refresh/announce.ts';
import { pickDue } from '../../../../electron/refresh/pickDue.ts';
import { isQuiet } from '../../../../electron/refresh/quietHours.ts';
import { workingDaysBefore } from '../../../../electron/refresh/workingDays.ts';
import { budgetState, budgetWindow } from '../../../../shared/orders/callBudget.ts';
import { trackingUrl } from '../../../../shared/orders/trackingUrl.ts';
import { daysToShip } from '../../../../electron/orders/daysToShip.ts';

const open = (count: number, due: number) =>
  Array.from(
    { length: count },
    (_, i) => ({ id: String(i), nextCheckAt: i < due ? 0 : 1000 }) as CheckedOrder,
  );

test('10,000 open orders are exactly 100 calls', () => {
  expect(pickDue(open(10_000, 10_000), 10, 'due')).toHaveLength(100);
  expect(pickDue(open(10_000, 0), 10, 'all')).toHaveLength(100);
});

test('calls are filled up with what is due soonest, and nothing due means no call', () => {
  expect(pickDue(open(300, 101), 10, 'due').map(({ length }) => length)).toEqual([100, 100]);
  expect(pickDue(open(150, 101), 10, 'due').map(({ length }) => length)).toEqual([100, 50]);
  expect(pickDue(open(300, 0), 10, 'due')).toEqual([]);
});

test('the budget rolls over 24 hours and says when the next call is free', () => {
  const now = 10 * budgetWindow;
  expect(budgetState([now - budgetWindow, now - 5], now, 2)).toEqual({ used: 1, freeAgainAt: null });
  expect(budgetState([now - 10, now - 5], now, 2)).toEqual({ used: 2, freeAgainAt: now - 10 + budgetWindow });
  expect(budgetState([now - 10, now - 5, now - 1], now, 2).freeAgainAt).toBe(now - 5 + budgetWindow);
  expect(budgetState([now + 999], now, 1).used).toBe(1);
});

test('quiet hours may span midnight', () => {
  const at = (hour: number) => new Date(2026, 10, 22, hour, 30);
  const night = { enabled: true, from: '20:00', to: '07:00' };
  expect([19, 20, 23, 3, 7].map((hour) => isQuiet(night, at(hour)))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(isQuiet({ ...night, enabled: false }, at(23))).toBe(false);
  expect(isQuiet({ enabled: true, from: '12:00', to: '14:00' }, at(13))).toBe(true);
});

test('working days leave out the weekend', () => {
  const monday = new Date(2026, 10, 23, 12).getTime();
  expect(new Date(workingDaysBefore(monday, 1)).getDay()).toBe(5);
  expect(new Date(workingDaysBefore(monday, 5)).getDay()).toBe(1);
});

const news = (count: number) =>
  Array.from({ length: count }, (_, id) => ({
    id,
    itemId: `i${id}`,
    kind: 'shipped' as const,
    detail: '',
    reference: `R${id}`,
    recipient: 'Ann',
    status: 'shipped' as const,
  }));

test('up to three news come one by one, more come as one; each leads to its place', () => {
  expect(notices('shipped', news(3), { language: 'en' }, 'en')).toHaveLength(3);
  expect(notices('shipped', news(1), { language: 'de' }, 'en')[0]?.notice).toEqual({
    title: 'Bestellung versandt',
    body: 'R0 · Ann',
    open: { screen: 'history', id: 'i0' },
  });
  const [many] = notices('shipped', news(14), { language: 'system' }, 'en-GB');
  expect(many?.notice.title).toBe('14 orders shipped');
  expect(many?.ids).toHaveLength(14);
  expect(notices('shipped', news(1014), { language: 'de' }, 'en-GB')[0]?.notice.title).toBe(
    '1.014 Bestellungen versandt',
  );
});

test('tracking pages belong to the number’s carrier, and nothing but letters and digits gets into the address', () => {
  expect(trackingUrl('9400 1118 9922 3344 5566 77')).toMatch(
    /^https:\/\/tools\.usps\.com\/.*=9400111899223344556677$/,
  );
  expect(trackingUrl('lz123456789us')).toMatch(/usps.*LZ123456789US$/);
  expect(trackingUrl('1Z999AA10123456784')).toMatch(/ups\.com/);
  expect(trackingUrl('ABC&x=<script>')).toBe('https://t.17track.net/en#nums=ABCXSCRIPT');
  expect(trackingUrl('  ')).toBeNull();
});

test('days to ship: the middle and the middle half, per group', () => {
  const rows = [1, 2, 3, 4, 9].map((days) => ({
    productTitle: 'A',
    method: 'standard',
    country: 'US',
    days,
  }));
  expect(daysToShip(rows).find(({ group }) => group === 'product')).toEqual({
    group: 'product',
    key: 'A',
    count: 5,
    median: 3,
    low: 2,
    high: 4,
  });
});
