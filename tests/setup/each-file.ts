import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { watchForLeaks, type LeakWatch } from '../support/leaks.ts';
import { dropTestDatabases } from '../support/template-database.ts';

let leaks: LeakWatch;
let hasFailed = false;

beforeAll(() => {
  leaks = watchForLeaks();
});

afterEach(({ task }) => {
  hasFailed ||= task.result?.state === 'fail';
});

// Hooks run in reverse order after a file, so this one comes after everything that the file itself closes.
afterAll(async () => {
  await dropTestDatabases({ hasFailed, file: expect.getState().testPath ?? 'A test file' });
  // A failed test may well leave things open; its own failure is the one to read.
  if (!hasFailed) await leaks.assertNone();
});
