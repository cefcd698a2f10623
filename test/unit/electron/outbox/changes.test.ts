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

it('tells a stream less often, and a single change after it as soon as ever', () => {
  const changes = joinChanges(systemClock, ms, tell);
  for (let second = 0; second < 10; second++)
    for (let at = 0; at < many.length; at++) {
      changes.add([`${second}-${at}`]);
      vi.advanceTimersByTime(1_000 / many.length);
    }
  vi.advanceTimersByTime(1_000);
  const told = tell.mock.calls.flatMap(([ids]) => ids);
  expect(tell.mock.calls.length).toBeLessThan(14);
  expect(new Set(told).size).toBe(told.length);
  expect(told).toHaveLength(200);
  vi.advanceTimersByTime(10_000);
  tell.mockReset();
  changes.add(['later']);
  vi.advanceTimersByTime(ms);
  expect(tell.mock.calls).toEqual([[['later']]]);
});

it('lets a person’s own change overtake the stream', () => {
  const changes = joinChanges(systemClock, ms, tell);
  changes.add(many);
  vi.advanceTimersByTime(ms);
  changes.add(['of the stream']);
  changes.addSoon(['paused']);
  vi.advanceTimersByTime(ms);
  expect(tell).toHaveBeenLastCalledWith(['of the stream', 'paused']);
  vi.advanceTimersByTime(10_000);
  expect(tell).toHaveBeenCalledTimes(2);
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
