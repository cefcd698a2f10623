/**
 * Start-up and memory against a bare window of the same runtime, side by side and in turn.
 * Run under a screen: `npm run bench -- startup`. The first pair warms the disk and is thrown away.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { orderInputSchema } from '../../shared/orders/order.ts';
import { startElectron } from './electronRun.ts';
import { keeps, median, tell } from './report.ts';

const executable = process.env['POSTROOM_ELECTRON'] ?? '';
const rounds = 7;
/** How long an app is left alone before its memory is read. */
const idleMs = 4_000;

/**
 * In the page: when its screen was painted, as an instant. Both pages mark the same thing for Element Timing: the
 * heading of the screen.
 */
const screenPainted = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const entry = list.getEntries().find(({ identifier }) => identifier === 'screen');
    if (entry) resolve(performance.timeOrigin + entry.renderTime);
  }).observe({ type: 'element', buffered: true });
})`;

/** One start, left idle, read and ended. */
async function measure(folder: string, dataFolder: string): Promise<{ ms: number; pss: number }> {
  const run = startElectron(executable, folder, dataFolder);
  try {
    await sleep(idleMs);
    const pss = run.pss();
    return { pss, ms: Number(await run.inPage(screenPainted)) - run.spawnedAt };
  } finally {
    await run.end();
  }
}

const order = orderInputSchema.parse({
  accountId: '',
  invoice: '',
  lines: [{ productId: '66750', title: 'Voices', quantity: 1 }],
  shippingMethod: 'standard',
  name: 'Ada Lovelace',
  company: '',
  address: '1 Main St',
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

/** In the page: 10,000 orders of the practice account, kept waiting: sending is paused. */
async function keepOrders(template: typeof order): Promise<number> {
  const { accounts, orders: all, outbox } = window.postroom;
  const account = await accounts.tryPractice();
  await outbox.pause({ paused: true });
  if (!account.ok) throw new Error(account.error.code);
  for (let from = 0; from < 10_000; from += 2_000) {
    const orders = Array.from({ length: 2_000 }, (_, at) => ({
      ...template,
      accountId: account.value.id,
      invoice: `M-${from + at}`,
    }));
    const done = await all.submitBatch({
      batchId: `bench-batch`,
      firstRow: from,
      label: 'bench',
      orders,
    });
    if (!done.ok) throw new Error(done.error.code);
  }
  return 10_000;
}

async function fill(dataFolder: string): Promise<void> {
  const run = startElectron(executable, '.', dataFolder);
  try {
    await sleep(idleMs);
    await run.inPage(`(${keepOrders.toString()})(${JSON.stringify(order)})`);
  } finally {
    await run.end();
  }
}

const apps = ['bare', 'postroom'] as const;
const folders = { bare: 'test/bench/bare', postroom: '.' };
const data = { bare: mkdtempSync(join(tmpdir(), 'bare-')), postroom: mkdtempSync(join(tmpdir(), 'app-')) };
type Pairs = Record<(typeof apps)[number], number[]>;
const times: Pairs = { bare: [], postroom: [] };
const memory: Pairs = { bare: [], postroom: [] };
const middle = (values: readonly number[]): number => Math.round(median(values));
/** The middle of the pairs' ratios: what else the machine does changes from pair to pair, less within one. */
const ratio = ({ bare, postroom }: Pairs): number =>
  median(postroom.map((value, at) => value / (bare[at] ?? Number.NaN)));
try {
  await fill(data.postroom);
  for (let round = 0; round <= rounds; round++) {
    for (const app of apps) {
      const { ms, pss } = await measure(folders[app], data[app]);
      process.stdout.write(`  ${app}: ${Math.round(ms)} ms, ${Math.round(pss)} MiB\n`);
      if (round === 0) continue;
      times[app].push(ms);
      memory[app].push(pss);
    }
  }
  const figures = [
    {
      bench: 'start-up',
      what: `usable window after ${middle(times.postroom)} ms, bare ${middle(times.bare)} ms`,
      value: ratio(times),
      unit: 'times',
      bar: { atMost: 1.25 },
    },
    {
      bench: 'memory',
      what: `PSS with 10,000 orders ${middle(memory.postroom)} MiB, bare ${middle(memory.bare)} MiB`,
      value: ratio(memory),
      unit: 'times',
      bar: { atMost: 1.35 },
    },
  ];
  figures.forEach(tell);
  if (!figures.every(keeps)) process.exitCode = 1;
} finally {
  for (const folder of Object.values(data))
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
