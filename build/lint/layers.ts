// Checks the arrows between the parts of the program (see layerTable.ts). Exit code 1 when one is broken.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { references } from './imports.ts';
import { violations } from './layerRules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('{shared,electron,renderer,build,test}/**/*.{ts,tsx}', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);
const wrong = files.flatMap((path) =>
  violations(path, references(path, readFileSync(join(root, path), 'utf8'))),
);
for (const line of wrong) process.stderr.write(`${line}\n`);
process.stdout.write(`Layers: ${files.length} files, ${wrong.length} violations.\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
