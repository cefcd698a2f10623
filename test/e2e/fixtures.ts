import { test as base, expect, type ElectronApplication } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveTo } from './harness/desktop.ts';
import { clearScreen } from './harness/notifications.ts';
import { Postroom } from './harness/postroom.ts';

interface Options {
  /** Environment of the app: fault injection, shorter times. `test.use({ appEnv: { POSTROOM_…: '…' } })`. */
  appEnv: Record<string, string>;
  /** Extra command line arguments of the app. */
  appArgs: string[];
}

interface Fixtures {
  /** An empty folder that only this test knows; removed afterwards. */
  dataFolder: string;
  /** The app before its first start: for tests that prepare the data folder, then `await cold.launch()`. */
  cold: Postroom;
  /** The running app, with `kill9()`, `relaunch()`, `notifications()`. */
  postroom: Postroom;
  /** The first launch's Electron handle. After a relaunch use `postroom.app`. */
  app: ElectronApplication;
}

interface Surroundings {
  /** The worker is at home on a desktop of its own, where no other test's window, clipboard or notification is. */
  desktop: undefined;
}

/**
 * The chain: dataFolder → cold (not started) → postroom (started) → app, page. A test asks for the link it needs.
 * Every test ends by closing the app and fails when its page broke the content security policy or threw.
 */
export const test = base.extend<Options & Fixtures, Surroundings>({
  appEnv: [{}, { option: true }],
  appArgs: [[], { option: true }],
  // Playwright reads the names of the fixtures a fixture needs from this pattern; none here.
  desktop: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, { parallelIndex }) => {
      moveTo(parallelIndex);
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'postroom-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  cold: async ({ dataFolder, appEnv, appArgs }, use) => {
    clearScreen();
    const postroom = new Postroom({ dataFolder, env: appEnv, args: appArgs });
    await use(postroom);
    await postroom.close();
    expect(postroom.problems, 'problems reported by the page').toEqual([]);
  },
  postroom: async ({ cold }, use) => {
    await cold.launch();
    await use(cold);
  },
  app: async ({ postroom }, use) => use(postroom.app),
  page: async ({ postroom }, use) => use(postroom.page),
});

/**
 * For tests that need no app of their own: those of the file or `describe` use one, in their order, and `postroom`, `app`,
 * `page` and `dataFolder` are its. Only the first finds the first run; after one that failed the next has a new app.
 */
export function sharingOneApp() {
  let folder = '';
  let shared: Postroom;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postroom-e2e-'));
    shared = new Postroom({ dataFolder: folder });
    await shared.launch();
  });
  test.afterAll(async () => {
    await shared.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return test.extend({
    // oxlint-disable-next-line no-empty-pattern
    dataFolder: async ({}, use) => use(folder),
    // oxlint-disable-next-line no-empty-pattern
    postroom: async ({}, use) => {
      // What the page had still to say about the test before comes ahead of its answer.
      await shared.page.evaluate(() => undefined);
      shared.problems.length = 0;
      await use(shared);
      expect(shared.problems, 'problems reported by the page').toEqual([]);
    },
  });
}

export { expect };
