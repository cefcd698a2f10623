/**
 * Mail PDFs in the real app against a TC.gate on loopback. Run under a screen: `npm run bench -- mailings`.
 * 1. From the drop of 30 files to the first finding on the screen, the median of several drops.
 * 2. Memory of all processes while 200 PDFs of 5 MB are uploaded, against the same app idle.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFName } from '@cantoo/pdf-lib';
import { executable } from '../e2e/harness/launch.ts';
import { Postroom } from '../e2e/harness/postroom.ts';
import { get } from '../e2e/support/api.ts';
import { dropFiles } from '../e2e/support/drop.ts';
import { addTcgate, writeLetters } from '../e2e/support/tcgate.ts';
import { startTcgateServer } from '../fakes/tcgateServer.ts';
import type { Card } from '../../shared/contract/mailings.ts';
import { mailingSettingsSchema } from '../../shared/mailings/mailing.ts';
import { addressAt, body, makePdf, picture, points } from '../lib/makePdf.ts';
import { startElectron } from './electronRun.ts';
import { keeps, median, tell, type Figure } from './report.ts';

const drops = 5;
const files = 200;
/** Whatever happens, the bench ends; ms. */
const longest = 300_000;
const pixels = 1_300; // 1300 x 1300 x 3 bytes: 5 MB

const folder = mkdtempSync(join(tmpdir(), 'mailings-bench-'));
const fake = await startTcgateServer();
const postroom = new Postroom({ dataFolder: join(folder, 'data') });
const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** From the drop, as the page hears of it, to the frame that shows the first finding; ms. */
async function firstFinding(paths: readonly string[]): Promise<number> {
  const { page } = postroom;
  await page.evaluate(() => {
    const seen = new Promise<number>((resolve) => {
      let dropped = 0;
      addEventListener('drop', () => (dropped = performance.now()), { capture: true, once: true });
      const watch = new MutationObserver(() => {
        if (document.querySelector('.pdf-card .findings .finding') === null) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - dropped)));
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    Object.assign(window, { firstFinding: seen });
  });
  await dropFiles(page, paths);
  const took = await page.evaluate(
    () => (window as unknown as { firstFinding: Promise<number> }).firstFinding,
  );
  // What is far from the screen is not drawn.
  await until(
    'checked',
    async () => {
      const cards = await get(page, 'mailings.cards');
      return cards.filter(({ state }) => state === 'ready').length;
    },
    paths.length,
  );
  return took;
}

async function clearDesk(): Promise<void> {
  const cards = await get(postroom.page, 'mailings.cards');
  await get(postroom.page, 'mailings.removeCards', { ids: cards.map(({ id }) => id) });
  await postroom.page.waitForFunction(() => document.querySelector('.pdf-card') === null);
}

async function measureDrops(): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round <= drops; round += 1) {
    const place = join(folder, `drop-${round}`);
    mkdirSync(place);
    const took = await firstFinding(await writeLetters(place, 30, `Drop ${round}`));
    await clearDesk();
    // The first drop finds cold caches; it is told, and counted with the others.
    times.push(took);
  }
  const all = times.map((ms) => Math.round(ms)).join(', ');
  return {
    bench: 'first finding',
    what: `drop of 30 files to the first finding on the screen (${all} ms)`,
    value: median(times),
    unit: 'ms',
    bar: { atMost: 300 },
  };
}

/** Letters with a picture of 5 MB, each with other bytes. */
async function writeHeavy(place: string): Promise<string[]> {
  const page = {
    texts: [...addressAt(122, 58), ...body],
    content: `q ${points(110)} 0 0 ${points(110)} 70 60 cm /I Do Q`,
  };
  const bytes = Buffer.from(
    await makePdf([page], (kit) => {
      const resources = kit.pages[0]?.lookup(PDFName.of('Resources')) as typeof kit.catalog;
      resources.set(PDFName.of('XObject'), kit.context.obj({ I: picture(kit.context, pixels, pixels) }));
    }),
  );
  const inPicture = Math.floor(bytes.length / 2);
  return Array.from({ length: files }, (_, index) => {
    bytes.writeUInt32BE(index * 7_919, inPicture);
    const file = join(place, `Heavy ${index}.pdf`);
    writeFileSync(file, bytes);
    return file;
  });
}

/**
 * Without a test tool attached: it would have the page record every PDF that a thumbnail is drawn from, which is most
 * of what would be measured.
 */
async function measureMemory(): Promise<Figure> {
  const place = join(folder, 'heavy');
  mkdirSync(place);
  const paths = await writeHeavy(place);
  const account = (await get(postroom.page, 'accounts.list'))[0]?.id ?? '';
  await postroom.close();
  const { path, args } = executable();
  const run = startElectron(path, args[0] ?? '.', postroom.dataFolder);
  const ask = (request: string, input?: unknown): Promise<unknown> =>
    run.inPage(`window.postroom.${request}(${JSON.stringify(input) ?? ''}).then((answer) => answer.value)`);
  try {
    await settle(3_000);
    await run.inPage(
      `[...document.querySelectorAll('nav button')].find((one) => one.textContent.includes('Mail PDFs')).click()`,
    );
    await settle(8_000);
    const idle = run.pss();
    await run.drop(paths);
    await until('checked', async () => {
      const cards = (await ask('mailings.cards')) as Card[];
      return cards.filter(({ state }) => state === 'ready').length;
    });
    const atRest = run.pss();
    const cardIds = ((await ask('mailings.cards')) as Card[]).map(({ id }) => id);
    const settings = mailingSettingsSchema.parse({});
    await ask('mailings.send', { mailingId: 'bench-mailing', accountId: account, cardIds, settings });
    const samples: number[] = [];
    await until('uploaded', () => {
      samples.push(run.pss());
      return Promise.resolve(fake.documents.length);
    });
    const most = Math.max(...samples);
    const mib = (value: number): string => `${Math.round(value)} MiB`;
    return {
      bench: 'memory of uploads',
      what: `PSS while ${files} PDFs of 5 MB are uploaded: at most ${mib(most)} of ${samples.length} samples, idle ${mib(idle)}, dropped and checked ${mib(atRest)}`,
      value: most / idle,
      unit: 'times',
      bar: { atMost: 1.5 },
    };
  } finally {
    await run.end();
  }
}

/** Looks until it counts all files. */
async function until(what: string, count: () => Promise<number>, all = files): Promise<void> {
  const end = performance.now() + longest;
  for (;;) {
    const done = await count();
    if (done >= all) return;
    if (performance.now() > end) throw new Error(`only ${done} of ${all} ${what} in ${longest / 1000} s`);
    await settle(150);
  }
}

try {
  await postroom.launch();
  await addTcgate(postroom.page, fake);
  await postroom.page.reload();
  await postroom.page.getByRole('button', { name: 'Mail PDFs' }).first().click();
  await settle(2_000);
  // `node test/bench/mailings.ts drop` or `… memory` measures one of them.
  for (const [name, measure] of Object.entries({ drop: measureDrops, memory: measureMemory })) {
    if (process.argv[2] !== undefined && process.argv[2] !== name) continue;
    const figure = await measure();
    tell(figure);
    if (!keeps(figure)) process.exitCode = 1;
  }
} finally {
  await postroom.close();
  await fake.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
