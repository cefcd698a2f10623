import { describe, expect, test } from 'vitest';
import { references } from '../../../../build/lint/imports.ts';
import { judge, violations } from '../../../../build/lint/layerRules.ts';

describe('arrows', () => {
  test.each([
    ['shared/orders/order.ts', '../lib/assertNever.ts'],
    ['shared/orders/order.ts', 'zod'],
    ['renderer/outbox/Outbox.tsx', '../../shared/orders/order.ts'],
    ['renderer/outbox/Outbox.tsx', 'react'],
    ['electron/main.ts', './db/client.ts'],
    ['electron/ipc/orders.ts', '../orders/place.ts'],
    ['electron/orders/place.ts', '../db/client.ts'],
    ['electron/outbox/dispatch.ts', '../gateways/gateway.ts'],
    ['electron/gateways/trepstar/client.ts', '../http.ts'],
    ['electron/db/open.ts', 'better-sqlite3'],
    ['electron/credentials/keytarStore.ts', 'keytar'],
    ['test/integration/db/open.test.ts', 'better-sqlite3'],
  ])('%s may import %s', (path, target) => {
    expect(judge(path, target)).toBeUndefined();
  });

  test.each([
    ['shared/orders/order.ts', 'electron', /may import zod/],
    ['shared/orders/order.ts', 'node:fs', /may import zod/],
    ['shared/orders/order.ts', '../../renderer/lib/ipc.ts', /shared\/ may import from shared\//],
    ['renderer/outbox/Outbox.tsx', '../../electron/db/client.ts', /may import from renderer\/, shared\//],
    ['renderer/outbox/Outbox.tsx', 'node:path', /node:path/],
    ['electron/gateways/http.ts', '../db/client.ts', /electron\/credentials\//],
    ['electron/orders/place.ts', '../gateways/gateway.ts', /electron\/db\//],
    ['electron/db/open.ts', '../orders/place.ts', /electron\/log\//],
    ['electron/orders/place.ts', 'better-sqlite3', /only electron\/db\/ may/],
    ['electron/gateways/http.ts', 'keytar', /only electron\/credentials\/keytarStore.ts may/],
    ['electron/ipc/orders.ts', 'electron#ipcMain', /only electron\/ipc\/door.ts may/],
    ['renderer/outbox/Outbox.tsx', 'window.postroom', /only renderer\/lib\/ipc.ts may/],
    ['electron/mystery/x.ts', 'zod', /belongs to no part/],
  ])('%s may not import %s', (path, target, message) => {
    expect(judge(path, target)).toMatch(message);
  });
});

describe('what a file reaches for', () => {
  test('every form of import is seen, comments and strings are not', () => {
    const source = `import type { A } from './a.ts'; // import 'keytar'
      export * from "./b.ts";
      const c = await import('./c.ts'), d: import('./d.ts').D = 1, s = "import 'e'";
      require('f');`;
    expect(references('x.ts', source).map(({ target }) => target)).toEqual(
      expect.arrayContaining(['./a.ts', './b.ts', './c.ts', './d.ts', 'f']),
    );
    expect(references('x.ts', source).map(({ target }) => target)).not.toContain('keytar');
  });

  test.each(['window.postroom.x()', 'globalThis.postroom', "window['postroom']"])(
    '%s is the bridge',
    (code) => {
      expect(references('x.tsx', `const a = <b>{${code}}</b>`)).toContainEqual({
        target: 'window.postroom',
        line: 1,
      });
    },
  );

  test('ipcMain is seen as a named import and as a property', () => {
    const found = references(
      'x.ts',
      "import e, { ipcMain as i } from 'electron';\ne.ipcMain.handle('x', i);",
    );
    expect(found.filter(({ target }) => target === 'electron#ipcMain').map(({ line }) => line)).toEqual([
      2, 1,
    ]);
  });

  test('a violation names file and line', () => {
    const path = 'electron/gateways/x.ts';
    expect(violations(path, references(path, "\nimport '../db/client.ts';"))).toEqual([
      expect.stringMatching(/^electron\/gateways\/x\.ts:2: imports electron\/db\/client\.ts; /),
    ]);
  });
});
