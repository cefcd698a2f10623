/**
 * Start-up and memory against a bare window of the same runtime, side by side and in turn.
 * Run under a screen: `npm run bench -- startup`. The first pair warms the disk and is thrown away.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { orderInputSchema } from '../../shared/orders/order.ts';
import { keeps, median, tell } from './report.ts';

const electron = process.env['POSTROOM_ELECTRON'] ?? '';
const rounds = 5;
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

interface Run {
  app: ElectronApplication;
  page: Page;
  /** Creation of the process to first contentful paint, which both pages reach with their real content; ms. */
  usableMs: number;
}

async function launch(folder: string, dataFolder: string): Promise<Run> {
  const args = [folder, ...root, `--user-data-dir=${dataFolder}`];
  const app = await _electron.launch({ executablePath: electron, args });
  const page = await app.firstWindow();
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry) resolve(performance.timeOrigin + entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  const created = await app.evaluate(() => process.getCreationTime() ?? Number.NaN);
  return { app, page, usableMs: painted - created };
}

const end = ({ app }: Run): Promise<void> => app.close();

/** Proportional set size of a process and all below it, in MiB: shared pages counted once. */
function pssOf(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  const kib = family.map((member) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${member}/smaps_rollup`))?.[1] ?? 0),
  );
  return kib.reduce((sum, one) => sum + one, 0) / 1024;
}

/** A process may end between listing and reading. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return '';
    throw error;
  }
}

const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Fills the app's own history with 10,000 orders of the practice account, taken back at once: nothing is sent. */
async function fill(dataFolder: string): Promise<void> {
  const run = await launch('.', dataFolder);
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
  await run.page.evaluate(async (template) => {
    const account = await window.postroom.accounts.tryPractice();
    await window.postroom.outbox.pause({ paused: true });
    if (!account.ok) throw new Error(account.error.code);
    for (let from = 0; from < 10_000; from += 2_000) {
      const orders = Array.from({ length: 2_000 }, (_, at) => ({
        ...template,
        accountId: account.value.id,
        invoice: `M-${from + at}`,
      }));
      const done = await window.postroom.orders.submitBatch({
        batchId: 'bench-batch',
        firstRow: from,
        label: 'bench',
        orders,
      });
      if (!done.ok) throw new Error(done.error.code);
    }
  }, order);
  await end(run);
}

const folders = { bare: mkdtempSync(join(tmpdir(), 'bare-')), app: mkdtempSync(join(tmpdir(), 'app-')) };
const times = { bare: [] as number[], app: [] as number[] };
const memory = { bare: [] as number[], app: [] as number[] };
try {
  await fill(folders.app);
  for (let round = 0; round <= rounds; round++) {
    for (const which of ['bare', 'app'] as const) {
      const run = await launch(which === 'bare' ? 'test/bench/bare' : '.', folders[which]);
      await settle(3_000);
      const pss = pssOf(run.app.process().pid ?? 0);
      await end(run);
      if (round === 0) continue;
      times[which].push(run.usableMs);
      memory[which].push(pss);
    }
  }
  const startUp = {
    bench: 'start-up',
    what: `usable window after ${Math.round(median(times.app))} ms, bare ${Math.round(median(times.bare))} ms`,
    value: median(times.app) / median(times.bare),
    unit: 'times',
    bar: { atMost: 1.25 },
  };
  const pss = {
    bench: 'memory',
    what: `PSS with 10,000 orders ${Math.round(median(memory.app))} MiB, bare ${Math.round(median(memory.bare))} MiB`,
    value: median(memory.app) / median(memory.bare),
    unit: 'times',
    bar: { atMost: 1.35 },
  };
  tell(startUp);
  tell(pss);
  if (!keeps(startUp) || !keeps(pss)) process.exitCode = 1;
} finally {
  rmSync(folders.bare, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  rmSync(folders.app, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
