import { defineConfig } from '@playwright/test';

/** Real Electron, one at a time: windows, the keychain and the notification daemon are shared by the screen. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../out/test/e2e.json' }]],
});
