import { posix } from 'node:path';
import type { Reference } from './imports.ts';
import { layers, singleImporters, type Layer } from './layerTable.ts';

const free = ['test/', 'build/'];

function layerOf(path: string): Layer | undefined {
  return layers
    .filter(({ prefix }) => path.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
}

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function packageAllowed(layer: Layer, specifier: string): boolean {
  const name = specifier.startsWith('node:') ? 'node:*' : packageName(specifier);
  if (layer.packages.includes(`!${name}`)) return false;
  return layer.packages.includes(name) || layer.packages.includes('*');
}

const list = (items: readonly string[]): string => (items.length === 0 ? 'nothing else' : items.join(', '));

/**
 * Judges what one file reaches for. Returns a message without the file's name, or undefined when all is well.
 * @param path the file, relative to the repository, with `/`
 */
export function judge(path: string, target: string): string | undefined {
  const layer = layerOf(path);
  if (layer === undefined) return 'belongs to no part; add its folder to build/lint/layerTable.ts';
  const single = singleImporters.find(({ what }) => what === target || what === packageName(target));
  if (single && !free.some((prefix) => path.startsWith(prefix))) {
    if (path.startsWith(single.only)) return undefined;
    return `reaches for ${single.what}; only ${single.only} may`;
  }
  if (target.includes('#') || target === 'window.postroom') return undefined;
  if (!target.startsWith('.')) {
    if (packageAllowed(layer, target)) return undefined;
    return `imports the package ${target}; ${layer.prefix} may import ${list(layer.packages)}`;
  }
  const imported = posix.normalize(posix.join(posix.dirname(path), target));
  const allowed = [layer.prefix, ...layer.mayImport];
  if (layerOf(imported)?.prefix === layer.prefix) return undefined;
  if (layer.mayImport.some((prefix) => imported.startsWith(prefix))) return undefined;
  return `imports ${imported}; ${layer.prefix} may import from ${list(allowed)}`;
}

/** All violations of one file, each as `path:line: what is wrong`. */
export function violations(path: string, found: readonly Reference[]): string[] {
  return found.flatMap(({ target, line }) => {
    const wrong = judge(path, target);
    return wrong === undefined ? [] : [`${path}:${line}: ${wrong}`];
  });
}
