import { readFileSync } from 'node:fs';

// node setup/count-tests.mjs <results of Vitest's JSON reporter> <Vitest's exit code>: sums a run up in one line.
const [file, exitCode] = process.argv.slice(2);
const results = readResults(file);
const passed = results.numPassedTests ?? 0;
const skipped = (results.numPendingTests ?? 0) + (results.numTodoTests ?? 0);
// A run can fail without a failed test: a leak, a file that does not load, a crash before the first result.
const failed = results.numFailedTests || (exitCode === '0' ? 0 : 1);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

/** @param {string} path */
function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
