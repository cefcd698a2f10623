import { parseSync } from 'vite';

/** One thing a file reaches for, with the line (from 1) on which it does. */
export interface Reference {
  /** A module (`./x.ts`, `zod`), a name of a module (`electron#ipcMain`) or `window.postroom`. */
  readonly target: string;
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function* children(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    if (isNode(value)) yield value;
    else if (Array.isArray(value)) for (const item of value as unknown[]) if (isNode(item)) yield item;
  }
}

const globals = new Set(['window', 'globalThis', 'self']);
const literal = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
const name = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? (node['name'] as string) : undefined;

/** What one syntax node reaches for, as target texts. */
function targets(node: Node): string[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const source = literal(node['source']);
      if (source === undefined) return [];
      const specifiers = (node['specifiers'] as Node[] | undefined) ?? [];
      return [source, ...specifiers.map((each) => `${source}#${name(each['imported']) ?? '*'}`)];
    }
    case 'ImportExpression':
    case 'TSImportType': {
      const source = literal(node['source'] ?? node['argument']);
      return source === undefined ? [] : [source];
    }
    case 'CallExpression': {
      const source = literal((node['arguments'] as Node[])[0]);
      return name(node['callee']) === 'require' && source !== undefined ? [source] : [];
    }
    case 'MemberExpression': {
      const property = node['computed'] === true ? literal(node['property']) : name(node['property']);
      const object = name(node['object']);
      if (property === 'postroom' && object !== undefined && globals.has(object)) return ['window.postroom'];
      return property === 'ipcMain' ? ['electron#ipcMain'] : [];
    }
    default:
      return [];
  }
}

/** Everything a TypeScript or TSX file reaches for: imports of every form, `electron.ipcMain`, `window.postroom`. */
export function references(path: string, source: string): Reference[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  const found: Reference[] = [];
  const waiting: Node[] = [program as unknown as Node];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const target of targets(node)) {
      found.push({ target, line: source.slice(0, node.start).split('\n').length });
    }
    waiting.push(...children(node));
  }
  return found;
}
