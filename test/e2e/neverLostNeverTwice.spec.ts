import Database from 'better-sqlite3';
import path from 'node:path';
import { startTrepstarServer, type TrepstarServer } from '../fakes/trepstarServer.ts';
import { expect, test } from './fixtures.ts';
import type { Postroom } from './harness/postroom.ts';
import { addTrepstar, get } from './support/api.ts';
import { draftHas, openPaste, pasteText, rowOf, sheetOf, submitAll } from './support/pasteScreen.ts';
import { place } from './support/practice.ts';

const count = 500;
const kills = 5;

/** `POSTROOM_TEST_SEED=… npm test -- e2e neverLost` repeats a run. */
const seed = Number(process.env['POSTROOM_TEST_SEED'] ?? Date.now() % 1_000_000);

/** In [0, 1); the same seed gives the same numbers (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// The gateway hangs now and then: the app must not wait a whole minute each time, nor be asked to trust a "not found" too soon.
test.use({ appEnv: { POSTROOM_GRACE_MS: '1500', POSTROOM_ANSWER_MS: '2500' } });

const rows = Array.from({ length: count }, (_, index) =>
  rowOf(index, index % 50 === 7 ? { 3: `[SUCCESS] Smith ${index}` } : { 3: `Zoë Person Nr${index}` }),
);

/**
 * A random moment of the service's day: so many requests from now, as one comes in or as its answer has just left. Told by
 * what the service sees, not by the clock, so that no moment is missed on a slow machine.
 */
async function randomMoment(fake: TrepstarServer, random: () => number, atMost: number): Promise<string> {
  const calls = Math.floor(random() * atMost);
  const [counter, from] =
    random() < 0.5 ? (['orderCalls', fake.orderCalls] as const) : (['answered', fake.answered] as const);
  await fake.waitFor((server) => server[counter] >= from + calls);
  return `${counter} +${calls}`;
}

test('500 pasted orders, a bad gateway, five kills: each accepted exactly once, none needs the user', async ({
  cold,
}) => {
  test.setTimeout(240_000);
  const random = randomFrom(seed);
  const fake = await startTrepstarServer();
  const moments: string[] = [];
  try {
    fake.misbehave(seed, {
      'drop-after': 0.05,
      '500-before': 0.025,
      '500-after': 0.025,
      hang: 0.003,
      'hang-after': 0.003,
    });
    let page = await cold.launch();
    await addTrepstar(page, fake);
    await page.reload();
    await openPaste(page);
    await pasteText(cold, sheetOf(rows));
    await expect(page.getByLabel('500 ready, 0 need attention')).toBeVisible();
    await submitAll(page, count);
    await expect(page.getByText('500 orders are in the outbox.')).toBeVisible();
    for (let kill = 0; kill < kills; kill += 1) {
      const left = count - fake.orders.size;
      moments.push(await randomMoment(fake, random, Math.ceil((0.8 * left) / (kills - kill))));
      await cold.kill9();
      page = await cold.launch();
    }
    const summary = () => get(page, 'outbox.summary');
    await expect
      .poll(async () => (await get(page, 'outbox.groups')).groups, { timeout: 150_000 })
      .toEqual([]);
    await expect.poll(summary).toMatchObject({ waiting: 0, sending: 0, unconfirmed: 0, refused: 0 });

    expect(new Set(fake.orders.keys())).toEqual(new Set(rows.map(([invoice]) => invoice)));
    for (const invoice of fake.orders.keys()) expect(fake.timesTaken(invoice), invoice).toBe(1);
    // Not once did the service have to say "a duplicate": nothing was sent a second time on the off-chance.
    expect(fake.sentAgain).toEqual([]);
    for (const [index, row] of rows.entries()) {
      const taken = fake.orders.get(row[0] ?? '');
      expect(taken?.name).toBe(row[3]);
      expect(taken?.fields['quantity'], row[0]).toBe(String(1 + (index % 3)));
    }
    await shownRight(cold, fake);
  } catch (reason) {
    throw new Error(`POSTROOM_TEST_SEED=${seed}, killed at ${moments.join(', ')}`, { cause: reason });
  } finally {
    await fake.close();
  }
  console.log(`    seed ${seed}, killed at ${moments.join(', ')}`);
});

