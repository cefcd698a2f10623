import { beforeEach, expect, it, vi } from 'vitest';
import { contract } from '../../../../shared/contract/contract.ts';
import { pushes } from '../../../../shared/contract/pushes.ts';
import { requestChannel } from '../../../../shared/contract/requestChannel.ts';

const bridge = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, Set<(event: unknown, payload: unknown) => void>>(),
  invoke: vi.fn(async (..._args: unknown[]) => ({ ok: true })),
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => bridge.exposed.set(name, value) },
  ipcRenderer: {
    invoke: bridge.invoke,
    on: (name: string, listener: (event: unknown, payload: unknown) => void) => {
      const set = bridge.listeners.get(name) ?? new Set();
      bridge.listeners.set(name, set.add(listener));
    },
    removeListener: (name: string, listener: (event: unknown, payload: unknown) => void) =>
      bridge.listeners.get(name)?.delete(listener),
  },
  webUtils: { getPathForFile: () => '' },
}));
await import('../../../../electron/preload/preload.ts');

type Group = Record<string, (...args: unknown[]) => Promise<unknown>>;
const api = bridge.exposed.get('postroom') as Record<string, Group> & {
  on: (name: string, listener: (payload: unknown) => void) => () => void;
};

beforeEach(() => {
  bridge.invoke.mockClear();
  bridge.listeners.clear();
});

it('exposes one thing', () => {
  expect([...bridge.exposed.keys()]).toEqual(['postroom']);
});

it('has one function per contract entry and nothing else', () => {
  const names = Object.entries(api).flatMap(([subject, group]) =>
    typeof group === 'function' ? [] : Object.keys(group).map((verb) => `${subject}.${verb}`),
  );
  expect(names.toSorted()).toEqual(Object.keys(contract).toSorted());
  expect(Object.entries(api).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))).toEqual(
    ['firstLook', 'on'],
  );
});

it('asks under its own name on the one channel, whatever the page adds', async () => {
  for (const name of Object.keys(contract)) {
    const [subject = '', verb = ''] = name.split('.');
    await api[subject]?.[verb]?.({ a: 1 }, 'app.info', 'more');
    const [channel, asked, ...args] = bridge.invoke.mock.lastCall ?? [];
    expect(channel).toBe(requestChannel);
    expect(asked).toBe(name);
    expect(args.length).toBeLessThanOrEqual(1);
  }
});

it.each(Object.keys(pushes))('hands over %s without the event, until told to stop', (name) => {
  const listener = vi.fn();
  const stop = api.on(name, listener);
  for (const wrapped of bridge.listeners.get(name) ?? []) wrapped({ sender: 'ipcRenderer' }, { screen: 'x' });
  expect(listener).toHaveBeenCalledExactlyOnceWith({ screen: 'x' });
  stop();
  expect(bridge.listeners.get(name)?.size).toBe(0);
});

it.each(['accounts.save', '__proto__', 'constructor', 'ELECTRON_BROWSER_SEND'])(
  'does not listen to %s',
  (name) => {
    expect(() => api.on(name, vi.fn())).toThrow('no such push');
  },
);
