/** One part of the program: which files it is, and which parts and packages its files may import. */
export interface Layer {
  /** Path prefix of the part's files, e.g. `electron/db/`, or one file. */
  readonly prefix: string;
  /** Prefixes a file of this part may import besides its own part. */
  readonly mayImport: readonly string[];
  /** Packages by name; `node:*` stands for all of Node, `*` for any package. */
  readonly packages: readonly string[];
}

const useCase = ['electron/db/', 'electron/pdf/', 'electron/files/', 'electron/log/', 'shared/'];
const main = ['*'];

/** The arrows between the parts. The longest prefix that fits a file decides. */
export const layers: readonly Layer[] = [
  { prefix: 'shared/', mayImport: [], packages: ['zod'] },
  { prefix: 'renderer/', mayImport: ['shared/'], packages: ['*', '!electron', '!node:*'] },
  { prefix: 'electron/main.ts', mayImport: ['electron/', 'shared/'], packages: main },
  { prefix: 'electron/services.ts', mayImport: ['electron/', 'shared/'], packages: main },
  { prefix: 'electron/mailingServices.ts', mayImport: ['electron/', 'shared/'], packages: main },
  { prefix: 'electron/app/', mayImport: ['electron/files/', 'electron/log/', 'shared/'], packages: main },
  { prefix: 'electron/preload/', mayImport: ['shared/'], packages: ['electron'] },
  {
    prefix: 'electron/ipc/',
    mayImport: [
      'electron/accounts/',
      'electron/orders/',
      'electron/mailings/',
      'electron/pdf/',
      'electron/db/',
      'electron/credentials/',
      'electron/log/',
      'shared/',
    ],
    packages: main,
  },
  { prefix: 'electron/accounts/', mayImport: [...useCase, 'electron/credentials/'], packages: main },
  { prefix: 'electron/orders/', mayImport: useCase, packages: main },
  { prefix: 'electron/mailings/', mayImport: useCase, packages: main },
  {
    prefix: 'electron/outbox/',
    mayImport: ['electron/db/', 'electron/gateways/', 'electron/log/', 'shared/'],
    packages: main,
  },
  {
    prefix: 'electron/refresh/',
    mayImport: ['electron/db/', 'electron/gateways/', 'electron/log/', 'shared/'],
    packages: main,
  },
  {
    prefix: 'electron/gateways/',
    mayImport: ['electron/credentials/', 'electron/files/', 'electron/log/', 'shared/'],
    packages: main,
  },
  { prefix: 'electron/credentials/', mayImport: ['electron/log/', 'shared/'], packages: main },
  { prefix: 'electron/db/', mayImport: ['electron/files/', 'electron/log/', 'shared/'], packages: main },
  { prefix: 'electron/pdf/', mayImport: ['electron/log/', 'shared/'], packages: main },
  { prefix: 'electron/log/', mayImport: ['shared/'], packages: main },
  { prefix: 'electron/files/', mayImport: [], packages: main },
  { prefix: 'build/', mayImport: ['electron/', 'shared/', 'test/'], packages: main },
  { prefix: 'test/', mayImport: ['electron/', 'renderer/', 'shared/', 'build/'], packages: main },
];

/** Things that exactly one place may reach for. Tests and build scripts are free. */
export interface SingleImporter {
  /** A package (`keytar`), a name imported from a package (`electron#ipcMain`) or a page global (`window.postroom`). */
  readonly what: string;
  /** The one file or folder (ends with `/`) that may. */
  readonly only: string;
}

export const singleImporters: readonly SingleImporter[] = [
  { what: 'electron#ipcMain', only: 'electron/ipc/door.ts' },
  { what: 'keytar', only: 'electron/credentials/keytarStore.ts' },
  { what: 'better-sqlite3', only: 'electron/db/' },
  { what: 'window.postroom', only: 'renderer/lib/ipc.ts' },
];
