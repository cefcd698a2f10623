import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from '../../../../renderer/lib/paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reading that takes so long. */
const taking = (ms: number) => vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));

it('reads at once when asked for the first time, and again when asked after a rest', async () => {
  const read = taking(10);
  const { ask } = paced(read);
  ask();
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(read).toHaveBeenCalledTimes(1);
  ask();
  expect(read).toHaveBeenCalledTimes(2);
});

it('joins what is asked while it reads and rests, and forgets no last ask', async () => {
  const read = taking(10);
  const { ask } = paced(read);
  for (let at = 0; at < 20; at += 1) {
    ask();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(read).toHaveBeenCalledTimes(3); // at 0, 710 and 1420 ms
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).toHaveBeenCalledTimes(4);
});

it('rests the longer the longer a reading takes', async () => {
  const read = taking(1_000);
  const { ask } = paced(read);
  ask();
  ask();
  await vi.advanceTimersByTimeAsync(4_990);
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(read).toHaveBeenCalledTimes(2);
});

it('reads no more once stopped', async () => {
  const read = taking(10);
  const { ask, stop } = paced(read);
  ask();
  ask();
  stop();
  ask();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).toHaveBeenCalledTimes(1);
});
