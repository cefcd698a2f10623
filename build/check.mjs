// `npm run check`: everything that must hold before a change lands, cheapest first. Stops at the first that does not.
import { setup } from './setup.mjs';
import { nodePath, run } from './setup/run.mjs';

await setup({ electron: false });
/** @type {[string, string[]][]} */
const steps = [
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  ['lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '-c', 'build/oxlint.json']],
  ['layers', ['build/lint/layers.ts']],
  ['types', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['test', ['build/test.mjs']],
];
for (const [name, args] of steps) {
  process.stdout.write(`== ${name}\n`);
  const { code } = await run(nodePath(), args);
  if (code !== 0) {
    process.stderr.write(`The step "${name}" failed.\n`);
    process.exit(1);
  }
}
