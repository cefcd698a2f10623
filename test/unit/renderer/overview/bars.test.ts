import { expect, it } from 'vitest';
import { barsOf, roomFor } from '../../../../renderer/overview/bars.ts';

const today = new Date(2026, 10, 22);
const row = (day: string, status: 'shipped' | 'cancelled' | 'hold' | 'sending', count: number) => ({
  day,
  status,
  kind: 'order' as const,
  count,
});

it('has a bar for every day, the empty ones too, oldest first', () => {
  const bars = barsOf([row('2026-11-22', 'shipped', 3)], 'day', 28, today);
  expect(bars).toHaveLength(28);
  expect(bars[0]).toMatchObject({ day: '2026-10-26', total: 0 });
  expect(bars.at(-1)).toMatchObject({ day: '2026-11-22', total: 3, counts: { shipped: 3 } });
});

it('puts statuses that look alike into one layer and leaves out what was taken back', () => {
  const rows = [
    row('2026-11-21', 'hold', 2),
    row('2026-11-21', 'cancelled', 9),
    row('2026-11-21', 'sending', 1),
  ];
  const bar = barsOf(rows, 'day', 7, today).find((one) => one.day === '2026-11-21');
  expect(bar).toMatchObject({ total: 3, counts: { needs: 2, waiting: 1, refused: 0 } });
});

it('begins weeks on Monday and loses nothing at their edges', () => {
  const bars = barsOf([row('2026-11-16', 'shipped', 1), row('2026-11-22', 'shipped', 2)], 'week', 14, today);
  expect(bars.map((bar) => [bar.day, bar.total])).toEqual([
    ['2026-11-09', 0],
    ['2026-11-16', 3],
  ]);
});

it('has room for large figures beside the bars', () => {
  expect(roomFor(['0', '2', '4'])).toBe(34);
  expect(roomFor(['0', '50,000', '100,000'])).toBeGreaterThanOrEqual(8 + 7 * 7);
});
