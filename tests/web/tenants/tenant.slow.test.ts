import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.ts';
import { problemsOf } from '../../support/axe.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let browser: TestBrowser;
let database: TestSql;
let owner: ApiClient;
beforeAll(async () => {
  // Without a worker at first: what is started stays queued until a test wants it to run.
  app = await startTestApp({ roles: new Set(['api']) });
  browser = await startTestBrowser();
  database = openSql(app.connection);
  owner = await app.as('owner');
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

async function openTenant(scenario: string, person: string, query = ''): Promise<Page> {
  const path = `/tenants/${await app.tenantId(scenario)}${query}`;
  const page = await browser.signIn(app.url, person, { path });
  await page.getByRole('heading', { name: 'Permissions', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Actions' }).waitFor();
  return page;
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Inventory sync' }).waitFor();
}

/** The label of each item of the open menu, and why it cannot be used where it cannot. */
async function menuItems(page: Page): Promise<Record<string, string>> {
  const items = await page.getByRole('menuitem').all();
  const texts = await Promise.all(
    items.map(async (item) => [
      await item.getAttribute('aria-disabled'),
      ...(await item.innerText()).split('\n'),
    ]),
  );
  const entries = texts.map(([disabled, label = '', reason = '']) => [
    label,
    disabled === 'true' ? reason : 'enabled',
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

const startVerification = `mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }`;
const followRun = `subscription ($id: ID!) { operationRun(id: $id) { status } }`;

async function verify(scenario: string): Promise<string> {
  const id = await app.tenantId(scenario);
  const { data } = await owner.query(startVerification, { id });
  const runId = data.startVerification.run.id as string;
  for await (const event of owner.subscribe(followRun, { id: runId })) void event;
  return runId;
}

/** Older verifications of the tenant, as copies of those it has: a history as after some weeks. */
async function lengthenHistory(scenario: string, times: number): Promise<void> {
  const { sql } = database;
  await sql`insert into operation_runs (workspace_id, tenant_id, type, status, outcome, context, provider_connection_id,
      initiator_user_id, attempt, last_event_seq, summary_counts, failure_summary, created_at, started_at, completed_at)
    select workspace_id, tenant_id, type, status, outcome, context, provider_connection_id, initiator_user_id, attempt,
      last_event_seq, summary_counts, failure_summary, now() - (${times} + 1 - n) * interval '1 hour',
      started_at, completed_at
    from operation_runs, generate_series(1, ${times}) n where tenant_id = ${await app.tenantId(scenario)}
    order by n, id`;
}

describe('before anything runs', () => {
  it('starts operations from the menu and says what became of each', async () => {
    const page = await openTenant('throttled', 'Ophelia Operator');
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Inventory sync' }).click();
    const toasts = page.getByRole('region', { name: 'Notifications' });
    await toasts.getByText('Inventory sync started').waitFor();
    expect(await toasts.getByRole('link', { name: 'Open run' }).getAttribute('href')).toMatch(
      /^\/operations\/\d+$/,
    );
    // The history shows the new run without a reload.
    await page.getByRole('link', { name: 'Inventory sync: Queued' }).waitFor();
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Group sync' }).click();
    await toasts.getByText('Group sync has to wait').waitFor();
    await toasts.getByText('Inventory sync is using the connection').waitFor();
    await page.close();
  });
});

describe('whoever manages the tenant', () => {
  it('edits it: what is refused is said at its field, and what was typed stays', async () => {
    const page = await openTenant('wrong-directory', 'Marcus Manager');
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit tenant' });
    await dialog.getByLabel('Name').fill('Inkwell & Sons');
    await dialog.getByLabel('Directory ID').fill('not-a-guid');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('A directory ID has the form').waitFor();
    await dialog.getByLabel('Directory ID').fill('inkwell.example');
    await dialog.getByText('This is a domain name.').waitFor();
    await takeScreenshots(page, 'tenant-edit');
    expect(await problemsOf(page)).toEqual([]);
    // Another tenant of the workspace has that directory: only the API knows.
    const { data } = await owner.query('query ($id: ID!) { tenant(id: $id) { tenantId } }', {
      id: await app.tenantId('healthy'),
    });
    await dialog.getByLabel('Directory ID').fill(`{${data.tenant.tenantId as string}}`);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').first().waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Inkwell & Sons');
    await dialog.getByLabel('Directory ID').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Inkwell & Sons' }).waitFor();
    expect(await page.title()).toContain('Inkwell & Sons');
    await page.close();
  });

  it('archives and restores it, and reads before what that does', async () => {
    const page = await openTenant('wrong-directory', 'Marcus Manager');
    await openMenu(page);
    await takeScreenshots(page, 'tenant-menu');
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('button:focus', { hasText: 'Actions' }).waitFor();
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    const dialog = page.getByRole('dialog', { name: /^Archive / });
    await dialog.getByText('You can restore it at any time').waitFor();
    await takeScreenshots(page, 'tenant-archive');
    expect(await problemsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('heading', { name: 'This tenant is archived' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    const verifyButton = page.getByRole('button', { name: 'Verify' });
    expect(await verifyButton.getAttribute('aria-disabled')).toBe('true');
    await verifyButton.hover();
    await page.getByRole('tooltip').getByText('The tenant is archived.').waitFor();
    await takeScreenshots(page, 'tenant-archived');
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('heading', { name: 'This tenant is archived' }).waitFor({ state: 'detached' });
    await page.close();
  });

  it('changes the default connection by one press', async () => {
    const id = await app.tenantId('slow');
    await owner.query(
      `mutation ($id: ID!) { createProviderConnection(input: { tenantId: $id, cloud: "sandbox", displayName: "Second",
        entraTenantId: "11111111-2222-4333-8444-555555555555" }) { providerConnection { id } } }`,
      { id },
    );
    const page = await openTenant('slow', 'Marcus Manager');
    const first = page.getByRole('button', { name: /^Default Microsoft/ });
    const second = page.getByRole('button', { name: 'Default Second' });
    expect(await first.getAttribute('aria-pressed')).toBe('true');
    await takeScreenshots(page, 'tenant-connections');
    await second.click();
    await page.locator('button[aria-pressed=true]', { hasText: 'Second' }).waitFor();
    expect(await first.getAttribute('aria-pressed')).toBe('false');
    // It keeps the focus, and says now why it cannot be pressed again.
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Second');
    await page.mouse.move(0, 0);
    await second.hover();
    await page.getByRole('tooltip').getByText('The connection is already the default.').waitFor();
    expect(await page.getByRole('link', { name: 'Second' }).getAttribute('href')).toMatch(
      /^\/tenants\/\d+\/connections\/\d+$/,
    );
    expect(await page.getByRole('link', { name: 'Add a connection' }).getAttribute('href')).toMatch(
      /\/connections\/new$/,
    );
    await first.click();
    await page.locator('button[aria-pressed=true]', { hasText: 'Microsoft' }).waitFor();
    await page.close();
  });

  it('is led to the onboarding that is not finished, and to what a new tenant needs first', async () => {
    const { data } = await owner.query('{ viewer { workspaces { id } } }');
    const begun = await owner.query(
      `mutation ($input: BeginTenantOnboardingInput!) { beginTenantOnboarding(input: $input) { session { id tenant { id } } } }`,
      {
        input: {
          workspaceId: data.viewer.workspaces[0].id as string,
          entraTenantId: '99999999-2222-4333-8444-555555555555',
          name: 'Newcomer & Daughters',
        },
      },
    );
    const { id, tenant } = begun.data.beginTenantOnboarding.session as { id: string; tenant: { id: string } };
    const page = await browser.signIn(app.url, 'Olivia Owner', { path: `/tenants/${rowOf(tenant.id)}` });
    const link = page.getByRole('link', { name: 'Continue onboarding' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`/onboarding/${rowOf(id)}`);
    await page.getByText('Never verified').first().waitFor();
    await page.getByText('Available after the first verification.').waitFor();
    await takeScreenshots(page, 'tenant-never-verified');
    expect(await problemsOf(page)).toEqual([]);
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Set as current tenant' }).click();
    await page.locator('header').getByText('Current', { exact: true }).waitFor();
    await page.close();
  });
});

describe('a reader', () => {
  it('sees every action, disabled with its reason', async () => {
    const page = await openTenant('secret-expired', 'Rhys Reader');
    await takeScreenshots(page, 'tenant-blocked');
    expect(await problemsOf(page)).toEqual([]);
    await openMenu(page);
    const cannot = (what: string) => `Your role here does not include ${what}.`;
    const starting = cannot('starting or stopping operations');
    expect(await menuItems(page)).toEqual({
      'Inventory sync': starting,
      'Group sync': starting,
      Backup: starting,
      'Set as current tenant': 'enabled',
      Members: 'enabled',
      Edit: cannot('managing tenants'),
      Archive: cannot('managing tenants'),
    });
    await takeScreenshots(page, 'tenant-reader');
    await page.keyboard.press('Escape');
    for (const name of ['Verify', 'Add a connection', 'Acknowledge']) {
      const button = page.getByRole('button', { name }).first();
      expect(await button.getAttribute('aria-disabled')).toBe('true');
    }
    await page.close();
  });

  it('finds nothing where a tenant is not theirs, as where there is none', async () => {
    const page = await browser.signIn(app.url, 'Rhys Reader');
    const texts: string[] = [];
    for (const id of [await app.tenantId('slow'), '987654321']) {
      await page.goto(`${app.url}/tenants/${id}`);
      await page.getByRole('heading', { name: 'Not found' }).waitFor();
      texts.push(await page.locator('main').innerText());
    }
    expect(texts[0]).toBe(texts[1]);
    await page.close();
  });
});

describe('while a worker works', () => {
  beforeAll(() => app.startWorker());

  it('shows how the tenant has stood, what changed, and which permissions need action', async () => {
    await lengthenHistory('missing-permission', 14);
    await verify('missing-permission');
    const page = await openTenant('missing-permission', 'Olivia Owner');
    await takeScreenshots(page, 'tenant-needs-attention');
    expect(await problemsOf(page)).toEqual([]);

    // One stop for Tab, the arrows from mark to mark, Enter opens the run.
    const marks = page.getByRole('list', { name: 'Verifications over time' }).getByRole('link');
    expect(await marks.count()).toBe(30);
    expect(await page.locator('ol[aria-label="Verifications over time"] a[tabindex="0"]').count()).toBe(1);
    await marks.last().focus();
    await page.keyboard.press('ArrowLeft');
    await page
      .getByRole('tooltip')
      .getByText(/^(Ready|Needs attention|Blocked), /)
      .waitFor();
    const target = await page.evaluate<string>('document.activeElement.getAttribute("href")');
    expect(target).toBe(await marks.nth(28).getAttribute('href'));

    // The history says what changed, and check by check when it is opened.
    await page.getByText('2 newly failing').first().click();
    await page.getByText('Pass → Fail').first().waitFor();
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('16 of 31').waitFor();

    const matrix = page.getByRole('table', { name: 'What can be managed' });
    expect(await matrix.getByRole('row', { name: /^Configuration/ }).innerText()).toContain('Missing');

    await page.getByRole('button', { name: /^Only what needs action \(\d+\)$/ }).click();
    expect(new URL(page.url()).searchParams.get('permissions')).toBe('act');
    await page.getByText('Granted and effective in Microsoft Graph.').waitFor({ state: 'detached' });
    await page.getByText('DeviceManagementConfiguration.Read.All').first().waitFor();

    await page.goto(`${app.url}${target}`);
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.close();
  });

  it('fills the page when a verification ends, without a reload', async () => {
    const page = await openTenant('slow', 'Ophelia Operator');
    await page.evaluate('window.notReloaded = true');
    const marks = page.getByRole('list', { name: 'Verifications over time' }).getByRole('link');
    const before = await marks.count();
    await page.keyboard.press('v');
    await page.getByText('Entra issued an access token.').waitFor();
    await takeScreenshots(page, 'tenant-live');
    await app.setLatency('slow', 0);
    await page.getByText('Granted and effective in Microsoft Graph.').waitFor();
    await page.getByRole('button', { name: 'Verify', exact: false }).first().waitFor();
    expect(await marks.count()).toBe(before + 1);
    await page.getByRole('link', { name: /^Verification: Ready/ }).waitFor();
    expect(await page.evaluate('window.notReloaded')).toBe(true);
    await page.close();
  });

  it('says when it checks again on its own, until someone stops that', async () => {
    await verify('permission-pending');
    const page = await openTenant('permission-pending', 'Ophelia Operator');
    await page.getByText(/^in [12] minutes?$/).waitFor();
    await page.getByText('has not reached Microsoft Graph yet').first().waitFor();
    await page.getByText('wait; do not grant it again').waitFor();
    await takeScreenshots(page, 'tenant-waiting');
    await page.getByRole('button', { name: /^Stop/ }).click();
    await page.getByText('None scheduled').waitFor();
    // The button is gone; the focus stays where it was.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('None scheduled');
    await page.close();
  });

  it('shows the rest when the stored report is damaged', async () => {
    const runId = await verify('secret-invalid');
    await database.sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update operation_runs set context = jsonb_set(context, '{verification_report,summary,overall}', '"ready"')
        where id = ${rowOf(runId)}`;
    });
    const page = await openTenant('secret-invalid', 'Ophelia Operator');
    await page.getByText('The stored report cannot be shown').first().waitFor();
    await page.getByText('The latest report cannot be read').waitFor();
    await page
      .getByRole('link', { name: /^Verification: Ready/ })
      .first()
      .waitFor();
    expect(await page.getByText('Part of this page could not be loaded').count()).toBe(0);
    await takeScreenshots(page, 'tenant-damaged-report');
    await page.close();
  });
});
