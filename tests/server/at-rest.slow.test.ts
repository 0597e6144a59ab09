import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { residentMb } from '../../bench/weight/at-rest.ts';
import { startApiProcess, startWorkerProcess } from '../support/program/processes.ts';
import { startTestApp } from '../support/test-app.ts';

describe('a program that has started', () => {
  it('holds no more than 180 MB, whatever its role', async () => {
    await using app = await startTestApp({ roles: new Set(['api']) });
    const { program: api } = await startApiProcess(app);
    await using _api = api;
    await using worker = await startWorkerProcess(app);
    expect(await residentMb(api.process.pid ?? 0)).toBeLessThan(180);
    expect(await residentMb(worker.process.pid ?? 0)).toBeLessThan(180);
  });

  it('has loaded nothing that only some need: MSAL, PFX, proxies, Entra, the sandbox', async () => {
    const app = new URL('../../dist/server/app.js', import.meta.url).href;
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = new Set();
      registerHooks({ load: (url, context, next) => (loaded.add(url), next(url, context)) });
      await import(${JSON.stringify(app)});
      console.log([...loaded].join('\\n'));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      maxBuffer: 10_000_000,
    });
    const loaded = stdout.split('\n');
    expect(loaded.some((url) => url.includes('/node_modules/fastify/'))).toBe(true);
    const optional =
      /[/](node_modules[/](@azure|node-forge|undici|openid-client|jose)[/]|dist[/]sandbox[/].*[.]js$)/;
    expect(loaded.filter((url) => optional.test(url))).toEqual([]);
  });
});
