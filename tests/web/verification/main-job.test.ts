import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBrowser, takeScreenshot, type TestBrowser } from '../../support/browser.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  browser = await startTestBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const openTenant = async (scenario: string): Promise<Page> =>
  await browser.signIn(app.url, 'Ophelia Operator', { path: `/tenants/${await app.tenantId(scenario)}` });

/** Notes in the page itself which of the run's states it has shown, so that no short-lived one is missed. */
async function noteStatuses(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(`
    window.notReloaded = true;
    window.seenStatuses = [];
    new MutationObserver(() => {
      for (const word of ['Queued', 'Running', 'Ready'])
        if (!seenStatuses.includes(word) && document.querySelector('main').innerText.includes(word)) seenStatuses.push(word);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  `);
  return () => page.evaluate('seenStatuses');
}

describe('an operator in the browser', () => {
  it('verifies a tenant and watches the checks arrive until the report is there, without a reload', async () => {
    const page = await openTenant('slow');
    await page.getByRole('button', { name: 'Verify' }).first().waitFor();
    const statuses = await noteStatuses(page);

    await page.getByRole('button', { name: 'Verify' }).first().click();
    await page.locator('main').getByText('Queued').first().waitFor();
    await app.startWorker();
    await page.getByText('Entra issued an access token.').waitFor();
    // The report grows while the run goes on: the first checks are there, the last one is not.
    expect(await page.getByText('required permissions are granted').count()).toBe(0);
    await takeScreenshot(page, 'tenant-running');
    await app.setLatency('slow', 0);
    await page.getByText('required permissions are granted').waitFor();
    await page.getByText('Verification: Ready').first().waitFor();

    expect(await statuses()).toEqual(['Queued', 'Running', 'Ready']);
    expect(await page.evaluate('window.notReloaded')).toBe(true);
    await page.close();
  });

  it('reads why a tenant is blocked and what the next click is', async () => {
    const page = await openTenant('no-credential');
    await page.getByRole('button', { name: 'Verify' }).first().click();
    await page.getByText('The provider connection has no credential.').first().waitFor();
    const next = page.getByRole('link', { name: 'Add a credential' }).first();
    expect(await next.getAttribute('href')).toMatch(/^\/tenants\/\d+\/connections\/\d+#credential$/);
    await page.close();
  });

  it('opens the run by its canonical link, and the title follows it', async () => {
    const operator = await app.as('operator');
    const { data } = await operator.query(
      'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }',
      { id: await app.tenantId('healthy') },
    );
    const runId = rowOf(data.startVerification.run.id as string);
    const page = await browser.signIn(app.url, 'Ophelia Operator', { path: `/operations/${runId}` });
    await page.getByText('required permissions are granted').waitFor();
    await expect.poll(() => page.title()).toMatch(/^Ready: Verification of /);
    await takeScreenshot(page, 'run-light');
    await page.close();
  });

  it('sees the same page for a foreign run and for one that does not exist', async () => {
    const stranger = await app.as('stranger');
    const { data } = await stranger.query(
      '{ viewer { workspaces { operationRuns(first: 1) { nodes { id } } } } }',
    );
    const foreign = rowOf(data.viewer.workspaces[0].operationRuns.nodes[0].id as string);
    const page = await browser.signIn(app.url, 'Ophelia Operator');
    const texts: string[] = [];
    for (const id of [foreign, '987654321']) {
      const response = await page.goto(`${app.url}/operations/${id}`);
      expect(response?.status()).toBe(404);
      await page
        .getByRole('heading', { name: /not|nothing/i })
        .first()
        .waitFor();
      texts.push(await page.locator('main').innerText());
    }
    expect(texts[0]).toBe(texts[1]);
    await page.close();
  });
});
