import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/contract/result.ts';
import { accountSettingsSchema } from '../../../shared/contract/accounts.ts';
import { ownFolder } from '../../fixtures/engine.ts';
import { good, memoryCredentials, servicesRig } from '../../fixtures/servicesRig.ts';

const settings = accountSettingsSchema.parse({ loginEmail: 'me@example.com' });
const shop = { service: 'trepstar' as const, name: 'Shop', settings, secret: 'a secret' };

async function withKeychain() {
  const kept = memoryCredentials();
  const refuses = { now: false };
  const refused = () => Promise.resolve(fail('keychain-refused', 'no'));
  const credentials = {
    ...kept,
    set: (...asked: Parameters<typeof kept.set>) => (refuses.now ? refused() : kept.set(...asked)),
    remove: (...asked: Parameters<typeof kept.remove>) => (refuses.now ? refused() : kept.remove(...asked)),
  };
  const { ask } = await servicesRig(ownFolder(), { credentials });
  return { ask, secrets: kept.secrets, refuses };
}

test('when the keychain refuses a secret nothing is saved, and it can be tried again', async () => {
  const { ask, secrets, refuses } = await withKeychain();
  refuses.now = true;
  expect(await ask['accounts.save'](shop)).toMatchObject({ ok: false, error: { code: 'keychain-refused' } });
  expect(good(await ask['accounts.list']())).toEqual([]);
  refuses.now = false;
  const saved = good(await ask['accounts.save'](shop));
  expect([...secrets]).toEqual([[`${saved.id}/password`, 'a secret']]);
});

test('an account keeps its service and its day when it is changed; without a new secret it keeps the old one', async () => {
  const { ask, secrets } = await withKeychain();
  const { id, createdAt } = good(await ask['accounts.save'](shop));
  expect(await ask['accounts.save']({ ...shop, id, service: 'tcgate' })).toMatchObject({
    ok: false,
    error: { code: 'conflict', field: 'service' },
  });
  await expect.poll(() => Date.now()).toBeGreaterThan(createdAt);
  const renamed = good(await ask['accounts.save']({ ...shop, id, name: 'Shop 2', secret: '' }));
  expect(renamed).toMatchObject({ name: 'Shop 2', createdAt, hasSecret: true });
  expect(secrets.get(`${id}/password`)).toBe('a secret');
  good(await ask['accounts.save']({ ...shop, id, secret: 'another' }));
  expect(secrets.get(`${id}/password`)).toBe('another');
});

test('with an account all its secrets leave the keychain, also those of another way to sign in', async () => {
  const { ask, secrets } = await withKeychain();
  const { id } = good(await ask['accounts.save'](shop));
  for (const name of ['token', 'clientSecret']) secrets.set(`${id}/${name}`, 'an older one');
  expect(await ask['accounts.remove']({ id })).toEqual(ok(undefined));
  expect([...secrets]).toEqual([]);
  expect(good(await ask['accounts.list']())).toEqual([]);
});
