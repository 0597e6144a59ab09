import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { narrow, startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  app = await startTestApp();
  browser = await startTestBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const open = (path: string, width?: number) =>
  browser.signIn(app.url, 'Rhys Reader', { path, ...(width !== undefined && { width }) });

describe('the list of reasons', () => {
  it('is folded by who has to act, so that it fits about two screens of a phone', async () => {
    const page = await open('/help/reasons', narrow);
    await page.getByRole('heading', { name: 'You act' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(1_600);
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(0);
    await page
      .getByText(/^\d+ reasons$/)
      .first()
      .click();
    await page.getByRole('heading', { name: 'credential.secret_expired' }).waitFor();
    await page.close();
  });

  it('opens at the reason that a link names', async () => {
    const page = await open('/help/reasons#permission.missing');
    const reason = page.getByRole('heading', { name: 'permission.missing', exact: true });
    await reason.waitFor();
    await expect.poll(async () => (await reason.boundingBox())?.y, { timeout: 15_000 }).toBeLessThan(400);
    await takeScreenshots(page, 'reasons');
    await page.close();
  });

  it('finds by code and by words, and says so when there is nothing', async () => {
    const page = await open('/help/reasons');
    const search = page.getByRole('searchbox', { name: 'Search by code or words' });
    await search.fill('Secret_Expired');
    await page.getByRole('heading', { name: 'credential.secret_expired' }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(1);
    await search.fill('conditional access');
    await page
      .getByRole('heading', { name: /^policy\./ })
      .first()
      .waitFor();
    await search.fill('no such reason');
    await page.getByRole('heading', { name: 'No matching reasons' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
    await page.close();
  });
});
