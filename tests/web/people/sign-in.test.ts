import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBrowser, type TestBrowser } from '../../support/browser.ts';
import { startTestApp } from '../../support/test-app.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startTestBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
});

it('warns whoever signs in where the demo can be reached by others, and no one else', async () => {
  for (const demoEverywhere of [true, false]) {
    await using app = await startTestApp({ roles: new Set(['api']), demoEverywhere });
    const page = await browser.newPage();
    await page.goto(`${app.url}/sign-in`);
    await page.getByRole('button', { name: /Olivia Owner/ }).waitFor();
    const warning = page.getByText('Do not enter real data here');
    expect(await warning.isVisible()).toBe(demoEverywhere);
  }
});
