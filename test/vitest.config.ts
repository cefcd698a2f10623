import { defineConfig } from 'vitest/config';

/** Two projects: `unit` computes only; `integration` uses real SQLite, files and loopback servers. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      {
        test: { name: 'integration', include: ['test/integration/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});
