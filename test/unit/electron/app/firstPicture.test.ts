import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstPicture } from '../../../../electron/app/firstPicture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether it has happened by now. */
async function happened(promise: Promise<void>): Promise<boolean> {
  const told = vi.fn();
  void promise.then(told);
  await vi.advanceTimersByTimeAsync(0);
  return told.mock.calls.length === 1;
}

it('waits until the page has drawn', async () => {
  const picture = firstPicture(3_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await happened(picture.drawn)).toBe(false);
  picture.done();
  picture.done();
  expect(await happened(picture.drawn)).toBe(true);
});

it('waits no longer than its patience for a page that never draws', async () => {
  const picture = firstPicture(3_000);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await happened(picture.drawn)).toBe(true);
});
