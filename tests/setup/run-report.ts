import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { readTimings, timingsFile } from './longest-first.ts';

/** Enough to see where a run's time goes, few enough to be read. */
const listed = 10;

/** After the results: the slowest files, and the tests that passed only when they were tried again. */
// eslint-disable-next-line no-restricted-syntax -- Vitest finds a reporter by its default export
export default class RunReport implements Reporter {
  #root = '';

  onInit({ config }: Vitest): void {
    this.#root = config.root;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules
      .map((module) => ({ file: relative(this.#root, module.moduleId), seconds: secondsOf(module) }))
      .sort((a, b) => b.seconds - a.seconds);
    if (files.length > 1) {
      console.log(`\nSlowest files (s):`);
      for (const { file, seconds } of files.slice(0, listed)) {
        console.log(`${seconds.toFixed(1).padStart(7)}  ${file}`);
      }
    }
    if (process.env.RECORD_TIMINGS !== undefined) recordTimings(files);
    reportRetried(modules.flatMap((module) => [...module.children.allTests('passed')]));
  }
}

function secondsOf(module: TestModule): number {
  const { collectDuration, setupDuration, duration } = module.diagnostic();
  return (collectDuration + setupDuration + duration) / 1000;
}

/** A page that a busy machine shows seconds late does not spoil a developer's run; in CI it must not go unseen. */
function reportRetried(passed: readonly TestCase[]): void {
  const flaky = passed.filter((test) => test.diagnostic()?.flaky === true);
  if (flaky.length === 0) return;
  const isCI = process.env.CI !== undefined;
  console.log(`\nPassed only on a retry${isCI ? ', which fails in CI' : ''}:`);
  for (const test of flaky) {
    console.log(`  ${test.module.relativeModuleId} > ${test.fullName}`);
    for (const { message, stack } of test.result().errors ?? []) {
      console.log(indented(stack?.includes(message) === true ? stack : `${message}\n${stack ?? ''}`));
    }
  }
  if (isCI) process.exitCode = 1;
}

/** Why the first try failed is seen nowhere else: a default reporter says nothing of a test that passed. */
function indented(text: string): string {
  return text.replace(/^/gm, '      ');
}

function recordTimings(files: readonly { readonly file: string; readonly seconds: number }[]): void {
  const measured = files.map(({ file, seconds }) => [file, Number(seconds.toFixed(1))] as const);
  const all = Object.entries({ ...readTimings(), ...Object.fromEntries(measured) });
  all.sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(timingsFile, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}
