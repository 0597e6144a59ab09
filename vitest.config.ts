import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/setup/longest-first.ts';

/** The files of a project share their processes' modules: loading GraphQL and drizzle anew per file took 3 times as long. */
const shareModules = { isolate: false };
const onPostgres = { globalSetup: ['tests/setup/global.ts'], setupFiles: ['tests/setup/each-file.ts'] };
const browser = {
  ...onPostgres,
  globalSetup: [...onPostgres.globalSetup, 'tests/setup/chromium.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A page that a busy machine shows seconds late is no fault of the product; one that fails twice is.
  retry: 1,
  ...shareModules,
};
const pages = 'tests/web/**/*.test.ts';
/** The second tier: `npm run test:slow`. Everything else is `npm test`. */
const slow = 'tests/**/*.slow.test.ts';

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
    // Vitest's own second is not enough for what a busy machine does in the meantime.
    expect: { poll: { timeout: 15_000 } },
    // Vitest's own default leaves one core idle; with two cores that is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './tests/setup/run-report.ts'],
    sequence: { sequencer: LongestFirst },
    // In this order, the projects with the longest files first.
    projects: [
      {
        extends: true,
        test: { name: 'slow', include: [slow], exclude: [pages], ...onPostgres, ...shareModules },
      },
      {
        extends: true,
        test: { name: 'slow-browser', include: [pages.replace('.test', '.slow.test')], ...browser },
      },
      {
        extends: true,
        test: { name: 'browser', include: [pages], exclude: [slow], ...browser },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/{live,db,flows,schema,server,workers,providers,sandbox,cli}/**/*.test.ts'],
          exclude: [slow],
          ...onPostgres,
          ...shareModules,
        },
      },
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/core/**/*.test.ts', 'tests/setup/**/*.test.ts'],
          ...shareModules,
        },
      },
    ],
  },
});
