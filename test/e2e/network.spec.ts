import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { accountSettingsSchema } from '../../shared/contract/accounts.ts';
import { startDeafGateway } from '../fakes/deafGateway.ts';
import { startTrepstarServer, type Fault, type TrepstarServer } from '../fakes/trepstarServer.ts';
import { selfSigned } from '../fixtures/trepstar/selfSigned.ts';
import { expect, test } from './fixtures.ts';
import { anOrder, get, placeOrder, statusOf } from './support/api.ts';
import { place } from './support/practice.ts';
import { type Proxy, startProxy } from './support/proxy.ts';

// Through Electron's own network, whose errors are not Node's. A name that no server knows, on any machine:
test.use({
  appArgs: ['--host-resolver-rules=MAP nowhere.example ~NOTFOUND'],
  appEnv: { POSTROOM_GRACE_MS: '1500', POSTROOM_ANSWER_MS: '2500' },
});

/** An account of this name whose addresses lead to `origin`, and one order of it. */
async function orderThrough(
  page: Page,
  name: string,
  origin: string,
  { login }: Pick<TrepstarServer, 'login'>,
): Promise<{ orderId: string; lead: (elsewhere: string) => Promise<unknown> }> {
  const save = (to: string, id?: string) =>
    get(page, 'accounts.save', {
      ...(id === undefined ? {} : { id }),
      service: 'trepstar',
      name,
      settings: accountSettingsSchema.parse({
        loginEmail: login.email,
        orderAddress: `${to}/custdata.asp`,
        statusAddress: `${to}/custdataXML.asp`,
      }),
      secret: login.password,
    });
  const { id } = await save(origin);
  const orderId = await placeOrder(page, anOrder(id, { invoice: `N-${name}`, name: `Zoë ${name}` }));
  return { orderId, lead: (elsewhere) => save(elsewhere, id) };
}

test('no such name, a false certificate, nobody there: said plainly, nothing leaves, and it goes once when mended', async ({
  page,
}) => {
  const fake = await startTrepstarServer();
  const gone = await startTrepstarServer();
  await gone.close();
  let knocks = 0;
  const impostor = createServer(selfSigned, (_request, response) => {
    knocks += 1;
    response.end('[SUCCESS]');
  });
  await new Promise<void>((done) => impostor.listen(0, '127.0.0.1', done));
  await get(page, 'settings.change', { undoTime: 0 });
  const cases = [
    { name: 'Dns', origin: 'https://nowhere.example', words: 'The address of the service was not found.' },
    {
      name: 'Tls',
      origin: `https://localhost:${(impostor.address() as AddressInfo).port}`,
      words: 'No secure connection to the service.',
    },
    { name: 'Nobody', origin: gone.origin, words: 'The connection was lost' },
  ];
  const orders = [];
  for (const { name, origin } of cases) orders.push(await orderThrough(page, name, origin, fake));
  await page.reload();
  await place(page, 'Outbox').click();
  for (const { name, words } of cases)
    await expect(page.getByText(`The orders of “${name}” wait: ${words}`)).toBeVisible();
  // Tries go on meanwhile, and "sending" is one of them.
  for (const { orderId } of orders) await expect.poll(() => statusOf(page, orderId)).toBe('waiting');
  expect(knocks).toBe(0);
  expect(fake.orderCalls).toBe(0);

  for (const { orderId, lead } of orders) {
    await lead(fake.origin);
    await expect.poll(() => statusOf(page, orderId)).toBe('accepted');
  }
  expect(fake.orders.size).toBe(3);
  expect(fake.sentAgain).toEqual([]);
  await fake.close();
  impostor.close();
});

