import { startTrepstarServer, type TrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test as base } from './fixtures.ts';
import { addTrepstar, anOrder, ask, get, placeOrder, statusOf } from './support/api.ts';
import { place } from './support/practice.ts';
import { noKeychain, startKeyring, type Keyring } from './support/keyring.ts';

const test = base.extend<{ fake: TrepstarServer; keyring: Keyring }>({
  // oxlint-disable-next-line no-empty-pattern
  fake: async ({}, use) => {
    const fake = await startTrepstarServer({ password: 'correct horse' });
    await use(fake);
    await fake.close();
  },
  // oxlint-disable-next-line no-empty-pattern
  keyring: async ({}, use) => {
    const keyring = await startKeyring();
    await use(keyring);
    await keyring.close();
  },
});

// A keychain that does not answer is given up sooner, and tried anew sooner.
test.use({ appEnv: { POSTROOM_KEYCHAIN_MS: '2500' } });

test('without a keychain history opens, orders wait, and the reason is said', async ({
  cold,
  fake,
  keyring,
}) => {
  let page = await cold.launch({ env: keyring.env });
  const account = await addTrepstar(page, fake);
  const sent = await placeOrder(page, anOrder(account.id));
  await expect.poll(() => statusOf(page, sent)).toBe('accepted');

  page = await cold.relaunch({ env: noKeychain });
  const [listed] = await get(page, 'accounts.list');
  expect(listed).toMatchObject({ id: account.id, hasSecret: null });
  expect((await get(page, 'orders.get', { id: sent })).order.invoice).toBe('A-1001');
  const waiting = await placeOrder(page, anOrder(account.id, { invoice: 'A-1002', name: 'Someone Else' }));
  await expect
    .poll(async () => (await get(page, 'outbox.summary')).pauses.map(({ code }) => code))
    .toContain('keychain-missing');
  await expect.poll(() => statusOf(page, waiting)).toBe('waiting');
  expect(fake.timesTaken('A-1002')).toBe(0);
  expect(await ask(page, 'accounts.save', { ...account, secret: 'another' })).toMatchObject({
    ok: false,
    error: { code: 'keychain-missing' },
  });

  page = await cold.relaunch({ env: keyring.env });
  await expect.poll(() => statusOf(page, waiting)).toBe('accepted');
  expect(fake.timesTaken('A-1002')).toBe(1);
});

test('a keychain that is locked while Postroom runs is told from a missing password', async ({
  cold,
  fake,
  keyring,
}) => {
  let page = await cold.launch({ env: keyring.env });
  const account = await addTrepstar(page, fake);
  keyring.lock();
  page = await cold.relaunch();
  const [listed] = await get(page, 'accounts.list');
  expect(listed).toMatchObject({ hasSecret: null });
  expect(await ask(page, 'accounts.save', { ...account, secret: 'another' })).toMatchObject({
    ok: false,
    error: { code: 'keychain-locked' },
  });
  expect(await ask(page, 'accounts.removeSecret', { id: account.id })).toMatchObject({
    ok: false,
    error: { code: 'keychain-locked' },
  });
  const waiting = await placeOrder(page, anOrder(account.id));
  await expect
    .poll(async () => (await get(page, 'outbox.summary')).pauses.map(({ code }) => code))
    .toContain('keychain-locked');
  await expect.poll(() => statusOf(page, waiting)).toBe('waiting');
  expect(fake.orderCalls).toBe(0);
});

for (const trouble of [
  {
    way: 'refuses',
    begin: (keyring: Keyring) => keyring.refuse(),
    end: (keyring: Keyring) => keyring.allow(),
    code: 'keychain-refused',
    words: 'The keychain refused to give out the password of “My shop”. Its orders wait.',
  },
  {
    way: 'never answers',
    begin: (keyring: Keyring) => keyring.stun(),
    end: (keyring: Keyring) => keyring.wake(),
    code: 'keychain-locked',
    words: 'The keychain is locked, so the password of “My shop” cannot be read. Its orders wait.',
  },
] as const)
  test(`a keychain that ${trouble.way}: said plainly, history opens, orders wait and then go once`, async ({
    cold,
    fake,
    keyring,
  }) => {
    let page = await cold.launch({ env: { ...keyring.env, POSTROOM_KEYCHAIN_MS: '2500' } });
    const account = await addTrepstar(page, fake);
    const sent = await placeOrder(page, anOrder(account.id));
    await expect.poll(() => statusOf(page, sent)).toBe('accepted');
    await cold.close();
    trouble.begin(keyring);

    page = await cold.launch();
    const waiting = await placeOrder(page, anOrder(account.id, { invoice: 'A-1002', name: 'Someone Else' }));
    await place(page, 'Outbox').click();
    await expect(page.getByText(trouble.words)).toBeVisible();
    await place(page, 'History').click();
    await expect(page.getByRole('row').filter({ hasText: 'A-1001' })).toBeVisible();
    expect(await ask(page, 'accounts.save', { ...account, secret: 'another' })).toMatchObject({
      ok: false,
      error: { code: trouble.code },
    });
    await expect.poll(() => statusOf(page, waiting)).toBe('waiting');
    expect(fake.timesTaken('A-1002')).toBe(0);

    trouble.end(keyring);
    // Tried anew by itself.
    await expect.poll(() => statusOf(page, waiting)).toBe('accepted');
    expect(fake.timesTaken('A-1002')).toBe(1);
    expect(fake.sentAgain).toEqual([]);
  });
