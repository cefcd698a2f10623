// `npm test [-- unit|integration|e2e] [words…]`: makes the clone ready, bundles, runs the tests, and ends with a line
// `N passed, M failed`. Exit code 1 when a test failed, a runner broke, or nothing ran at all.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { headless } from './headless.mjs';
import { setup } from './setup.mjs';
import { nodePath, root, run } from './setup/run.mjs';

const kinds = ['unit', 'integration', 'e2e'];
const given = process.argv.slice(2);
const chosen = given.filter((word) => kinds.includes(word));
const words = given.filter((word) => !kinds.includes(word));
const wanted = (kind) => chosen.length === 0 || chosen.includes(kind);
const results = join(root, 'out/test');
/** So many apps are tested at a time: two also on a small machine, for most of a test is waiting; more need much memory. */
const desktops = Math.min(4, Math.max(2, availableParallelism()));

const total = { passed: 0, failed: 0 };
let broken = false;

function add(kind, passed, failed, code) {
  total.passed += passed;
  total.failed += failed;
  if (code !== 0 && failed === 0) {
    broken = true;
    total.failed += 1;
    process.stderr.write(
      `The ${kind} tests ended with ${code} though no test failed: counted as one failure.\n`,
    );
  }
}

function report(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function vitest(projects) {
  const file = join(results, 'vitest.json');
  const options = [
    '--config',
    'test/vitest.config.ts',
    '--passWithNoTests',
    '--reporter=dot',
    '--reporter=json',
  ];
  const { code } = await run(nodePath(), [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...options,
    `--outputFile.json=${file}`,
    ...projects.map((name) => `--project=${name}`),
    ...words,
  ]);
  const found = report(file);
  add(projects.join(' and '), found?.numPassedTests ?? 0, found?.numFailedTests ?? 0, code);
}

async function playwright(electron) {
  const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/e2e/playwright.config.ts'];
  const env = { POSTROOM_ELECTRON: electron };
  const command = [...args, '--pass-with-no-tests', ...words];
  const code =
    process.platform === 'linux'
      ? await headless(nodePath(), command, { env, desktops })
      : (await run(nodePath(), command, { env })).code;
  const stats = report(join(results, 'e2e.json'))?.stats;
  add('e2e', (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, code);
}

const started = Date.now();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
try {
  const electron = await setup({ electron: wanted('e2e'), headless: true });
  const projects = ['unit', 'integration'].filter(wanted);
  if (projects.length > 0) await vitest(projects);
  if (wanted('e2e')) {
    const { code } = await run(nodePath(), ['build/bundle.ts']);
    if (code === 0) await playwright(electron);
    else add('bundle', 0, 0, code);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  add('set-up', 0, 0, 1);
}
process.stdout.write(`${Math.round((Date.now() - started) / 1000)} s\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = broken || total.failed > 0 || total.passed === 0 ? 1 : 0;