test('portals, halves, silence, other encodings: each order there once, and its history says what happened', async ({
  page,
}) => {
  const cases: [Fault, string | null][] = [
    ['captive-portal', 'captive-portal'],
    ['redirect', 'captive-portal'],
    ['maintenance', 'server-trouble'],
    ['empty', 'unreadable-answer'],
    ['truncated', 'connection-lost'],
    ['stalled', 'timeout'],
    ['hang', 'timeout'],
    ['hang-after', 'timeout'],
    ['drop-before', 'connection-lost'],
    ['huge', 'unreadable-answer'],
    ['latin-1', null],
  ];
  await get(page, 'settings.change', { undoTime: 0 });
  const all = [];
  for (const [fault, cause] of cases) {
    const fake = await startTrepstarServer();
    fake.faultNext(fault);
    all.push({ fault, cause, fake, ...(await orderThrough(page, fault, fake.origin, fake)) });
  }
  for (const { fault, cause, fake, orderId } of all) {
    await expect.poll(() => statusOf(page, orderId), { message: fault }).toBe('accepted');
    expect(fake.orders.size, fault).toBe(1);
    expect(fake.sentAgain, fault).toEqual([]);
    const { timeline } = await get(page, 'orders.get', { id: orderId });
    const doubts = timeline.filter(({ kind }) => kind === 'unknown').map(({ detail }) => detail);
    expect(doubts.join(), fault).toContain(cause ?? '');
    expect(doubts.length, fault).toBe(cause === null ? 0 : 1);
    await fake.close();
  }
});

// Chromium begins a second connection when the first takes long, keeps it, and sends what went over it again when it breaks.
test('a connection left over from a slow line: an order whose answer is cut off is still sent once, and asked about', async ({
  page,
}) => {
  const gateway = await startDeafGateway();
  await get(page, 'settings.change', { undoTime: 0 });
  await gateway.deafen();
  const slow = await orderThrough(page, 'Slow', gateway.origin, gateway);
  await expect.poll(gateway.knocking, { message: 'a second attempt to connect' }).toBeGreaterThanOrEqual(2);
  gateway.hear();
  await expect.poll(() => statusOf(page, slow.orderId)).toBe('accepted');
  await expect.poll(gateway.knocking).toBe(0);
  await gateway.faultNext('drop-after');
  const cut = await orderThrough(page, 'Cut', gateway.origin, gateway);
  await expect.poll(() => statusOf(page, cut.orderId)).toBe('accepted');
  expect(await gateway.invoices()).toEqual(['N-Slow', 'N-Cut']);
  const { timeline } = await get(page, 'orders.get', { id: cut.orderId });
  expect(timeline.map(({ kind }) => kind)).toContain('unknown');
  await gateway.close();
});

test.describe('behind a proxy', () => {
  const behind = test.extend<{ office: Proxy }>({
    // oxlint-disable-next-line no-empty-pattern
    office: async ({}, use) => {
      const proxy = await startProxy();
      await use(proxy);
      await proxy.leave();
    },
  });
  // Chromium leaves loopback out unless told otherwise.
  behind.use({
    appArgs: async ({ office }, use) =>
      use([`--proxy-server=${office.address}`, '--proxy-bypass-list=<-loopback>']),
  });

  behind(
    'orders go through it; while it is away they wait, unsent, and then go once',
    async ({ page, office }) => {
      const fake = await startTrepstarServer();
      await get(page, 'settings.change', { undoTime: 0 });
      const first = await orderThrough(page, 'First', fake.origin, fake);
      await expect.poll(() => statusOf(page, first.orderId)).toBe('accepted');
      expect(office.passed).toContain(`POST ${fake.origin}/custdata.asp`);

      await office.leave();
      const { order } = await get(page, 'orders.get', { id: first.orderId });
      const second = await placeOrder(page, anOrder(order.accountId));
      await expect
        .poll(async () => (await get(page, 'outbox.summary')).pauses.map(({ code }) => code))
        .toEqual(['connection-lost']);
      await expect.poll(() => statusOf(page, second)).toBe('waiting');
      expect(fake.orderCalls).toBe(1);
      await office.comeBack();
      await first.lead(fake.origin);
      await expect.poll(() => statusOf(page, second)).toBe('accepted');
      expect(fake.sentAgain).toEqual([]);
      await fake.close();
    },
  );
});
