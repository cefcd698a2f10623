import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const folderOf = (file: string): string => file.split('/')[1] ?? '';

/** Read with the first picture, or by what every screen is made of. */
const shared = new Set(['ui', 'frame', 'main.tsx', 'App.tsx']);

/** The classes that a file's markup names. */
function classesIn(file: string): string[] {
  const text = read(file);
  const attributes = [...text.matchAll(/className=("[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})/g)].map(String);
  // The grid makes its elements without JSX; its classes begin so.
  const named = file.includes('/ui/grid/') ? (text.match(/'g-[^'\n]*'/g) ?? []) : attributes;
  return [...named.join(' ').matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)].flatMap(
    ([literal]) => literal.replaceAll(/\$\{[^}]*\}/g, ' ').match(/[A-Za-z][\w-]*/g) ?? [],
  );
}

/** Folder → the classes that its markup names. */
function classesInMarkup(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of globSync('renderer/**/*.{ts,tsx}', { cwd: root }))
    found.set(folderOf(file), new Set([...(found.get(folderOf(file)) ?? []), ...classesIn(file)]));
  return found;
}

/** What a file imports, by path from the repository. */
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/^(?:import|\} from|import .* from) '(\.[^']*)';/gm)].map(([, path = '']) =>
    normalize(join(dirname(file), path)),
  );

/** Folders whose code imports a style sheet. */
const readersOf = (sheet: string): Set<string> =>
  new Set(
    globSync('renderer/**/*.tsx', { cwd: root })
      .filter((file) => importsOf(file).includes(sheet))
      .map(folderOf),
  );

/** Everything that is read with a file. */
function readWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (!file.endsWith('.css')) for (const next of importsOf(file)) readWith(next, found);
  return found;
}

const selectorsIn = (css: string): string[] =>
  [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g)]
    .map(([, selectors = '']) => selectors.trim())
    .filter((selectors) => !/^(@|from$|to$)/.test(selectors))
    .flatMap((selectors) => selectors.split(/,(?![^(]*\))/));

const markup = classesInMarkup();

/** Tells classes that no markup outside these folders names. */
function ownTo(folders: ReadonlySet<string>): (name: string) => boolean {
  return (name) => [...markup].every(([folder, classes]) => folders.has(folder) || !classes.has(name));
}

const classesOf = (selector: string): string[] =>
  [...selector.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name);

// Style sheets of screens are read when their screen is first shown, and stay: what one says of another's class would
// hold or not, depending on where one has been before.
test.each(globSync('renderer/*/*.css', { cwd: root }).filter((sheet) => !shared.has(folderOf(sheet))))(
  '%s speaks of nothing that another screen has',
  (sheet) => {
    const isOwn = ownTo(readersOf(sheet));
    const foreign = selectorsIn(read(sheet)).filter((selector) => !classesOf(selector).some(isOwn));
    expect(foreign).toEqual([]);
  },
);

test.each(globSync('renderer/*/index.tsx', { cwd: root }))(
  '%s reads the styles of all it shows',
  (screen) => {
    const all = readWith(screen);
    const unread = [...all].flatMap((file) => {
      const folder = folderOf(file);
      if (shared.has(folder) || !file.endsWith('.tsx')) return [];
      const isOwn = ownTo(new Set([folder]));
      const named = new Set(classesIn(file).filter(isOwn));
      return globSync(`renderer/${folder}/*.css`, { cwd: root })
        .filter(
          (sheet) =>
            !all.has(sheet) &&
            selectorsIn(read(sheet))
              .flatMap(classesOf)
              .some((name) => named.has(name)),
        )
        .map((sheet) => `${file} without ${sheet}`);
    });
    expect(unread).toEqual([]);
  },
);
