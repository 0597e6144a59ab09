import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTenantList } from '../../cli/tenant-list.ts';
import { runProgram, startProgram } from '../support/program/program.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  app = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  environment = {
    XDG_CONFIG_HOME: join(folder, 'config'),
    TENANTATLAS_URL: app.url,
    TENANTATLAS_TOKEN: await app.token('operator'),
  };
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const tenantatlas = (...args: string[]) => runProgram('cli/main.js', args, environment);

interface Result {
  readonly tenant: string;
  readonly verdict: string | null;
  readonly problem: string | null;
  readonly exitCode: number;
}

describe('verify, of several tenants', () => {
  const verify = async (input: string, ...args: string[]) => {
    const answer = await runProgram('cli/main.js', ['verify', ...args, '--json'], environment, input);
    return { ...answer, results: JSON.parse(answer.stdout) as Result[] };
  };

  it('ends with the worst, and says of each what became of it, in the order they were named', async () => {
    const { code, results, stderr } = await verify('', 'healthy', 'secret-expired', 'healthy', '--wait');
    expect(results.map(({ verdict, exitCode }) => [verdict, exitCode])).toEqual([
      ['READY', 0],
      ['BLOCKED', 2],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('ready');
  });

  it('does the others where one is unknown', async () => {
    const { code, results } = await verify('', 'nowhere', 'healthy', '--wait', '--quiet');
    expect(results.map(({ exitCode }) => exitCode)).toEqual([3, 0]);
    expect(results[0]?.problem).toContain('No tenant matches nowhere');
    expect(code).toBe(3);
  });

  it('reads them from stdin, and from a CSV by the column that names tenants', async () => {
    const fromInput = await verify('healthy\r\n\n# off\n', '--file', '-', '--wait');
    expect(fromInput.results.map(({ verdict }) => verdict)).toEqual(['READY']);
    const file = join(folder, 'tenants.csv');
    await writeFile(file, '\uFEFFcustomer;external id\r\n"Ash; Sons";healthy\r\nOther;secret-expired\r\n');
    const fromFile = await verify('', '--file', file, '--wait');
    expect(fromFile.results.map(({ exitCode }) => exitCode)).toEqual([0, 2]);
  });

  it('with --all takes every active tenant that the token can see', async () => {
    const stranger = { ...environment, TENANTATLAS_TOKEN: await app.token('stranger') };
    const ask = async (...args: string[]) =>
      JSON.parse((await runProgram('cli/main.js', [...args, '--json'], stranger)).stdout) as object[];
    const all = (await ask('tenants')) as { name: string }[];
    expect(all.length).toBeGreaterThan(0);
    const results = (await ask('verify', '--all')) as Result[];
    expect(results.map(({ tenant }) => tenant)).toEqual(all.map(({ name }) => name));
  });
});

it('finds the column of a list whatever its separators and quotes are', () => {
  expect(parseTenantList('a\nb,c\n')).toEqual(['a', 'b']);
  expect(parseTenantList('Name,Tenant ID\n"A, ""B""",1\nC,2')).toEqual(['1', '2']);
  expect(parseTenantList('name\ttenant\nx\ty')).toEqual(['y']);
});

it('lists tenants and runs as tables, and as JSON', async () => {
  const tenants = await tenantatlas('tenants', '--search', 'secret-expired');
  expect(tenants.stdout).toMatch(/blocked {2}\S/);
  expect((await tenantatlas('tenants', '--workspace', 'nowhere')).code).toBe(64);
  const runs = await tenantatlas('runs', '--tenant', 'secret-expired', '--limit', '1', '--json');
  expect(JSON.parse(runs.stdout)).toMatchObject([{ status: 'COMPLETED', verdict: 'BLOCKED' }]);
});

it('watches what happens', async () => {
  await using watching = startProgram(environment, 'cli/main.js', ['watch']);
  await tenantatlas('verify', 'missing-permission', '--wait');
  await watching.until('needs attention');
});

it('login stores the token for its owner alone, and logout forgets it', async () => {
  const { TENANTATLAS_TOKEN: token = '', ...others } = environment;
  const run = (args: string[], input = '') => runProgram('cli/main.js', args, others, input);
  expect((await run(['tenants'])).code).toBe(64);
  expect((await run(['login'], 'ta_wrong')).code).toBe(3);
  expect(await run(['login'], `${token}\n`)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('Ophelia'),
  });
  const { mode } = await stat(join(folder, 'config/tenantatlas/logins.json'));
  expect(mode & 0o777).toBe(0o600);
  const { TENANTATLAS_URL: _url, ...without } = others;
  expect((await runProgram('cli/main.js', ['tenants'], without)).code).toBe(0);
  expect((await run(['logout'])).code).toBe(0);
  expect((await run(['tenants'])).code).toBe(64);
});

it('what the program itself does wrong is no verdict', async () => {
  const file = join(folder, 'no-folder');
  await writeFile(file, '');
  const { code } = await runProgram('cli/main.js', ['logout'], { ...environment, XDG_CONFIG_HOME: file });
  expect(code).toBe(70);
});

it('completes commands and options, in scripts that the shell can read', async () => {
  const { stdout } = await tenantatlas('completion', 'bash');
  const script = `${stdout}\nCOMP_WORDS=(tenantatlas ver); COMP_CWORD=1; _tenantatlas; echo "$COMPREPLY"`;
  expect((await promisify(execFile)('bash', ['-c', script])).stdout.trim()).toBe('verify');
  for (const shell of ['zsh', 'fish', 'powershell'])
    expect((await tenantatlas('completion', shell)).stdout).toContain('verify');
  expect((await tenantatlas('completion', 'cmd')).code).toBe(64);
});
