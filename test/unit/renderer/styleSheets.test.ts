import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const renderer = new URL('../../../renderer/', import.meta.url);

/** The classes a style sheet speaks of without a parent: ".paper", ".paper:hover"; not ".card .paper". */
function ownClasses(css: string): Set<string> {
  const found = new Set<string>();
  for (const [, selectors = ''] of css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{/g))
    for (const selector of selectors.split(',')) {
      const name = /^\.([\w-]+)(?:[:[][^ ]*)?$/.exec(selector.trim())?.[1];
      if (name !== undefined) found.add(name);
    }
  return found;
}

it('no class belongs to two style sheets: all that were once read hold on every screen', () => {
  const owners = new Map<string, string>();
  const twice: string[] = [];
  for (const file of globSync('**/*.css', { cwd: renderer }))
    for (const name of ownClasses(readFileSync(new URL(file, renderer), 'utf8'))) {
      const other = owners.get(name);
      if (other !== undefined) twice.push(`.${name}: ${other}, ${file}`);
      owners.set(name, file);
    }
  expect(owners.size).toBeGreaterThan(100);
  expect(twice).toEqual([]);
});
