import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const setup = fileURLToPath(new URL('../../setup', import.meta.url));

/** Notes its calls; installs by copying the lockfile like npm, and takes long enough (ms) for others to come in between. */
const npm = `#!${process.execPath}
const fs = require('node:fs');
const args = process.argv.slice(2);
fs.appendFileSync('calls', (args[0] === 'ci' ? 'ci' : args.at(-1)) + '\\n');
setTimeout(() => {
  if (fs.existsSync('npm-fails-with')) {
    console.error(fs.readFileSync('npm-fails-with', 'utf8'));
    process.exit(1);
  }
  if (args[0] !== 'ci') return;
  fs.mkdirSync('node_modules', { recursive: true });
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
}, 100);
`;

let clone: string;

beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'tenantatlas-setup-'));
  await cp(setup, join(clone, 'setup'), { recursive: true });
  await Promise.all(['server', 'web', 'programs'].map((folder) => mkdir(join(clone, folder))));
  await put('server/main.ts', 'export const version = 1;');
  await put('web/app.ts', 'export const version = 1;');
  await putLockfile({ 'node_modules/a': { version: '1.0.0' } });
  await put('programs/npm', npm);
  await chmod(join(clone, 'programs', 'npm'), 0o755);
});

afterEach(async () => {
  await rm(clone, { recursive: true, force: true });
});

function put(path: string, content: string): Promise<void> {
  return writeFile(join(clone, path), content);
}

function putLockfile(packages: Record<string, { version: string; optional?: boolean }>): Promise<void> {
  return put('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages } }));
}

function ensure(...args: string[]): Promise<{ exitCode: number; said: string }> {
  const options = { env: { PATH: [join(clone, 'programs'), dirname(process.execPath)].join(delimiter) } };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(clone, 'setup', 'ensure.mjs'), ...args],
      options,
      (_error, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? -1, said: stdout + stderr });
      },
    );
  });
}

/** What npm was called for since the last look. */
async function takeCalls(): Promise<string[]> {
  const calls = await readFile(join(clone, 'calls'), 'utf8').catch(() => '');
  await rm(join(clone, 'calls'), { force: true });
  return calls.split('\n').filter((line) => line !== '');
}

test('a fresh clone is installed and built, and the next start does nothing', async () => {
  expect(await ensure()).toMatchObject({ exitCode: 0 });
  expect(await takeCalls()).toEqual(['ci', 'codegen', 'build:server', 'build:web']);
  expect(await ensure()).toEqual({ exitCode: 0, said: '' });
  expect(await takeCalls()).toEqual([]);
  expect((await readdir(clone)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a check installs and generates code, and does not build', async () => {
  await ensure('--no-build');
  expect(await takeCalls()).toEqual(['ci', 'codegen']);
});

test('generated code that was deleted is generated again, and what was built from it stays', async () => {
  await ensure();
  await takeCalls();
  await rm(join(clone, 'web', 'gql'), { recursive: true });
  await ensure();
  expect(await takeCalls()).toEqual(['codegen']);
  expect(await ensure()).toEqual({ exitCode: 0, said: '' });
});

test('only what has changed is built again: a file edited, added or taken away', async () => {
  await ensure();
  await takeCalls();
  await put('web/app.ts', 'export const version = 2;');
  await ensure();
  expect(await takeCalls()).toEqual(['codegen', 'build:web']);
  await put('server/more.ts', '');
  await ensure();
  expect(await takeCalls()).toEqual(['build:server']);
  await rm(join(clone, 'server', 'more.ts'));
  await ensure();
  expect(await takeCalls()).toEqual(['build:server']);
});

test('packages are installed again when the lockfile has moved on or the last installation broke off', async () => {
  await ensure('--no-build');
  await takeCalls();
  await putLockfile({ 'node_modules/a': { version: '1.0.1' } });
  await ensure('--no-build');
  expect(await takeCalls()).toEqual(['ci', 'codegen']);
  await rm(join(clone, 'node_modules', '.package-lock.json'));
  await ensure('--no-build');
  expect(await takeCalls()).toEqual(['ci']);
});

test('a package for another machine is not missed', async () => {
  await ensure('--no-build');
  await takeCalls();
  await putLockfile({
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  });
  await ensure('--no-build');
  expect(await takeCalls()).toEqual(['codegen']);
});

test('of several starts at once one sets up and the others wait for it', async () => {
  await put('.setup-lock', JSON.stringify({ pid: 4_194_305, since: Date.now() }));
  const starts = await Promise.all([ensure(), ensure(), ensure()]);
  expect(starts.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(await takeCalls()).toEqual(['ci', 'codegen', 'build:server', 'build:web']);
});

test('without a network it says so in one sentence and holds no one up afterward', async () => {
  await put('npm-fails-with', 'npm error code ENOTFOUND');
  const { exitCode, said } = await ensure();
  expect(exitCode).toBe(1);
  expect(said).toContain('npm cannot reach its registry: connect to the internet');
  await rm(join(clone, 'npm-fails-with'));
  expect(await ensure()).toMatchObject({ exitCode: 0 });
});

test('a build that fails is not taken for done', async () => {
  await ensure('--no-build');
  await put('npm-fails-with', 'server/main.ts(1,1): error TS1000');
  const { exitCode, said } = await ensure();
  expect(exitCode).toBe(1);
  expect(said).toMatch(/error TS1000.*Building server failed/s);
  await rm(join(clone, 'npm-fails-with'));
  await takeCalls();
  await ensure();
  expect(await takeCalls()).toEqual(['build:server', 'build:web']);
});

test('says how far the installation is while npm says nothing', async () => {
  await putLockfile({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } });
  await put('programs/npm', npmThatUnpacksOne);
  const env = { PATH: [join(clone, 'programs'), dirname(process.execPath)].join(delimiter) };
  const child = execFile(process.execPath, [join(clone, 'setup', 'ensure.mjs')], { env });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.on('exit', () => reject(new Error(`ended before it said so:\n${said}`)));
    child.stderr?.on('data', (text: string) => {
      said += text;
      if (said.includes('… 1 of 2 packages\n')) resolve();
    });
  });
  child.removeAllListeners('exit');
  await put('go-on', '');
  await new Promise((resolve) => child.on('exit', resolve));
});

/** Has one of two packages there, and waits to be told to go on. */
const npmThatUnpacksOne = `#!${process.execPath}
const fs = require('node:fs');
if (process.argv[2] === 'ci') {
  fs.mkdirSync('node_modules/a', { recursive: true });
  fs.writeFileSync('node_modules/a/package.json', '{}');
  const waiting = setInterval(() => {
    if (!fs.existsSync('go-on')) return;
    clearInterval(waiting);
    fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
  }, 20);
}
`;
