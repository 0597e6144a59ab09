import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifest from '../../cli/package.json' with { type: 'json' };
import { findNodes, runOutside } from '../support/program/outside.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

/** The command line as people get it: packed, and installed into an empty folder, without the rest of the repository. */

let app: TestApp;
let folder: string;
let installed: string;
beforeAll(async () => {
  app = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'cli-package-'));
  const sources = fileURLToPath(new URL('../../cli', import.meta.url));
  await runOutside('npm', ['pack', '--pack-destination', folder], { cwd: sources });
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), '{}');
  const install = ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)];
  await runOutside('npm', install, { cwd: folder });
  installed = join(folder, 'node_modules/tenantatlas');
}, 120_000);
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

it('is small, and nothing but itself', async () => {
  const packages = (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'));
  expect(packages).toEqual(['tenantatlas']);
  const files = await readdir(installed, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size);
  expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
});

it('works on every Node there is here', async () => {
  const environment = {
    XDG_CONFIG_HOME: join(folder, 'config'),
    TENANTATLAS_URL: app.url,
    TENANTATLAS_TOKEN: await app.token('operator'),
  };
  for (const node of await findNodes(folder)) {
    const launch = (...args: string[]) =>
      runOutside(node, [join(installed, 'bin/tenantatlas.cjs'), ...args], { cwd: folder, environment });
    expect((await launch('--version')).stdout.trim()).toBe(manifest.version);
    expect(await launch('verify', 'secret-expired', '--wait')).toMatchObject({
      code: 2,
      stdout: expect.stringContaining(': blocked'),
    });
  }
}, 120_000);

it('says on an old Node that it is too old, and ends with no verdict', async () => {
  const pretend = join(folder, 'pretend.cjs');
  await writeFile(pretend, "Object.defineProperty(process, 'versions', { value: { node: '18.20.1' } });");
  const launcher = join(installed, 'bin/tenantatlas.cjs');
  const { code, stderr } = await runOutside(process.execPath, ['--require', pretend, launcher, 'verify'], {
    cwd: folder,
  });
  expect(code).toBe(70);
  expect(stderr).toContain('needs Node 20.3 or newer');
});
