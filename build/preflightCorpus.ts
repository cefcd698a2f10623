import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createPreflight } from '../electron/pdf/preflightHost.ts';
import { spawnForked } from '../electron/pdf/spawnForked.ts';
import { checks, manifestSchema } from './preflight/corpusChecks.ts';

/** `npm run preflight:corpus -- FOLDER`: agreement per check with the folder's manifest.json, and who disagrees. */

const wanted = 98;
const folder = process.argv[2];
if (!folder || !existsSync(path.join(folder, 'manifest.json'))) {
  console.error('Usage: npm run preflight:corpus -- FOLDER   (a folder with PDFs and a manifest.json)');
  process.exit(2);
}

const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')));
const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
const preflight = createPreflight({ spawn: spawnForked(wasm) });

const tally = new Map<string, { same: number; all: number }>();
const disagreements: string[] = [];
const trouble: string[] = [];
const times: number[] = [];

await Promise.all(
  manifest.files.map(async ({ file, expected }) => {
    const answer = await preflight.examine(path.resolve(folder, file));
    if (!answer.ok) {
      trouble.push(`${file}: ${answer.error.code} ${answer.error.detail ?? ''}`);
      return;
    }
    times.push(answer.value.took);
    for (const [name, check] of Object.entries(checks)) {
      const result = check(expected, answer.value);
      if (!result) continue;
      const row = tally.get(name) ?? { same: 0, all: 0 };
      row.all++;
      if (result.same) row.same++;
      else
        disagreements.push(
          `${name}: ${file}: expected ${JSON.stringify(result.theirs)}, found ${JSON.stringify(result.ours)}`,
        );
      tally.set(name, row);
    }
  }),
);
preflight.close();

let poor = 0;
console.log(`${manifest.files.length} files in ${folder}\n`);
for (const name of Object.keys(checks)) {
  const row = tally.get(name);
  if (!row) {
    console.log(`${name.padEnd(26)} nothing to compare`);
    continue;
  }
  const percent = (row.same * 100) / row.all;
  if (percent < wanted) poor++;
  console.log(
    `${name.padEnd(26)} ${percent.toFixed(1).padStart(5)} %  (${row.same}/${row.all})${percent < wanted ? '  below ' + wanted : ''}`,
  );
}
console.log(`\n${disagreements.length} disagreements`);
for (const line of disagreements.sort()) console.log(`  ${line}`);
for (const line of trouble) console.log(`  not checked: ${line}`);
times.sort((a, b) => a - b);
const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
console.log(`\nTime a file: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`);
if (poor > 0 || trouble.length > 0) process.exitCode = 1;