/** What the service says is what History shows: so many shipped, so many in production, nothing else. */
async function shownRight({ page }: Postroom, fake: TrepstarServer): Promise<void> {
  for (const [index, [invoice = '']] of rows.entries())
    fake.set(invoice, index % 5 === 0 ? { status: 'SHIPPED', shipDate: '11/22/2026' } : {});
  await place(page, 'History').click();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  const shown = async (statuses: ('shipped' | 'made')[]) =>
    (await get(page, 'history.totals', { filter: { statuses } })).shown;
  await expect.poll(() => shown(['shipped'])).toBe(count / 5);
  expect(await shown(['made'])).toBe((count * 4) / 5);
  await expect(page.locator('.totals')).toContainText('500 shown');
  await expect(page.getByRole('row').filter({ hasText: 'RV-3499' })).toContainText('Being made');
  await page.getByRole('searchbox').fill('RV-3495');
  await expect(page.locator('.totals')).toContainText('1 shown');
  await expect(page.getByRole('row').filter({ hasText: 'RV-3495' })).toContainText('Shipped');
}

/** Moments of a submit, as the database file shows them from outside. */
const stages = {
  intended: `SELECT count(*) AS n FROM drafts WHERE text LIKE '%"sending":{%'`,
  'one piece in': 'SELECT count(*) AS n FROM orders',
  'all in': 'SELECT count(*) / 500 AS n FROM orders',
} as const;

test('a kill in the middle of a submit leaves nothing half and nothing twice', async ({
  cold,
  dataFolder,
}) => {
  let page = await cold.launch();
  await get(page, 'accounts.tryPractice');
  await get(page, 'settings.change', { undoTime: 3600 });
  await page.reload();
  await openPaste(page);
  const seen = new Database(path.join(dataFolder, 'postroom.db'), { readonly: true });
  const number = (sql: string) => (seen.prepare(sql).get() as { n: number }).n;
  for (const [round, stage] of Object.values(stages).entries()) {
    const before = number(stage);
    const [orders, outbox] = [
      number('SELECT count(*) AS n FROM orders'),
      number('SELECT count(*) AS n FROM outbox'),
    ];
    expect(orders).toBe(round * count);
    // Thrown away as a person does: behind the page's back, the page would save its draft once more.
    if (round > 0) {
      await page.getByRole('button', { name: 'Rows', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Throw all rows away and start over' }).click();
    }
    await pasteText(
      cold,
      sheetOf(rows.map((row, index) => rowOf(index + round * 1000, { 3: row[3] ?? '' }))),
    );
    await expect(page.getByLabel('500 ready, 0 need attention')).toBeVisible();
    await draftHas(page, `RV-${3499 + round * 1000}`);
    // The clicks may not come to their end: the app is killed under them.
    const clicks = submitAll(page, count).catch(() => undefined);
    while (number(stage) === before) await new Promise((done) => setImmediate(done));
    await cold.kill9();
    await clicks;
    page = await cold.launch();
    await openPaste(page);
    // It is ended where it was cut, with the same keys; or it had ended just before.
    await expect
      .poll(async () => (await get(page, 'drafts.load', { name: 'paste' })).text ?? '')
      .toContain('"sending":null');
    expect(number('SELECT count(*) AS n FROM orders')).toBe(orders + count);
    expect(number('SELECT count(*) AS n FROM outbox')).toBe(outbox + count);
    expect(number('SELECT count(DISTINCT invoice) AS n FROM orders')).toBe(orders + count);
    expect(number('SELECT count(*) AS n FROM order_lines')).toBe(orders + count);
  }
  seen.close();
});
