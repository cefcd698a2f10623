import { expect, it, vi } from 'vitest';
import { keepFresh } from '../../../../electron/app/freshSessions.ts';

/** A session whose connections are closed when the test says so. */
function made(number: number) {
  let closed = (): void => undefined;
  let failed = (_error: Error): void => undefined;
  const closing = new Promise<void>((resolve, reject) => {
    closed = resolve;
    failed = reject;
  });
  return { number, closed, failed, closeAllConnections: vi.fn(() => closing) };
}

it('lets a session carry one request at a time', () => {
  const { take } = keepFresh(made, vi.fn());
  expect([take().number, take().number]).toEqual([1, 2]);
});

it('uses a session again only when all its connections are closed', async () => {
  const { take, giveBack } = keepFresh(made, vi.fn());
  const first = take();
  giveBack(first);
  expect(first.closeAllConnections).toHaveBeenCalledOnce();
  expect(take().number).toBe(2);
  first.closed();
  await first.closeAllConnections();
  expect(take()).toBe(first);
});

it('never again uses one that could not be emptied', async () => {
  const report = vi.fn();
  const { take, giveBack } = keepFresh(made, report);
  const first = take();
  giveBack(first);
  first.failed(new Error('no network process'));
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce());
  expect(take().number).toBe(2);
});
