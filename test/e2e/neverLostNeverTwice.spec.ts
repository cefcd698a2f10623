import type { Page } from '@playwright/test';
import type { Api } from '../../shared/contract/api.ts';
import type { OrderInput } from '../../shared/orders/order.ts';
import { startTrepstarServer, type TrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';

declare global {
  interface Window {
    postroom: Api;
  }
}

const count = 500;

// The gateway hangs now and then: the app must not wait a whole minute each time, nor be asked to trust a "not found" too soon.
test.use({ appEnv: { POSTROOM_GRACE_MS: '1500', POSTROOM_ANSWER_MS: '2500' } });

/** Adds the account with its password (into the real keychain); answers its id. */
async function addAccount(page: Page, fake: TrepstarServer): Promise<string> {
  const input = {
    email: fake.login.email,
    secret: fake.login.password,
    order: fake.orderUrl,
    status: fake.statusUrl,
  };
  return page.evaluate(async ({ email, secret, order, status }) => {
    const settings = { loginEmail: email, orderAddress: order, statusAddress: status };
    const changed = await window.postroom.settings.change({ undoTime: 0 });
    const saved = await window.postroom.accounts.save({
      service: 'trepstar',
      name: 'Shop',
      secret,
      settings,
    });
    if (!changed.ok || !saved.ok) throw new Error(JSON.stringify([changed, saved]));
    return saved.value.id;
  }, input);
}

const orderOf = (accountId: string, index: number): OrderInput => ({
  accountId,
  invoice: `N-${index}`,
  lines: [{ productId: '66750', title: 'Voices by the River', quantity: 1 + (index % 3) }],
  shippingMethod: 'standard',
  name: index % 50 === 7 ? `[SUCCESS] Smith ${index}` : `Zoë Person ${index}`,
  company: '',
  address: `${index + 1} Main St`,
  city: 'Saint Paul',
  state: 'MN',
  postcode: '55101',
  country: 'US',
  email: '',
  specialText: '',
  price: '',
  usePriceOnCustoms: false,
  emailCustomer: 'account',
  mode: 'live',
});

const submit = (page: Page, orders: OrderInput[]) =>
  page.evaluate(async (rows) => {
    const input = { batchId: 'paste-never-lost', firstRow: 0, label: 'Paste', orders: rows };
    // Two clicks.
    const both = await Promise.all([
      window.postroom.orders.submitBatch(input),
      window.postroom.orders.submitBatch(input),
    ]);
    return both.map((answer) => (answer.ok ? answer.value.ids : [JSON.stringify(answer.error)]));
  }, orders);

/** How many history lines have a status, as the page is told. */
const countOf = (page: Page, statuses: ('accepted' | 'refused' | 'waiting')[]) =>
  page.evaluate(async (wanted) => {
    const answer = await window.postroom.history.totals({ filter: { statuses: wanted } });
    return answer.ok ? answer.value.shown : -1;
  }, statuses);

test('500 orders, a bad gateway, five kills: each accepted exactly once, none needs the user', async ({
  cold,
}) => {
  test.setTimeout(300_000);
  const fake = await startTrepstarServer();
  try {
    fake.misbehave(20261122, {
      'drop-after': 0.05,
      '500-before': 0.025,
      '500-after': 0.025,
      hang: 0.003,
      'hang-after': 0.003,
    });
    await cold.launch();
    const accountId = await addAccount(cold.page, fake);
    const [first, second] = await submit(
      cold.page,
      Array.from({ length: count }, (_, index) => orderOf(accountId, index)),
    );
    expect(first).toHaveLength(count);
    expect(second).toEqual(first);
    for (const calls of [11, 83, 170, 290, 401]) {
      await fake.waitFor((server) => server.orderCalls >= calls);
      await cold.kill9();
      await cold.launch();
    }
    await expect.poll(() => countOf(cold.page, ['accepted']), { timeout: 200_000 }).toBe(count);
    expect(fake.orders.size).toBe(count);
    for (const invoice of fake.orders.keys()) expect(fake.timesTaken(invoice), invoice).toBe(1);
    expect(await countOf(cold.page, ['refused', 'waiting'])).toBe(0);
    const { groups } = await cold.page.evaluate(async () => {
      const answer = await window.postroom.outbox.groups();
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    });
    expect(groups).toEqual([]);
  } finally {
    await fake.close();
  }
});
