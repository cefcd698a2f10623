import { beforeEach, expect, it, vi } from 'vitest';
import type { Notice } from '../../../../shared/lib/notice.ts';

const fake = vi.hoisted(() => ({
  supported: true,
  made: [] as { emit: (name: string, ...args: unknown[]) => void; options: unknown }[],
}));
vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  class Notification extends EventEmitter {
    options: unknown;
    static isSupported = () => fake.supported;
    constructor(options: unknown) {
      super();
      this.options = options;
      fake.made.push(this as never);
    }
    show(): void {}
    close(): void {
      this.emit('close');
    }
  }
  return { Notification, app: { setAppUserModelId: vi.fn() } };
});
const { makeNotifier } = await import('../../../../electron/app/notifications.ts');

const notice: Notice = { title: 'Shipped', body: 'Order A-1', open: { screen: 'history', id: 'o1' } };

beforeEach(() => {
  fake.supported = true;
  fake.made.length = 0;
});

it('shows a notice and says so; a click leads to its item', async () => {
  const onClick = vi.fn();
  const outcome = makeNotifier(onClick)(notice);
  const [shown] = fake.made;
  expect(shown?.options).toEqual({ title: 'Shipped', body: 'Order A-1' });
  shown?.emit('show');
  expect(await outcome).toEqual({ status: 'shown' });
  shown?.emit('click');
  expect(onClick).toHaveBeenCalledExactlyOnceWith({ screen: 'history', id: 'o1' });
});

it('says why nothing was shown', async () => {
  const outcome = makeNotifier(vi.fn())(notice);
  fake.made[0]?.emit('failed', {}, 'not signed');
  expect(await outcome).toEqual({ status: 'not-shown', reason: 'failed', detail: 'not signed' });
});

it('makes none where there is no service', async () => {
  fake.supported = false;
  expect(await makeNotifier(vi.fn())(notice)).toMatchObject({ status: 'not-shown', reason: 'unsupported' });
  expect(fake.made).toHaveLength(0);
});

it('takes silence of the system for shown', async () => {
  vi.useFakeTimers();
  const outcome = makeNotifier(vi.fn())(notice);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await outcome).toEqual({ status: 'shown' });
  vi.useRealTimers();
});
