import { expect, it, vi } from 'vitest';
import type { CredentialStore } from '../../../../electron/credentials/credentialStore.ts';
import { remember } from '../../../../electron/credentials/remember.ts';
import { fail, ok } from '../../../../shared/contract/result.ts';

const makeStore = () =>
  ({
    get: vi.fn<CredentialStore['get']>(async () => ok('hunter2')),
    set: vi.fn<CredentialStore['set']>(async () => ok(undefined)),
    remove: vi.fn<CredentialStore['remove']>(async () => ok(undefined)),
  }) satisfies CredentialStore;

it('asks once, until time passes, a change or a lock', async () => {
  const store = makeStore();
  let time = 0;
  const kept = remember(store, vi.fn(), 100, () => time);
  await kept.get('a', 'password');
  await kept.get('a', 'password');
  expect(store.get).toHaveBeenCalledTimes(1);
  time = 100;
  await kept.get('a', 'password');
  expect(store.get).toHaveBeenCalledTimes(2);
  await kept.set('a', 'password', 'new');
  await kept.get('a', 'password');
  expect(store.get).toHaveBeenCalledTimes(3);
  await kept.remove('a', 'password');
  await kept.get('a', 'password');
  expect(store.get).toHaveBeenCalledTimes(4);
  kept.forget();
  await kept.get('a', 'password');
  expect(store.get).toHaveBeenCalledTimes(5);
});

it('does not remember trouble', async () => {
  const store = makeStore();
  store.get.mockResolvedValueOnce(fail('keychain-locked'));
  const kept = remember(store, vi.fn());
  expect(await kept.get('a', 'password')).toEqual(fail('keychain-locked'));
  expect(await kept.get('a', 'password')).toEqual(ok('hunter2'));
});

it('tells of every secret that passes, before it is stored', async () => {
  const seen: string[] = [];
  const kept = remember(makeStore(), (secret) => seen.push(secret));
  await kept.set('a', 'password', 'typed');
  await kept.get('a', 'password');
  expect(seen).toEqual(['typed', 'hunter2']);
});
