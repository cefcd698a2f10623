import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  listeners: new Map<string, (event: { preventDefault: () => void }) => void>(),
  quit: vi.fn(),
}));
vi.mock('electron', () => ({
  app: {
    on: (name: string, listener: () => void) => electron.listeners.set(name, listener),
    quit: electron.quit,
  },
  powerMonitor: {},
}));
const { quitLimit, quitSafely, within } = await import('../../../../electron/app/lifecycle.ts');

const beforeQuit = () => {
  const preventDefault = vi.fn();
  electron.listeners.get('before-quit')?.({ preventDefault });
  return preventDefault;
};

beforeEach(() => {
  vi.useFakeTimers();
  electron.quit.mockClear();
});
afterEach(() => vi.useRealTimers());

describe('quitSafely', () => {
  it('waits for the work once, however often quitting is asked, then lets go', async () => {
    let end: () => void = () => undefined;
    const stop = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    const { quitting } = quitSafely(stop, vi.fn());
    expect(quitting()).toBe(false);
    expect(beforeQuit()).toHaveBeenCalledOnce();
    expect(beforeQuit()).toHaveBeenCalledOnce();
    expect(stop).toHaveBeenCalledOnce();
    expect(quitting()).toBe(true);
    expect(electron.quit).not.toHaveBeenCalled();
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(electron.quit).toHaveBeenCalledOnce();
    expect(beforeQuit()).not.toHaveBeenCalled();
  });

  it('does not wait for ever', async () => {
    const onEnd = vi.fn();
    quitSafely(() => new Promise<void>(() => undefined), onEnd);
    beforeQuit();
    await vi.advanceTimersByTimeAsync(quitLimit);
    expect(onEnd).toHaveBeenCalledWith('late');
    expect(electron.quit).toHaveBeenCalledOnce();
  });

  it('quits although stopping fails', async () => {
    const onEnd = vi.fn();
    quitSafely(() => Promise.reject(new Error('bug')), onEnd);
    beforeQuit();
    await vi.advanceTimersByTimeAsync(0);
    expect(onEnd).toHaveBeenCalledWith('failed');
    expect(electron.quit).toHaveBeenCalledOnce();
  });
});

it('says how a wait ended', async () => {
  expect(await within(10, Promise.resolve())).toBe('done');
  expect(await within(10, Promise.reject(new Error('x')))).toBe('failed');
  const late = within(10, new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(10);
  expect(await late).toBe('late');
});
