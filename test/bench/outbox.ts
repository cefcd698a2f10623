/**
 * 1,000 orders through the real app, its window, keychain and network included, against a gateway that answers in
 * 50 ms, two at a time. Before and after it the same runtime's bare requests in a loop: what it leaves of the ideal by
 * itself. Run under a screen: `npm run bench -- outbox`.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { trepstarAccount } from '../fixtures/trepstar/account.ts';
import { anOrder } from '../fixtures/trepstar/order.ts';
import type { TrepstarServer } from '../fakes/trepstarServer.ts';
import { startElectron } from './electronRun.ts';
import { keeps, tell } from './report.ts';

const many = 1_000;
const pace = 2;
const latencyMs = 50;
const bareMany = 300;
/** How long the app is left alone before it is asked for anything. */
const idleMs = 4_000;

/** In the page: an account, and orders of it that wait: sending is paused. */
async function keepWaiting(
  account: ReturnType<typeof trepstarAccount>,
  order: ReturnType<typeof anOrder>,
  count: number,
): Promise<void> {
  const { accounts, orders: all, outbox, settings } = window.postroom;
  await settings.change({ undoTime: 0 });
  await outbox.pause({ paused: true });
  const saved = await accounts.save(account);
  if (!saved.ok) throw new Error(saved.error.code);
  const accountId = saved.value.id;
  const orders = Array.from({ length: count }, (_, at) => ({ ...order, accountId, invoice: `B-${at}` }));
  const done = await all.submitBatch({ batchId: 'bench-batch', firstRow: 0, label: 'bench', orders });
  if (!done.ok) throw new Error(done.error.code);
}

const electron = process.env['POSTROOM_ELECTRON'] ?? '';

/** The share of the ideal rate that bare requests reach. */
async function bareRate(url: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'));
  const asked = [`--url=${url}`, `--many=${bareMany}`, `--pace=${pace}`, `--user-data-dir=${folder}`];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { stdout } = await promisify(execFile)(electron, ['test/bench/bareRequests', ...root, ...asked]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  return (bareMany * latencyMs) / pace / Number(/took ([\d.]+)/.exec(stdout)?.[1]);
}

const gateway = new Worker(new URL('gatewayThread.ts', import.meta.url), { workerData: { latencyMs } });
const [far] = (await once(gateway, 'message')) as [Pick<TrepstarServer, 'orderUrl' | 'statusUrl' | 'login'>];
const bareBefore = await bareRate(far.orderUrl);
const dataFolder = mkdtempSync(join(tmpdir(), 'outbox-'));
const run = startElectron(electron, '.', dataFolder);
try {
  await sleep(idleMs);
  const given = [trepstarAccount(far, { pace }), anOrder(), many].map((each) => JSON.stringify(each));
  await run.inPage(`(${keepWaiting.toString()})(${given.join(',')})`);
  gateway.postMessage(many);
  const taken = once(gateway, 'message');
  const start = performance.now();
  await run.inPage('window.postroom.outbox.pause({ paused: false })');
  await taken;
  const seconds = (performance.now() - start) / 1_000;
  const ideal = (many * latencyMs) / pace / 1_000;
  await run.end();
  const bare = (bareBefore + (await bareRate(far.orderUrl))) / 2;
  const figure = {
    bench: 'throughput of the app',
    what: `${many} orders in ${seconds.toFixed(1)} s, ideal ${ideal} s`,
    value: ideal / seconds,
    unit: 'of the ideal rate',
    bar: { atLeast: 0.9 },
  };
  const beside = {
    bench: 'throughput of the app beside bare requests',
    what: `${figure.value.toFixed(3)} of the ideal rate, bare requests of the same runtime ${bare.toFixed(3)}`,
    value: figure.value / bare,
    unit: 'times',
    bar: { atLeast: 0.9 },
  };
  for (const each of [figure, beside]) {
    tell(each);
    if (!keeps(each)) process.exitCode = 1;
  }
} finally {
  await run.end();
  await gateway.terminate();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
