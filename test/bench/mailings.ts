/**
 * Mail PDFs in the real app against a TC.gate on loopback. Run under a screen: `npm run bench -- mailings`.
 * 1. From the drop of 30 files to the first finding on the screen, the median of several drops.
 * 2. Memory of all processes while 200 PDFs of 5 MB are uploaded, against the same app idle.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFName } from '@cantoo/pdf-lib';
import { Postroom } from '../e2e/harness/postroom.ts';
import { get } from '../e2e/support/api.ts';
import { dropFiles } from '../e2e/support/drop.ts';
import { addTcgate, writeLetters } from '../e2e/support/tcgate.ts';
import { startTcgateServer } from '../fakes/tcgateServer.ts';
import { mailingSettingsSchema } from '../../shared/mailings/mailing.ts';
import { addressAt, body, makePdf, picture, points } from '../lib/makePdf.ts';
import { pssOf } from './pss.ts';
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
  await untilChecked(paths.length);
  return took;
}

/** Until so many files are on the desk and checked. */
async function untilChecked(count: number): Promise<void> {
  const stop = performance.now() + longest;
  for (;;) {
    const cards = await get(postroom.page, 'mailings.cards');
    if (cards.length === count && cards.every(({ state }) => state === 'ready')) return;
    if (performance.now() > stop) throw new Error(`only ${cards.length} files on the desk`);
    await settle(500);
  }
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

async function measureMemory(): Promise<Figure> {
  const place = join(folder, 'heavy');
  mkdirSync(place);
  const paths = await writeHeavy(place);
  await postroom.relaunch();
  const account = (await get(postroom.page, 'accounts.list'))[0]?.id ?? '';
  await postroom.page.getByRole('button', { name: 'Mail PDFs' }).first().click();
  await settle(8_000);
  const pid = (): number => postroom.app.process().pid ?? 0;
  const idle = pssOf(pid());
  await dropFiles(postroom.page, paths);
  await untilChecked(files);
  const atRest = pssOf(pid());
  const cardIds = (await get(postroom.page, 'mailings.cards')).map(({ id }) => id);
  await get(postroom.page, 'mailings.send', {
    mailingId: 'bench-mailing',
    accountId: account,
    cardIds,
    settings: mailingSettingsSchema.parse({}),
  });
  let most = 0;
  let samples = 0;
  const end = performance.now() + longest;
  while (fake.documents.length < files) {
    if (performance.now() > end)
      throw new Error(`only ${fake.documents.length} uploads in ${longest / 1000} s`);
    most = Math.max(most, pssOf(pid()));
    samples += 1;
    await settle(150);
  }
  const mib = (value: number): string => `${Math.round(value)} MiB`;
  return {
    bench: 'memory of uploads',
    what: `PSS while ${files} PDFs of 5 MB are uploaded: at most ${mib(most)} of ${samples} samples, idle ${mib(idle)}, dropped and checked ${mib(atRest)}`,
    value: most / idle,
    unit: 'times',
    bar: { atMost: 1.5 },
  };
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
