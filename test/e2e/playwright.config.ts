import { defineConfig } from '@playwright/test';
import { desktops } from './harness/desktop.ts';

/** Real Electron, one on each desktop: windows, the keychain and the notification daemon are shared by the screen. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: Math.max(1, desktops.length),
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Limits for a slow and busy machine; nothing waits for them.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: '../../out/test/e2e.json' }]],
});
