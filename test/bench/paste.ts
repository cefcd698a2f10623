/**
 * What a paste costs in a worker of a page, where the app does it, against Papa Parse and the spreadsheet library, side
 * by side in one run. Run under a screen: `npm run bench -- paste`.
 */
import { _electron } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { executable } from '../e2e/harness/launch.ts';
import { kill9, tree } from '../e2e/harness/processes.ts';
import type { PasteTimes } from './pasteRun/measure.ts';
import { keeps, median, tell, type Figure } from './report.ts';

/** The worker's program as one text. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      rolldownOptions: {
        input: join(import.meta.dirname, 'pasteRun/worker.ts'),
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const one of outputs)
    if ('output' in one) for (const chunk of one.output) if (chunk.type === 'chunk') return chunk.code;
  throw new Error('nothing was built');
}

const code = await bundle();
const folder = mkdtempSync(join(tmpdir(), 'postroom-paste-'));
writeFileSync(join(folder, 'page.html'), '<!doctype html><title>bench</title>');
writeFileSync(join(folder, 'package.json'), '{"name":"paste-bench","main":"main.cjs"}');
writeFileSync(
  join(folder, 'main.cjs'),
  `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 400, height: 300 }).loadFile(${JSON.stringify(join(folder, 'page.html'))}));`,
);
const { path, args } = executable();
const app = await _electron.launch({
  executablePath: path,
  args: [...args.slice(1), folder, `--user-data-dir=${join(folder, 'data')}`],
});
const { pid } = app.process();
let missed = false;
const say = (what: string, value: number, unit: string, bar: Figure['bar']): void => {
  const figure: Figure = { bench: 'paste', what, value, unit, bar };
  missed ||= !keeps(figure);
  tell(figure);
};
try {
  const page = await app.firstWindow();
  const times: PasteTimes = await page.evaluate(
    (program) =>
      new Promise((resolve, reject) => {
        const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
        const worker = new Worker(address, { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
    code,
  );
  const ms = Object.fromEntries(
    Object.entries(times).map(([key, list]) => [key, typeof list === 'number' ? list : median(list)]),
  ) as Record<keyof PasteTimes, number>;
  const edits = times.edit.toSorted((a, b) => a - b);
  process.stdout.write(
    `medians in ms: ${JSON.stringify(ms, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`,
  );
  say(
    '100,000 rows × 15 columns read, mapped, checked, with the radar on 1,000,000 past orders, to Papa Parse alone',
    (ms.parse + ms.map + ms.checkAndRadar) / ms.papa,
    '×',
    { atMost: 2.5 },
  );
  say('the first rows of it, mapped and checked', ms.firstRows, 'ms', { atMost: 150 });
  say('one edited cell checked again, 95 of 100', edits[Math.floor(edits.length * 0.95)] ?? 0, 'ms', {
    atMost: 5,
  });
  say('5,000-row .xlsx to the reading library alone', ms.xlsxOurs / ms.xlsxLibrary, '×', { atMost: 1.5 });
} finally {
  if (pid !== undefined) kill9(tree(pid));
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
process.exitCode = missed ? 1 : 0;
