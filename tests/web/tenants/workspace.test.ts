import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import { problemsOf } from '../../support/axe.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let browser: TestBrowser;
let workspace: string;
beforeAll(async () => {
  app = await startTestApp();
  browser = await startTestBrowser();
  const owner = await app.as('owner');
  const { data } = await owner.query('{ viewer { workspaces { id } } }');
  workspace = `/workspaces/${rowOf(data.viewer.workspaces[0].id as string)}`;
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const open = (section: string, person = 'Olivia Owner') =>
  browser.signIn(app.url, person, { path: `${workspace}${section}` });

const start = `mutation ($type: String!, $id: ID!) { startOperation(input: { type: $type, tenantId: $id }) { run { id } } }`;

async function run(type: string, scenario: string): Promise<string> {
  const owner = await app.as('owner');
  const { data } = await owner.query(start, { type, id: await app.tenantId(scenario) });
  const runId = String(data.startOperation.run.id);
  const watch = 'subscription ($id: ID!) { operationRun(id: $id) { status } }';
  for await (const event of owner.subscribe(watch, { id: runId })) void event;
  return runId;
}

/** Makes the directory hold exactly these profiles. */
async function putProfiles(names: readonly string[]): Promise<void> {
  const tenantId = scenarios.find(({ name }) => name === 'healthy')?.tenantId;
  const items = names.map((name) => ({ id: name, displayName: name }));
  const body = JSON.stringify({ tenantId, path: '/deviceManagement/deviceConfigurations', items });
  const { status } = await fetch(`${app.sandboxOrigin}/_control/collections`, { method: 'POST', body });
  expect(status).toBe(204);
}

describe('the operations', () => {
  it('are filtered by what is in the address, and follow new runs', async () => {
    const page = await open('/operations?outcome=failed');
    await page
      .getByRole('cell', { name: /Cobalt Shipping/ })
      .first()
      .waitFor();
    expect(await page.getByRole('combobox', { name: 'Outcome' }).inputValue()).toBe('FAILED');
    expect(await page.title()).toBe('Operations: Northwind Managed Services · TenantAtlas');
    await takeScreenshots(page, 'operations-filtered');
    await page.getByRole('combobox', { name: 'Operation' }).selectOption('inventory.sync');
    await page.getByText('No matching runs').waitFor();
    await page.reload();
    await page.getByText('No matching runs').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await page
      .getByRole('cell', { name: /Alder & Ash Joinery/ })
      .first()
      .waitFor();

    const runId = await run('entra.groups.sync', 'healthy');
    await page.getByRole('link', { name: 'Group sync', exact: true }).first().waitFor();
    await takeScreenshots(page, 'operations');
    await page.getByRole('link', { name: 'Group sync', exact: true }).first().click();
    await page.waitForURL(`**/operations/${rowOf(runId)}`);
    await page.getByRole('heading', { name: 'Result' }).waitFor();
    await page.close();
  });
});

describe('the findings', () => {
  it('say what has changed, and are acknowledged with a reason', async () => {
    const page = await open('/findings');
    await page.getByText('No open findings').waitFor();
    await takeScreenshots(page, 'findings-empty');
    await putProfiles(['Baseline', 'Kiosk']);
    await run('inventory.sync', 'healthy');
    await putProfiles(['Baseline', 'Bitlocker']);
    await run('inventory.sync', 'healthy');

    await page.reload();
    await page.getByText('Kiosk').first().waitFor();
    await takeScreenshots(page, 'findings');
    await page.getByRole('button', { name: /^Acknowledge .*Kiosk/ }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Replaced by Bitlocker.');
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'findings-dialog');
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    // It is new no longer, so it leaves the list of what is.
    await page.getByText('Kiosk').first().waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Status' }).selectOption('ACKNOWLEDGED');
    await page.getByText('Acknowledged by Olivia Owner: Replaced by Bitlocker.').waitFor();
    await page.getByText('Bitlocker', { exact: false }).first().waitFor();
    await page.waitForURL(/status=acknowledged/);
    await page.close();
  });
});

describe('the audit log', () => {
  it('says who did what, to its owner only', async () => {
    await run('provider.connection.check', 'healthy');
    const page = await open('/audit-log');
    await page.getByText('Olivia Owner').first().waitFor();
    await page.getByText('Details').first().click();
    await page.getByText('"subject"').first().waitFor();
    await takeScreenshots(page, 'audit-log');
    await page.close();

    const operator = await open('/audit-log', 'Ophelia Operator');
    await operator.getByRole('heading', { name: 'You don’t have access to this page' }).waitFor();
    await operator
      .getByText('Your role here does not include managing members and reading the audit log.')
      .waitFor();
    await takeScreenshots(operator, 'audit-log-forbidden');
    await operator.close();
  });
});
