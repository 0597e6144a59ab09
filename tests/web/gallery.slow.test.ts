import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from '../support/axe.ts';
import { narrow, startTestBrowser, type TestBrowser } from '../support/browser.ts';

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const sources = (path: string) =>
  readdirSync(folder(path))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(`${folder(path)}/${name}`, 'utf8'));

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

it('shows every component of web/ui', () => {
  const components = sources('web/ui').flatMap((source) =>
    [...source.matchAll(/^export (?:function|class) ([A-Z]\w*)/gm)].map(([, name = '']) => name),
  );
  // Else the pattern has stopped finding them.
  expect(components.length).toBeGreaterThan(40);
  const gallery = sources('web/gallery').join('\n');
  const missing = components.filter((name) => !new RegExp(`<${name}\\b`).test(gallery));
  expect(missing, 'show these in web/gallery').toEqual([]);
});

describe.each(['light', 'dark', 'contrast'])('the gallery in the %s theme', (theme) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
    const address = new URL(`/gallery/?theme=${theme}`, server.resolvedUrls?.local[0]).href;
    await page.goto(address, { timeout: 60_000 });
    await page.getByText(`in the ${theme} theme`).waitFor({ timeout: 60_000 });
  }, 120_000);
  afterAll(() => page.close());

  it('has no fault that axe finds, in a wide and in a narrow window', async () => {
    expect(await problemsOf(page)).toEqual([]);
    await page.setViewportSize({ width: narrow, height: 800 });
    expect(await problemsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('has none in what lies over the page', async () => {
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('Could not load more').waitFor();
    await page.getByRole('button', { name: 'Show toasts' }).click();
    await page.getByText('A DANGER toast').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open a form' }).click();
    await page.getByRole('dialog', { name: 'Edit tenant' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open what must be read' }).click();
    const alert = page.getByRole('alertdialog', { name: 'Copy your token' });
    await alert.waitFor();
    expect(await problemsOf(page)).toEqual([]);
    // Neither the key, however often, nor a click beside it closes what only its button closes.
    for (let time = 0; time < 3; time += 1) await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await alert.getByRole('button').click();
    await alert.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Open a question' }).click();
    await page.getByRole('dialog', { name: 'Cancel this onboarding?' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });
});

it('is no part of the program that is built', async () => {
  const built = await readdir(folder('dist/web'), { recursive: true });
  expect(built).toContain('index.html');
  expect(built.filter((name) => /gallery/.test(name))).toEqual([]);
});
