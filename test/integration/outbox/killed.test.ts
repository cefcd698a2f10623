import { historyFilterSchema } from '../../../shared/contract/history.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startTrepstarServer } from '../../fakes/trepstarServer.ts';
import { addAccount, openTestDb, ownFolder } from '../../fixtures/engine.ts';
import { anOrder } from '../../fixtures/trepstar/order.ts';
import { submitOrders } from '../../../electron/orders/submitOrders.ts';

const child = fileURLToPath(new URL('../../fixtures/outboxChild.ts', import.meta.url));

async function accept(folder: string, count: number) {
  const db = await openTestDb(folder);
  await addAccount(db);
  await db.call('settings.change', { changes: { undoTime: 0 } });
  const orders = Array.from({ length: count }, (_, i) =>
    anOrder({ accountId: 'acc', invoice: `K-${i}`, name: `Person ${i}` }),
  );
  const parts = { db, now: () => Date.now(), random: Math.random };
  const accepted = await submitOrders(parts, { batchId: 'batch-kill', firstRow: 0, label: '', orders });
  expect(accepted.ok).toBe(true);
  await db.close();
}

/** Runs the outbox until it has nothing left to do, or kills it (-9) as soon as `killWhen` resolves. */
async function run(folder: string, service: object, killWhen?: Promise<void>): Promise<number | null> {
  const running = spawn(process.execPath, [child, folder, JSON.stringify(service)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  onTestFinished(() => void running.kill('SIGKILL'));
  void killWhen?.then(() => running.kill('SIGKILL'));
  const [code] = (await once(running, 'exit')) as [number | null];
  return code;
}

async function outcome(folder: string) {
  const db = await openTestDb(folder);
  const { shown } = await db.call('history.totals', { filter: filterOf(['accepted']) });
  await db.close();
  return shown;
}

const filterOf = (statuses: ('accepted' | 'refused')[]) => historyFilterSchema.parse({ statuses });

test('killed five times against a service that drops, fails and hangs: each of 200 orders taken exactly once', async () => {
  const fake = await startTrepstarServer();
  onTestFinished(() => fake.close());
  fake.misbehave(7, {
    'drop-after': 0.05,
    '500-before': 0.03,
    '500-after': 0.03,
    'drop-before': 0.02,
    hang: 0.01,
    'hang-after': 0.01,
  });
  const folder = ownFolder();
  await accept(folder, 200);
  const service = { orderUrl: fake.orderUrl, statusUrl: fake.statusUrl, ...fake.login };
  for (const calls of [3, 17, 40, 71, 120]) {
    expect(
      await run(
        folder,
        service,
        fake.waitFor((server) => server.orderCalls >= calls),
      ),
    ).toBeNull();
  }
  expect(await run(folder, service)).toBe(0);
  expect(fake.orders.size).toBe(200);
  for (const invoice of fake.orders.keys()) expect(fake.timesTaken(invoice)).toBe(1);
  expect(await outcome(folder)).toBe(200);
}, 120_000);
