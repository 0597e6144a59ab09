import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemsOf } from '../support/axe.ts';
import { narrow, showAs, startTestBrowser, type TestBrowser } from '../support/browser.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { rowOf } from '../support/row-of.ts';

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  app = await startTestApp();
  browser = await startTestBrowser();
  await giveLongNames('secret-expired');
  await giveLongNames('no-connection');
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

/** Of a window on a desk (CSS pixels). */
const wide = 1280;

/** Nothing in them to break a line at, and as long as the API takes: they must not push a page wider than its window. */
async function giveLongNames(scenario: string): Promise<void> {
  const name = 'W'.repeat(200);
  const owner = await app.as('owner');
  const tenantId = await app.tenantId(scenario);
  const { data } = await owner.query(
    `mutation ($input: UpdateTenantInput!) {
      updateTenant(input: $input) { tenant { name defaultProviderConnection { id } } } }`,
    { input: { tenantId, name } },
  );
  expect(data.updateTenant.tenant.name).toBe(name);
  const connection = data.updateTenant.tenant.defaultProviderConnection as { id: string } | null;
  if (connection === null) return;
  const { errors } = await owner.query(
    'mutation ($input: UpdateProviderConnectionInput!) { updateProviderConnection(input: $input) { __typename } }',
    { input: { connectionId: connection.id, displayName: name } },
  );
  expect(errors).toBeUndefined();
}

/** Each page by its address, with what `ids` holds in braces, and something that is on it when it is complete. */
const pages: readonly (readonly [address: string, complete: string])[] = [
  ['/workspaces/{workspace}/onboarding', 'Continue'],
  ['/onboarding/{onboarding}', 'Create connection'],
  ['/onboarding/{onboarding}?step=complete', 'not been verified in this onboarding'],
  ['/workspaces/{workspace}', 'Alder & Ash Joinery'],
  ['/workspaces/{workspace}?search=nobody', 'No matching tenants'],
  ['/tenants/{blocked}', 'Replace the credential'],
  ['/tenants/{unconnected}', 'No connection'],
  ['/operations/{run}', 'Timeline'],
  ['/tenants/{blocked}/connections/{connection}', 'Last verification through this connection failed'],
  ['/tenants/{unconnected}/connections/new', 'Add connection'],
  ['/workspaces/{workspace}/members', 'Ophelia Operator'],
  ['/tenants/{healthy}/members', 'Effective role'],
  ['/account/api-tokens', 'No active tokens'],
  ['/workspaces/{workspace}/operations', 'Runs, newest first'],
  ['/workspaces/{workspace}/findings', 'No open findings'],
  ['/workspaces/{workspace}/schedules', 'Nightly verification is paused'],
  ['/workspaces/{workspace}/audit-log', 'Entries cannot be changed or deleted'],
  ['/operations/987654321', 'Not found'],
  ['/help/reasons', 'You act'],
  ['/help/reasons#permission.missing', 'permission.missing'],
  ['/help/report-a-code', 'Never send a secret'],
  ['/sign-in', 'Pick a demo user'],
];

/** The main pages, which are looked at in high contrast, too. */
const mainPages = [
  '/workspaces/{workspace}/onboarding',
  '/onboarding/{onboarding}',
  '/workspaces/{workspace}',
  '/tenants/{blocked}',
  '/operations/{run}',
  '/tenants/{blocked}/connections/{connection}',
  '/workspaces/{workspace}/operations',
];

let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  const owner = await app.as('owner');
  const blocked = await app.tenantId('secret-expired');
  const { data } = await owner.query(
    `query ($id: ID!) { tenant(id: $id) {
      workspace { id } latestVerification { id } defaultProviderConnection { id } } }`,
    { id: blocked },
  );
  const workspace = rowOf(data.tenant.workspace.id as string);
  const { data: begun } = await owner.query(
    'mutation ($input: BeginTenantOnboardingInput!) { beginTenantOnboarding(input: $input) { session { id } } }',
    {
      input: {
        workspaceId: workspace,
        entraTenantId: '0a000000-0000-4000-8000-00000000000a',
        name: 'Quince Mills',
      },
    },
  );
  ids = {
    workspace,
    blocked,
    healthy: await app.tenantId('healthy'),
    unconnected: await app.tenantId('no-connection'),
    run: rowOf(data.tenant.latestVerification.id as string),
    connection: rowOf(data.tenant.defaultProviderConnection.id as string),
    onboarding: rowOf(begun.beginTenantOnboarding.session.id as string),
  };
});

const withIds = (address: string) =>
  address.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? '');

let page: Page;
beforeAll(async () => {
  page = await browser.signIn(app.url, 'Olivia Owner');
});

async function chooseHighContrast(): Promise<void> {
  await page.getByRole('button', { name: 'Account of Olivia Owner' }).click();
  await page.getByRole('menuitemradio', { name: 'High contrast' }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await showAs(page, { colorScheme: 'dark', width: wide });
}

// Loaded once and looked at three times.
it.each(pages)(
  'is accessible and fits, light and wide, dark and narrow, and in high contrast: %s',
  async (address, complete) => {
    await page.evaluate("localStorage.removeItem('tenantatlas.theme')");
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${app.url}${withIds(address)}`);
    await page.getByText(complete).first().waitFor();
    expect(await problemsOf(page), 'light and wide').toEqual([]);
    await showAs(page, { colorScheme: 'dark', width: narrow });
    expect(await problemsOf(page), 'dark and narrow').toEqual([]);
    await showAs(page, { colorScheme: 'dark', width: wide });
    if (!mainPages.includes(address)) return;
    await chooseHighContrast();
    expect(await problemsOf(page), 'high contrast').toEqual([]);
  },
);

it.each(['dark', 'contrast'])('a dialog is accessible in the theme %s', async (theme) => {
  await page.evaluate(`localStorage.setItem('tenantatlas.theme', '${theme}')`);
  await page.goto(`${app.url}${withIds('/operations/{run}')}`);
  await page
    .getByRole('button', { name: /^Acknowledge / })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  expect(await problemsOf(page)).toEqual([]);
});
