import { afterAll, beforeAll, expect, it } from 'vitest';
import { policyPaths } from '../../../sandbox/policies/estate.ts';
import { scenarioTenantId } from '../../../sandbox/scenarios.ts';
import { backupsOf } from '../../server/backup/backups.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let browser: TestBrowser;
let path: string;
beforeAll(async () => {
  app = await startTestApp();
  browser = await startTestBrowser();
  const owner = await app.as('owner');
  const backups = backupsOf(app, owner);
  await backups.backUp('healthy');
  const lock = backups.itemOf('healthy', policyPaths.access, 'Block legacy authentication');
  await backups.control('POST policies', {
    tenantId: scenarioTenantId('healthy'),
    path: policyPaths.access,
    id: lock.id,
    set: { state: 'disabled' },
  });
  await backups.backUp('healthy');
  path = `/tenants/${await app.tenantId('healthy')}`;
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

it('leads from the tenant to a policy, its versions and what changed, all in the address', async () => {
  const page = await browser.signIn(app.url, 'Olivia Owner', { path });
  await page.getByRole('link', { name: 'Configuration' }).click();
  await page.getByRole('table', { name: 'Policies' }).waitFor();
  await page.getByText('Protected').first().waitFor();
  await takeScreenshots(page, 'configuration');
  await page.getByLabel('Search by name').fill('legacy');
  await expect.poll(() => page.url()).toContain('search=legacy');
  await page.getByRole('link', { name: 'Block legacy authentication' }).click();
  const changes = page.getByRole('table', { name: 'What changed' });
  const row = changes.getByRole('row').filter({ hasText: 'Enable policy' });
  await row.getByText('− enabled').waitFor();
  await row.getByText('+ disabled').waitFor();
  await takeScreenshots(page, 'policy');
  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  await changes.waitFor({ state: 'detached' });
  await expect.poll(() => page.url()).toContain('version=1');
  await page.getByRole('table', { name: 'What it says' }).getByText('enabled', { exact: true }).waitFor();
});
