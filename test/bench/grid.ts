/**
 * The paste grid with 100,000 rows × 15 columns in the real app, measured by the browser's own means.
 * Run under a screen: `npm run bench -- grid`. Everything it starts is ended, whatever happens. Beside the grid scroll a page of
 * bare rows, which says what elements could reach here, and one that only moves a box, which says what any page could.
 */
import type { Page } from '@playwright/test';
import { keeps, median, tell, type Figure } from './report.ts';
import { openBeside, openPasteScreen, type RunningApp } from './gridRun/app.ts';
import { framesDuring, type Frames } from './gridRun/frames.ts';
import { rowsArea, writtenShare } from './gridRun/ink.ts';
import { scrolling } from './gridRun/scrolling.ts';

const rows = 100_000;
const heads =
  'Order no\tSKU\tQty\tShip Name\tCompany\tAddress 1\tAddress 2\tCity\tProvince\tZIP\tCtry\tE-Mail\tShipping method\tPrice\tNote';
const text = [
  heads,
  ...Array.from(
    { length: rows },
    (_, i) =>
      `B-${i}\t66750\t${1 + (i % 3)}\tPerson Nr${i}\tVerlag ${i % 90}\tLindenweg ${i}\tHaus ${i % 9}\tBerlin\t\t${10115 + (i % 900)}\tDE\tp${i}@example.org\tstandard\t14.99\tNote ${i}`,
  ),
].join('\n');

let missed = false;
const say = (what: string, value: number, unit: string, bar: Figure['bar']): void => {
  const figure: Figure = { bench: 'grid', what, value, unit, bar };
  missed ||= !keeps(figure);
  tell(figure);
};
const longest = async ({ page }: RunningApp, from: number): Promise<number> =>
  page.evaluate(
    (since) => Math.max(0, ...window.seen.tasks.filter(({ at }) => at >= since).map(({ ms }) => ms)),
    from,
  );
/** Says what ran in the longest frames. */
async function blame({ page }: RunningApp, from: number): Promise<void> {
  const frames = await page.evaluate((since) => window.seen.blame.filter(({ at }) => at >= since), from);
  for (const { at, ms, what } of frames.sort((a, b) => b.ms - a.ms).slice(0, 4))
    process.stdout.write(`     ${Math.round(at - from)} ms after: ${Math.round(ms)} ms: ${what}\n`);
}
const now = ({ page }: RunningApp): Promise<number> => page.evaluate(() => performance.now());
const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Through the system's clipboard, as a person does. */
async function paste(run: RunningApp): Promise<void> {
  const { app, page } = run;
  await app.evaluate(async ({ clipboard }, words) => {
    await clipboard.writeText(words);
    // What this call leaves behind in the main process is not the app's to clear away while it pastes.
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    process.getBuiltinModule('node:vm').runInNewContext('gc()');
  }, text);
  await page.getByLabel('Paste rows here').click();
  await settle(1000);
  await page.keyboard.press('Control+V');
  // A question asked at once would bring the test tool's own program into the page before the rows.
  await settle(2000);
  await page.waitForFunction(() => window.seen.rowsPainted > 0, undefined, { timeout: 60_000 });
  const { pasteKey: began, rowsPainted } = await page.evaluate(() => window.seen);
  const alone = await clipboardAlone(run);
  const of = `Electron's reading of the clipboard alone: ${Math.round(alone)} ms`;
  say(`paste of 100,000 × 15 to the first rows painted (${of})`, rowsPainted - began, 'ms', { atMost: 150 });
  await page.getByText('100,000 ready').first().waitFor({ timeout: 120_000 });
  // Counts, panel and the draft on disk follow.
  await settle(8000);
  const most = await longest(run, began);
  say('longest task of the page from the paste until all is checked', most, 'ms', { atMost: 50 });
  if (most > 50) await blame(run, began);
}

/** How long the runtime takes to hand over the clipboard as a text, which no program can do without; ms. */
const clipboardAlone = async ({ app }: RunningApp): Promise<number> =>
  median(
    await app.evaluate(async ({ clipboard }) => {
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const began = performance.now();
        await clipboard.readText();
        times.push(performance.now() - began);
      }
      return times;
    }),
  );

const ways = ['wheel', 'keys', 'thumb'] as const;

async function scroll(run: RunningApp): Promise<void> {
  const { app, page } = run;
  const { area, rowHeight } = await rowsArea(page);
  const middle = { x: area.x + 300, y: area.y + 300 };
  const pages = {
    grid: page,
    bare: await openBeside(app, 'bare.html'),
    box: await openBeside(app, 'box.html'),
  };
  const sides = {
    grid: await turned(pages.grid, middle),
    bare: await turned(pages.bare, middle),
    box: await turned(pages.box, middle),
  };
  const began = await now(run);
  const all = { grid: none(), bare: none(), box: none() };
  for (const way of ways) {
    const once = { grid: none(), bare: none(), box: none() };
    // By turns, so that what else runs on the machine meets all of them.
    for (let turn = 0; turn < 2; turn += 1)
      for (const side of ['grid', 'bare', 'box'] as const) {
        const frames = await framesDuring(app, pages[side], () => sides[side][way](2));
        add(once[side], frames);
        add(all[side], frames);
      }
    sayFrames(way, once);
  }
  sayFrames('all', all);
  await pages.bare.close();
  await pages.box.close();
  const most = await longest(run, began);
  const work = `at most ${Math.round(all.grid.mostWork)} ms of it work, the rest waiting for a processor`;
  say(`longest task of the page while scrolling (${work})`, most, 'ms', { atMost: 50 });
  if (most > 50) await blame(run, began);
  for (const way of ways) {
    let over = false;
    const moving = sides.grid[way](4).then(() => (over = true));
    let least = 1;
    let pictures = 0;
    while (!over) {
      await settle(150);
      if (over) break;
      least = Math.min(least, await writtenShare(app, area, rowHeight));
      pictures += 1;
    }
    await moving;
    say(`rows written in the emptiest of ${pictures} pictures taken mid-scroll, ${way}`, 100 * least, '%', {
      atLeast: 95,
    });
  }
}

