import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const report = join(root, 'tests/setup/run-report.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenantatlas-report-'));
  await writeFile(join(folder, 'vitest.config.mjs'), `export default { test: { globals: true, retry: 1 } };`);
  await writeFile(join(folder, 'calm.test.mjs'), `test('calm', () => undefined);`);
  await writeFile(
    join(folder, 'moody.test.mjs'),
    `let tries = 0; test('moody', () => { tries += 1; if (tries === 1) throw new Error('not yet'); });`,
  );
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function run(args: readonly string[], ci?: string): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env.PATH, ...(ci === undefined ? {} : { CI: ci }) };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, said: stdout + stderr });
    });
  });
}

const results = () => join(folder, 'results.json');
const vitest = () => [
  join(root, 'node_modules/vitest/vitest.mjs'),
  ...['run', '--reporter', report, '--reporter=json', `--outputFile.json=${results()}`],
];

it('lists the slowest files and what passed only on a retry', async () => {
  const { code, said } = await run(vitest());
  expect(code).toBe(0);
  expect(said).toMatch(/Slowest files[^]*calm\.test\.mjs/);
  expect(said).toMatch(
    /Passed only on a retry:\n {2}moody\.test\.mjs > moody\n[^]*not yet[^]*moody\.test\.mjs:1/,
  );
  expect(said).not.toContain('> calm');
});

it('fails in CI for a test that passed only on a retry, and counts the failure', async () => {
  const { code, said } = await run(vitest(), 'true');
  expect(code).toBe(1);
  expect(said).toContain('Passed only on a retry, which fails in CI:');
  const counted = await run([join(root, 'setup/count-tests.mjs'), results(), String(code)]);
  expect(counted.said).toBe('2 passed, 1 failed\n');
});
