import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { trepstarAccount } from '../fixtures/trepstar/account.ts';
import { startTrepstarServer, type TrepstarServer } from '../fakes/trepstarServer.ts';
import { ownFolder } from '../fixtures/engine.ts';
import { good, servicesRig, type ServicesRig } from '../fixtures/servicesRig.ts';
import { anOrder } from '../fixtures/trepstar/order.ts';
import { plainFetch } from './plainFetch.ts';
import { keeps, tell } from './report.ts';

type Addresses = Pick<TrepstarServer, 'orderUrl' | 'statusUrl' | 'login'>;

/** A gateway on another thread; `taken` resolves when it has so many orders. */
async function farGateway(
  latencyMs: number,
): Promise<{ far: Addresses; taken: (many: number) => Promise<unknown> }> {
  const worker = new Worker(new URL('gatewayThread.ts', import.meta.url), { workerData: { latencyMs } });
  onTestFinished(async () => void (await worker.terminate()));
  const [far] = (await once(worker, 'message')) as [Addresses];
  return {
    far,
    taken: (many) => {
      worker.postMessage(many);
      return once(worker, 'message');
    },
  };
}

async function shop(fake: Addresses, pace: number): Promise<{ rig: ServicesRig; accountId: string }> {
  const rig = await servicesRig(ownFolder(), { fetch: plainFetch });
  good(await rig.ask['settings.change']({ undoTime: 0 }));
  const account = good(await rig.ask['accounts.save'](trepstarAccount(fake, { pace })));
  return { rig, accountId: account.id };
}

async function submit(rig: ServicesRig, accountId: string, from: number, many: number): Promise<void> {
  const orders = Array.from({ length: many }, (_, at) => anOrder({ accountId, invoice: `B-${from + at}` }));
  good(
    await rig.ask['orders.submitBatch']({ batchId: 'bench-batch', firstRow: from, label: 'bench', orders }),
  );
}

/** So many requests, two at a time, with nothing behind them: what this machine's connections leave of the ideal. Seconds. */
async function bareLoop(url: string, many: number): Promise<number> {
  const start = performance.now();
  let left = many;
  const one = async (): Promise<void> => {
    while (left-- > 0)
      await plainFetch(url, { method: 'POST', headers: { connection: 'close' }, body: 'Invoice=none' });
  };
  await Promise.all([one(), one()]);
  return (performance.now() - start) / 1_000;
}

test('1,000 orders through the sending part alone against a gateway that answers in 50 ms, two at a time', async () => {
  const { far, taken } = await farGateway(50);
  const { rig, accountId } = await shop(far, 2);
  good(await rig.ask['outbox.pause']({ paused: true }));
  await submit(rig, accountId, 0, 1_000);
  const allTaken = taken(1_000);
  const start = performance.now();
  good(await rig.ask['outbox.pause']({ paused: false }));
  await allTaken;
  const seconds = (performance.now() - start) / 1_000;
  const ideal = (1_000 * 0.05) / 2;
  const floor = (200 * 0.05) / 2 / (await bareLoop(far.orderUrl, 200));
  const figure = {
    bench: 'throughput of the sending part',
    what: `1,000 orders in ${seconds.toFixed(1)} s, ideal ${ideal} s; bare requests in a loop reach ${floor.toFixed(3)}`,
    value: ideal / seconds,
    unit: 'of the ideal rate',
    bar: { atLeast: 0.9 },
  };
  tell(figure);
  expect(keeps(figure)).toBe(true);
});

test('status calls for 10,000 open orders', async () => {
  const fake = await startTrepstarServer();
  onTestFinished(() => fake.close());
  const { rig, accountId } = await shop(fake, 8);
  for (let from = 0; from < 10_000; from += 2_000) await submit(rig, accountId, from, 2_000);
  await rig.until(async () => {
    const { waiting, sending, unconfirmed } = good(await rig.ask['outbox.summary']());
    return waiting + sending + unconfirmed === 0;
  });
  expect(fake.orders.size).toBe(10_000);
  const before = fake.statusCalls;
  good(await rig.ask['refresh.now']());
  const figure = {
    bench: 'status calls',
    what: '10,000 open orders asked about',
    value: fake.statusCalls - before,
    unit: 'calls',
    bar: { exactly: 100 },
  };
  tell(figure);
  expect(keeps(figure)).toBe(true);
});
