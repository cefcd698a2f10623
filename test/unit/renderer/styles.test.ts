import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const folderOf = (file: string): string => file.split('/')[1] ?? '';

/** Read with the first picture, or by what every screen is made of. */
const shared = new Set(['ui', 'frame', 'main.tsx', 'App.tsx']);

/** Folder → the classes that its markup names. */
function classesInMarkup(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of globSync('renderer/**/*.{ts,tsx}', { cwd: root })) {
    const text = read(file);
    const attributes = [...text.matchAll(/className=("[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})/g)].map(String);
    // The grid makes its elements without JSX; its classes begin so.
    const named = file.includes('/ui/grid/') ? (text.match(/'g-[^'\n]*'/g) ?? []) : attributes;
    const classes = found.get(folderOf(file)) ?? new Set();
    for (const [literal] of named.join(' ').matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g))
      for (const [name] of literal.replaceAll(/\$\{[^}]*\}/g, ' ').matchAll(/[A-Za-z][\w-]*/g))
        classes.add(name);
    found.set(folderOf(file), classes);
  }
  return found;
}

/** Folders whose code imports a style sheet. */
function readersOf(sheet: string): Set<string> {
  const readers = new Set<string>();
  for (const file of globSync('renderer/**/*.tsx', { cwd: root }))
    for (const [, path = ''] of read(file).matchAll(/^import '(\.[^']*\.css)';/gm))
      if (resolve(dirname(file), path) === resolve(sheet)) readers.add(folderOf(file));
  return readers;
}

const selectorsIn = (css: string): string[] =>
  [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g)]
    .map(([, selectors = '']) => selectors.trim())
    .filter((selectors) => !/^(@|from$|to$)/.test(selectors))
    .flatMap((selectors) => selectors.split(/,(?![^(]*\))/));

// Style sheets of screens are read when their screen is first shown, and stay: what one says of another's class would
// hold or not, depending on where one has been before.
test.each(globSync('renderer/*/*.css', { cwd: root }).filter((sheet) => !shared.has(folderOf(sheet))))(
  '%s speaks of nothing that another screen has',
  (sheet) => {
    const markup = classesInMarkup();
    const readers = readersOf(sheet);
    const isOwn = (name: string): boolean =>
      [...markup].every(([folder, classes]) => readers.has(folder) || !classes.has(name));
    const foreign = selectorsIn(read(sheet)).filter(
      (selector) => ![...selector.matchAll(/\.([A-Za-z][\w-]*)/g)].some(([, name = '']) => isOwn(name)),
    );
    expect(foreign).toEqual([]);
  },
);
