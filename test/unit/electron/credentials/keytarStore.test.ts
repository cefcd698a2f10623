import { describe, expect, it, vi } from 'vitest';
import { keychainTrouble, keytarStore } from '../../../../electron/credentials/keytarStore.ts';
import type { Keychain } from '../../../../electron/credentials/keytarStore.ts';
import { fail, ok } from '../../../../shared/contract/result.ts';

const makeKeychain = (changes: Partial<Keychain> = {}) => {
  const entries = new Map<string, string>();
  const keychain: Keychain = {
    getPassword: async (service, account) => entries.get(`${service} ${account}`) ?? null,
    setPassword: async (service, account, password) => void entries.set(`${service} ${account}`, password),
    deletePassword: async (service, account) => entries.delete(`${service} ${account}`),
    ...changes,
  };
  return { entries, store: keytarStore(async () => keychain, 1_000, false) };
};

it('keeps one entry per account and kind of secret', async () => {
  const { entries, store } = makeKeychain();
  expect(await store.get('a1', 'password')).toEqual(ok(null));
  expect(await store.set('a1', 'password', 'hunter2')).toEqual(ok(undefined));
  expect(await store.set('a1', 'token', 't')).toEqual(ok(undefined));
  expect(await store.get('a1', 'password')).toEqual(ok('hunter2'));
  expect(await store.get('a2', 'password')).toEqual(ok(null));
  expect([...entries.keys()]).toEqual(['Postroom a1/password', 'Postroom a1/token']);
  expect(await store.remove('a1', 'password')).toEqual(ok(undefined));
  expect(await store.remove('a1', 'password')).toEqual(ok(undefined));
  expect([...entries.keys()]).toEqual(['Postroom a1/token']);
});

it.each(['', 'cut\0here'])('refuses what the keychain would cut short', async (secret) => {
  const { entries, store } = makeKeychain();
  expect(await store.set('a1', 'password', secret)).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  });
  expect(entries.size).toBe(0);
});

it('does not load the keychain before it is needed', async () => {
  const load = vi.fn(async () => ({}) as Keychain);
  keytarStore(load);
  expect(load).not.toHaveBeenCalled();
});

it('tells a keychain that cannot be loaded', async () => {
  const store = keytarStore(() =>
    Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
  );
  expect(await store.get('a1', 'password')).toMatchObject({ ok: false, error: { code: 'keychain-missing' } });
});

it('never puts the secret into an error', async () => {
  const { store } = makeKeychain({
    setPassword: (_service, _account, password) => Promise.reject(new Error(`cannot store ${password}`)),
  });
  const answer = await store.set('a1', 'password', 'hunter2');
  expect(answer).toEqual(fail('keychain-refused', 'cannot store •••'));
});

it('is not held up by a keychain that hangs, asks it no more meanwhile, and comes back', async () => {
  vi.useFakeTimers();
  let answer: (value: string) => void = () => undefined;
  const getPassword = vi.fn(() => new Promise<string>((resolve) => (answer = resolve)));
  const { store } = makeKeychain({ getPassword });
  const first = store.get('a1', 'password');
  const second = store.get('a2', 'password');
  await vi.advanceTimersByTimeAsync(1_000);
  const locked = fail('keychain-locked', 'the keychain does not answer');
  expect(await first).toEqual(locked);
  expect(await second).toEqual(locked);
  expect(await store.get('a3', 'password')).toEqual(locked);
  expect(getPassword).toHaveBeenCalledOnce();
  answer('late');
  await vi.advanceTimersByTimeAsync(0);
  getPassword.mockResolvedValue('hunter2');
  expect(await store.get('a1', 'password')).toEqual(ok('hunter2'));
  vi.useRealTimers();
});

describe('keychainTrouble', () => {
  it.each([
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-missing'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-missing'],
    ['Could not connect: No such file or directory', 'keychain-missing'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'keychain-missing'],
    ['libsecret-1.so.0: cannot open shared object file', 'keychain-missing'],
    ['Cannot create an item in a locked collection', 'keychain-locked'],
    ['Cannot get secret of a locked object', 'keychain-locked'],
    ['User interaction is not allowed.', 'keychain-locked'],
    ['User canceled the operation.', 'keychain-refused'],
    ['Prompt was dismissed', 'keychain-refused'],
    ['Access is denied.', 'keychain-refused'],
    ['The stub received bad data.', 'keychain-refused'],
    [
      'Rejected send message, 2 matched rules; destination=":1.5" (comm="gnome-keyring-daemon --unlock")',
      'keychain-refused',
    ],
    ['something new', 'keychain-refused'],
  ])('%s', (message, code) => {
    expect(keychainTrouble(message)).toBe(code);
  });
});

describe('where a locked keychain looks empty (libsecret)', () => {
  const makeLocked = () => {
    let locked = true;
    const entries = new Set<string>();
    const keychain: Keychain = {
      getPassword: async () => null,
      setPassword: async (_service, account) => {
        if (locked) throw new Error('Cannot create an item in a locked collection');
        entries.add(account);
      },
      deletePassword: async (_service, account) => !locked && entries.delete(account),
    };
    return { entries, unlock: () => (locked = false), store: keytarStore(async () => keychain, 1_000, true) };
  };

  it('tells locked from empty, and leaves nothing behind', async () => {
    const { entries, store, unlock } = makeLocked();
    const locked = { ok: false, error: { code: 'keychain-locked' } };
    expect(await store.get('a1', 'password')).toMatchObject(locked);
    expect(await store.remove('a1', 'password')).toMatchObject(locked);
    unlock();
    expect(await store.get('a1', 'password')).toEqual(ok(null));
    expect(await store.remove('a1', 'password')).toEqual(ok(undefined));
    expect(entries.size).toBe(0);
  });
});
