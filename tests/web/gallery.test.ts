import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemsOf } from '../support/axe.ts';
import { narrow, startTestBrowser, type TestBrowser } from '../support/browser.ts';

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

let server: ViteDevServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await createServer({
    configFile: folder('web/vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  browser = await startTestBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await server.close();
});

it('shows the parts of ui/ in both themes, without a fault that axe finds, in a wide and in a narrow window', async () => {
  const page = await browser.newPage();
  await page.goto(new URL('/gallery/', server.resolvedUrls?.local[0]).href, { timeout: 60_000 });
  await page.getByRole('table', { name: 'Tenants, dark' }).waitFor({ timeout: 60_000 });
  expect(await page.getByRole('button', { name: 'Archive' }).count()).toBe(2);
  expect(await problemsOf(page)).toEqual([]);
  await page.setViewportSize({ width: narrow, height: 800 });
  expect(await problemsOf(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(narrow);
});

it('is no part of the program that is built', async () => {
  const built = await readdir(folder('dist/web'), { recursive: true });
  expect(built).toContain('index.html');
  expect(built.filter((name) => /gallery/.test(name))).toEqual([]);
});
