import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../../electron/gateways/practice/practiceOrder.ts';
import { practiceFile } from '../../../electron/gateways/practice/practiceFile.ts';
import {
  createTrepstarPractice,
  practiceAddresses,
  practiceLogin,
} from '../../../electron/gateways/practice/trepstarPractice.ts';
import { ok } from '../../../shared/contract/result.ts';
import { listedRefusalCodes } from '../../../shared/orders/refusals.ts';
import { newInvoice } from '../../../shared/orders/rules/invoice.ts';
import { aWish, clientOf, never } from '../../fixtures/trepstar/client.ts';

let folder: string;
let path: string;
let now: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-'));
  path = join(folder, 'practice.jsonl');
  now = Date.parse('2026-11-22T12:00:00Z');
});
afterEach(() => rm(folder, { recursive: true }));

const service = {
  orderUrl: practiceAddresses.order,
  statusUrl: practiceAddresses.status,
  login: practiceLogin,
};
const start = (login = practiceLogin.password as string) =>
  clientOf(service, {
    fetch: createTrepstarPractice({
      memory: practiceFile(path),
      now: () => now,
      pause: () => Promise.resolve(),
    }),
    credentials: { get: () => Promise.resolve(ok(login)) },
  });

/** An invoice whose fate is wanted: the number decides (0–2 hold, 3–5 paid later, 6–9 error). */
function invoiceWith(fits: (hash: number) => boolean): string {
  for (let i = 0; ; i++) if (fits(hashOf(`T-${i}`) % 100)) return `T-${i}`;
}

async function statusOf(client: ReturnType<typeof start>, invoice: string) {
  const asked = await client.refresh([invoice], never());
  if (!asked.ok) throw new Error(asked.error.code);
  return asked.value.get(invoice);
}

it('makes an order after 20 s and ships it after 60 s', async () => {
  const client = start();
  const invoice = invoiceWith((hash) => hash >= 10 && hash % 3 !== 0);
  const order = { invoice, shippingMethod: 'priority' } as const;
  expect((await client.send(aWish(order), never())).kind).toBe('accepted');
  expect((await statusOf(client, invoice))?.status).toBe('accepted');
  now += 20_000;
  expect((await statusOf(client, invoice))?.status).toBe('made');
  now += 40_000;
  const shipped = await statusOf(client, invoice);
  expect(shipped).toMatchObject({ status: 'shipped', shipDate: '2026-11-22' });
  expect(shipped?.trackingId).toMatch(/^9400\d{18}$/);
});

it('has holds, errors and letters without tracking', async () => {
  const client = start();
  const hold = invoiceWith((hash) => hash < 3);
  const paid = invoiceWith((hash) => hash >= 3 && hash < 6);
  const error = invoiceWith((hash) => hash >= 6 && hash < 10);
  const letter = invoiceWith((hash) => hash >= 10 && hash % 3 === 0);
  for (const invoice of [hold, paid, error, letter]) await client.send(aWish({ invoice }), never());
  now += 90_000;
  expect((await statusOf(client, hold))?.status).toBe('hold');
  expect((await statusOf(client, paid))?.status).toBe('hold');
  expect(await statusOf(client, error)).toMatchObject({ status: 'error', errNum: 10 });
  expect(await statusOf(client, letter)).toMatchObject({
    status: 'shipped',
    shipDate: '2026-11-23',
    trackingId: '',
  });
  now += 90_000;
  expect((await statusOf(client, paid))?.status).toBe('shipped');
});

it('never makes a test order', async () => {
  const client = start();
  await client.send(aWish({ mode: 'test' }), never());
  now += 1e9;
  expect(await statusOf(client, aWish().invoice)).toMatchObject({ status: 'test', errNum: 20 });
});

describe('the refusals', () => {
  const change = (from: string | RegExp, to: string) => {
    const wish = aWish();
    return { ...wish, body: wish.body.replace(from, to) };
  };
  it.each([
    ['000002', change('cdfulfill', 'odd')],
    ['000010', change('productid=66750', 'productid=')],
    ['000013', change('John+H.+Smith', '+')],
    ['000101', change('productid=66750&', '')],
    ['000505', change('66750', '96750')],
    ['003101', change('quantity=1', 'quantity=251')],
  ])('%s', async (code, wish) => {
    expect(listedRefusalCodes).toContain(code);
    expect(await start().send(wish, never())).toMatchObject({ kind: 'refused', code });
  });

  it('000601 and 000503, which are the login’s', async () => {
    expect(await start('wrong').send(aWish(), never())).toMatchObject({
      kind: 'not-sent',
      cause: 'wrong-login',
    });
    expect(await start(' ').send(aWish(), never())).toMatchObject({ kind: 'not-sent', cause: 'wrong-login' });
    expect(await start('wrong').test(never())).toMatchObject({ kind: 'wrong-login' });
    expect(await start().test(never())).toEqual({ kind: 'works' });
  });

  it('000035, also after a restart', async () => {
    await start().send(aWish(), never());
    expect(await start().send(aWish(), never())).toMatchObject({ kind: 'refused', code: '000035' });
  });

  it('takes one of ten sends at the same moment', async () => {
    const client = start();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => client.send(aWish(), never())));
    expect(outcomes.filter((o) => o.kind === 'accepted')).toHaveLength(1);
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1);
  });
});

it('reads past a line that a crash cut off', async () => {
  await start().send(aWish(), never());
  await writeFile(path, `${await readFile(path, 'utf8')}\n{"invoice":"HAL`);
  await start().send(aWish({ invoice: 'B' }), never());
  const asked = await start().find([aWish().invoice, 'B', 'HAL'], never());
  if (!asked.ok) throw new Error(asked.error.code);
  expect([...asked.value.values()].map((f) => f.found)).toEqual([true, true, false]);
});

it('shows a newcomer something of everything among a hundred orders', async () => {
  const client = start();
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const invoices = Array.from({ length: 100 }, () => newInvoice(new Date(now), random));
  for (const invoice of invoices) await client.send(aWish({ invoice }), never());
  now += 60_000;
  const asked = await client.refresh(invoices, never());
  if (!asked.ok) throw new Error(asked.error.code);
  const statuses = [...asked.value.values()].map((report) => report.status);
  expect(new Set(statuses)).toEqual(new Set(['shipped', 'hold', 'error']));
  expect(statuses.filter((s) => s === 'shipped').length).toBeGreaterThan(80);
});
