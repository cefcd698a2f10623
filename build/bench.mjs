// `npm run bench [-- startup outbox durability preflight paste grid …]`: measures ratios, side by side in one run.
// Figures go to the screen and, a line each, to out/bench.jsonl. Exit code 1 when one misses its bar.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { headless } from './headless.mjs';
import { setup } from './setup.mjs';
import { childEnv, mustRun, nodePath, root, run } from './setup/run.mjs';

const wanted = process.argv.slice(2);
const electron = await setup();
await mustRun(nodePath(), ['build/bundle.ts']);

const files = readdirSync(join(root, 'test/bench'));
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
/** Benches with a window need a screen; they are plain scripts. */
const withScreen = ['startup', 'outbox', 'grid', 'mailings', 'paste'].filter(
  (name) => files.includes(`${name}.ts`) && isWanted(name),
);
const inVitest = files.filter(
  (file) => file.endsWith('.bench.ts') && isWanted(file.replace('.bench.ts', '')),
);
const scripts = ['preflight'].filter((name) => files.includes(`${name}.ts`) && isWanted(name));

let missed = false;
const note = (code) => {
  missed ||= code !== 0;
};
Object.assign(process.env, childEnv({ POSTROOM_ELECTRON: electron }));
for (const name of withScreen) note(await headless(nodePath(), [`test/bench/${name}.ts`]));
for (const file of inVitest) {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project=bench',
    `test/bench/${file}`,
  ];
  note((await run(nodePath(), args)).code);
}
for (const name of scripts) note((await run(nodePath(), [`test/bench/${name}.ts`])).code);
process.exitCode = missed ? 1 : 0;
