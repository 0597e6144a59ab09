import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The files of a project share one worker's modules: loading GraphQL and drizzle anew per file took 3 times as long. */
const shareModules = { isolate: false };

export default defineConfig({
  // Vite takes decorator options from the tsconfig that includes a file; said here, they hold for every file.
  oxc: { decorator: { legacy: true } },
  // Vite would pick index.mjs where type-graphql requires index.js, and two copies of graphql refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    pool: 'forks',
    // Guards against hanging, so far above what a test takes on a loaded machine (ms).
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Vitest's own default leaves one core idle; with two cores that is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts', 'tests/setup/**/*.test.ts'],
          ...shareModules,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/{live,db,flows,schema,server,workers,providers,sandbox,cli}/**/*.test.ts'],
          globalSetup: ['tests/setup/global.ts'],
          setupFiles: ['tests/setup/each-file.ts'],
          ...shareModules,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/web/**/*.test.ts'],
          globalSetup: ['tests/setup/global.ts'],
          setupFiles: ['tests/setup/each-file.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A page that a busy machine shows seconds late is no fault of the product; one that fails twice is.
          retry: 1,
          // One Chromium keeps two cores busy, so it also comes after the others.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...shareModules,
        },
      },
    ],
  },
});
