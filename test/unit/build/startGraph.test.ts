import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
/** The subject of a key that is spoken: t('frame.online'), t(online ? 'frame.online' : …). */
const key = /\bt\([^)]*?['`]([a-z][A-Za-z]+)\./g;
const statement = /^(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?'([^']+)'/gm;

/** What a file imports before its first line runs, directly or not: packages by name, our files by path. */
function startOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!/\.tsx?$/.test(file)) return seen;
  for (const [, target = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(statement)) {
    if (target.startsWith('.')) startOf(path.join(path.dirname(file), target), seen);
    else seen.add(target);
  }
  return seen;
}

it('draws the first picture without schemas, plots, a database or a network', () => {
  const page = startOf('renderer/main.tsx');
  expect(page).toContain('react-dom/client');
  expect(page).toContain('renderer/overview/index.tsx');
  for (const late of [
    'zod',
    '@visx/scale',
    'pdfjs-dist',
    'renderer/words/en.ts',
    'renderer/palette/Palette.tsx',
  ])
    expect(page, late).not.toContain(late);
});

it('has the words of the first picture in the page’s first file', () => {
  const page = startOf('renderer/main.tsx');
  const asked = [...page]
    .filter((file) => /^renderer\/.*\.tsx?$/.test(file) && !file.startsWith('renderer/words/'))
    .flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(key)])
    .map(([, subject = '']) => subject);
  expect(asked).toContain('frame');
  // Spoken only once the database or a person has said something.
  const later = ['accounts', 'mailings', 'errors', 'startTrouble'];
  for (const subject of new Set(asked))
    if (!later.includes(subject))
      for (const language of ['en', 'de', 'fr', 'it'])
        expect(page).toContain(`renderer/words/${language}/${subject}.ts`);
});

it('makes the window before it reads what can wait', () => {
  const main = startOf('electron/main.ts');
  expect(main).toContain('electron/app/window.ts');
  expect(main).toContain('electron/ipc/door.ts');
  for (const late of [
    'zod',
    'keytar',
    'better-sqlite3',
    'electron/services.ts',
    'electron/ipc/front.ts',
    'node:https',
    'node:crypto',
  ])
    expect(main, late).not.toContain(late);
});
