import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * `unit` computes only; `integration` uses real SQLite, files and loopback servers; `bench` measures ratios and is run
 * by `npm run bench` alone.
 */
export default defineConfig({
  test: {
    // Two also on a machine of two processors, where it would be one: most integration tests wait for a disk or a socket.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/fixtures/bundleWorker.ts'],
          setupFiles: ['test/fixtures/keepSqliteLoaded.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'bench',
          include: ['test/bench/**/*.bench.ts'],
          globalSetup: ['test/fixtures/bundleWorker.ts'],
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
