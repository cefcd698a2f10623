import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { PDFName } from '@cantoo/pdf-lib';
import { createPreflight } from '../../electron/pdf/preflightHost.ts';
import { spawnForked } from '../../electron/pdf/spawnForked.ts';
import { addressAt, body, makePdf, picture, points } from '../lib/makePdf.ts';
import { wasmPath } from '../lib/pdfFixture.ts';

/**
 * Preflight against pdfinfo + pdffonts + pdfimages on the same files, two at once each; and the time to
 * the first and the last verdict after a drop of 30 files. Starting the children counts.
 * `node test/bench/preflight.ts [FOLDER]`; without poppler only our own times are shown.
 */
const wanted = { faster: 5, firstVerdict: 300 };
const atOnce = 2;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder =
  process.argv[2] ??
  [path.join(root, '../shared/pdf'), path.join(root, 'test/fixtures/pdf')].find((f) => existsSync(f)) ??
  root;
const given = readdirSync(folder)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => path.join(folder, name));

const place = mkdtempSync(path.join(tmpdir(), 'preflight-bench-'));

/** The child as it ships: bundled into one file. */
async function bundleChild(): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: place,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { preflightChild: path.join(root, 'electron/pdf/preflightChild.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
  return path.join(place, 'preflightChild.cjs');
}

async function makeLetters(count: number): Promise<string[]> {
  const files: string[] = [];
  for (let i = 0; i < count; i++) {
    const address = ['Frau', `Anneliese Muster-${i}`, `Bahnhofstrasse ${i + 1}`, `${1000 + i} Musterort`];
    const image = i % 5 === 0;
    const first = {
      texts: [...addressAt(i % 2 ? 122 : 25, 58, address), ...body],
      ...(image
        ? { content: `q ${points(40)} 0 0 ${points(30)} ${points(25)} ${points(60)} cm /I Do Q` }
        : {}),
    };
    const more = Array.from({ length: i % 3 }, () => ({ texts: body }));
    const bytes = await makePdf([first, ...more], (kit) => {
      const resources = kit.pages[0]?.lookup(PDFName.of('Resources')) as typeof kit.catalog;
      if (image) resources.set(PDFName.of('XObject'), kit.context.obj({ I: picture(kit.context, 472, 354) }));
    });
    const file = path.join(place, `letter-${i}.pdf`);
    writeFileSync(file, bytes);
    files.push(file);
  }
  return files;
}

const clock = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

async function ours(files: string[], child: string): Promise<number> {
  return clock(async () => {
    const preflight = createPreflight({ spawn: spawnForked(wasmPath, child), children: atOnce });
    const answers = await Promise.all(files.map((file) => preflight.examine(file)));
    preflight.close();
    if (answers.some((a) => !a.ok)) throw new Error('a file was not examined');
  });
}

const run = (command: string, args: string[]): Promise<void> =>
  new Promise((resolve) => {
    // Refusals are answers too: these tools end with an error for what is no PDF.
    execFile(command, args, { maxBuffer: 1 << 26 }, () => resolve());
  });

async function poppler(files: string[]): Promise<number> {
  return clock(async () => {
    const queue = [...files];
    const lane = async (): Promise<void> => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        await run('pdfinfo', ['-l', '-1', file]);
        await run('pdffonts', [file]);
        await run('pdfimages', ['-list', file]);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  });
}

function hasPoppler(): boolean {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A drop of 30 files while the children are warm, as they are once the screen is open. */
async function drop(files: string[], child: string): Promise<{ first: number; last: number }> {
  const preflight = createPreflight({ spawn: spawnForked(wasmPath, child), children: atOnce });
  await preflight.warm();
  const start = performance.now();
  let first = 0;
  await Promise.all(
    files.map(async (file) => {
      await preflight.examine(file);
      first ||= performance.now() - start;
    }),
  );
  const last = performance.now() - start;
  preflight.close();
  return { first, last };
}

const milliseconds = (n: number): string => `${Math.round(n)} ms`;

try {
  const child = await bundleChild();
  const letters = await makeLetters(300);
  const all = [...given, ...letters];
  const own = await ours(all, child);
  console.log(`${given.length} given files and ${letters.length} letters`);
  console.log(
    `  Postroom  ${milliseconds(own)} in all, ${milliseconds(own / all.length)} a file, starting included`,
  );
  if (hasPoppler()) {
    const theirs = await poppler(all);
    const faster = theirs / own;
    console.log(`  pdfinfo + pdffonts + pdfimages  ${milliseconds(theirs)} in all`);
    console.log(`  ${faster.toFixed(1)} times faster (at least ${wanted.faster} wanted)`);
    if (faster < wanted.faster) process.exitCode = 1;
  } else console.log('  pdfinfo is not installed here: nothing to compare with');
  const { first, last } = await drop(letters.slice(0, 30), child);
  console.log(
    `Drop of 30 files: first verdict ${milliseconds(first)} (at most ${wanted.firstVerdict} wanted), last ${milliseconds(last)}`,
  );
  if (first > wanted.firstVerdict) process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true });
}