/** What the grid reaches of what the other two reach beside it tells how much of a miss is the machine's. */
function sayFrames(way: string, { grid, bare, box }: Record<'grid' | 'bare' | 'box', Frames>): void {
  const beside = (other: Frames): string =>
    `${percent(other).toFixed(1)}, ratio ${(percent(grid) / percent(other)).toFixed(2)}`;
  const what = `frames within budget, ${way} (bare rows ${beside(bare)}; one box moved ${beside(box)})`;
  say(what, percent(grid), '%', { atLeast: 95 });
}

/** The ways through a page, with the pointer on its rows. */
async function turned(page: Page, middle: { x: number; y: number }): Promise<ReturnType<typeof scrolling>> {
  await page.mouse.click(middle.x, middle.y);
  await page.mouse.move(middle.x, middle.y);
  return scrolling(page, await page.context().newCDPSession(page), middle);
}

const none = (): Frames => ({ shown: 0, dropped: 0, mostWork: 0 });
const add = (sum: Frames, { shown, dropped, mostWork }: Frames): void => {
  sum.shown += shown;
  sum.dropped += dropped;
  sum.mostWork = Math.max(sum.mostWork, mostWork);
};
const percent = ({ shown, dropped }: Frames): number => (100 * shown) / Math.max(1, shown + dropped);

/** A cell is edited and committed; from the commit until the worker has checked it, and until the page shows so. */
async function edit({ page }: RunningApp): Promise<void> {
  const checks: number[] = [];
  const answers: number[] = [];
  const [worker] = page.workers();
  if (!worker) throw new Error('no worker');
  await worker.evaluate(timeAnswers);
  const shown: number[] = [];
  const { area } = await rowsArea(page);
  await page.mouse.click(area.x + 300, area.y + 60);
  await page.keyboard.press('Control+Home');
  for (let column = 0; column < 9; column += 1) await page.keyboard.press('ArrowRight');
  for (let turn = 0; turn < 12; turn += 1) {
    await page.keyboard.type(`X${turn}`);
    await page.evaluate(() => {
      const from = window.seen.calls.length;
      const cell = document.querySelector('.g-cell.act');
      const timing = { from, key: 0, marked: 0 };
      Object.assign(window, { timing });
      window.addEventListener('keydown', () => (timing.key = performance.now()), {
        capture: true,
        once: true,
      });
      new MutationObserver((_, observer) => {
        if (cell?.getAttribute('aria-invalid') !== 'true') return;
        timing.marked = performance.now();
        observer.disconnect();
      }).observe(document.querySelector('.g-body') ?? document, { subtree: true, attributes: true });
    });
    await page.keyboard.press('Enter');
    const found = await page.waitForFunction(() => {
      const { timing, seen } = window as unknown as {
        timing: { from: number; key: number; marked: number };
        seen: Window['seen'];
      };
      const call = seen.calls.slice(timing.from).find((one) => one.call === 'change');
      return call && call.answered > 0 && timing.marked > 0
        ? {
            id: call.id,
            posted: performance.timeOrigin + call.posted,
            answer: call.answered - timing.key,
            shown: timing.marked - timing.key,
          }
        : null;
    });
    const times = await found.jsonValue();
    if (!times) throw new Error('no times');
    const left = await worker.evaluate((id) => (self as unknown as Answering).answeredAt[id], times.id);
    checks.push((left ?? Number.NaN) - times.posted);
    answers.push(times.answer);
    shown.push(times.shown);
    await settle(150);
  }
  say(
    'an edited cell checked again, from the question until the worker answers (median)',
    median(checks),
    'ms',
    {
      atMost: 5,
    },
  );
  say('an edited cell, commit to the answer in the page (median)', median(answers), 'ms', { atMost: 50 });
  say('an edited cell, commit to its mark in the page (median)', median(shown), 'ms', { atMost: 50 });
}

interface Answering {
  /** When each answer left, by the number of its question; ms since 1970. */
  answeredAt: Record<number, number>;
  postMessage: (message: { id?: number }) => void;
}

/** Runs in the worker: notes when its answers leave. */
function timeAnswers(): void {
  const scope = self as unknown as Answering;
  scope.answeredAt = {};
  const post = scope.postMessage.bind(self);
  scope.postMessage = (message) => {
    if (message.id !== undefined) scope.answeredAt[message.id] = performance.timeOrigin + performance.now();
    post(message);
  };
}

const run = await openPasteScreen();
try {
  await paste(run);
  await scroll(run);
  await edit(run);
} finally {
  run.end();
}
// The driver's own connection would keep this process alive.
process.exit(missed ? 1 : 0);
