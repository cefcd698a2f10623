import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { joinChanges } from '../../../../electron/outbox/changes.ts';
import { systemClock } from '../../../../shared/lib/clock.ts';

const ms = 200;
const many = Array.from({ length: 20 }, (_, at) => `item-${at}`);
const tell = vi.fn<(itemIds: string[]) => void>();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  tell.mockReset();
});

it('joins what changes within a moment, each item once', () => {
  const changes = joinChanges(systemClock, ms, tell);
  changes.add(['a', 'b']);
  changes.add(['b', 'c']);
  vi.advanceTimersByTime(ms);
  expect(tell.mock.calls).toEqual([[['a', 'b', 'c']]]);
});

it('says "many" for more than it can name, and nothing once stopped', () => {
  const changes = joinChanges(systemClock, ms, tell, 10);
  changes.add(many);
  vi.advanceTimersByTime(ms);
  expect(tell.mock.calls).toEqual([[[]]]);
  changes.add(['a']);
  changes.stop();
  vi.advanceTimersByTime(10_000);
  expect(tell).toHaveBeenCalledTimes(1);
});
