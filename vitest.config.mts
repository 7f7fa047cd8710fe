/** `unit` runs anywhere, `e2e` drives the real VS Code in a real browser, `pictures` draws those of the README there. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // A busy machine makes VS Code lose a click or a key now and then; what is broken fails twice. The report names both.
          retry: 1,
        },
      },
      {
        test: {
          name: 'pictures',
          include: ['test/pictures/*.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
