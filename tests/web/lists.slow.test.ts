import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from '../support/axe.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../support/browser.ts';
import { openSql, type TestSql } from '../support/sql.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { rowOf } from '../support/row-of.ts';

let app: TestApp;
let browser: TestBrowser;
let database: TestSql;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp();
  browser = await startTestBrowser();
  database = openSql(app.connection);
  const owner = await app.as('owner');
  const { data } = await owner.query('{ viewer { workspaces { id } } }');
  workspaceId = rowOf(data.viewer.workspaces[0].id as string);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

/** More than the API gives in one page, so that a list that is asked for again as one page loses rows. */
const many = 130;

/** Guards against hanging on a busy machine. */
const patienceMs = 15_000;

const open = (section: string, person = 'Olivia Owner') =>
  browser.signIn(app.url, person, { path: `/workspaces/${workspaceId}${section}` });

async function loadAll(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: 'Load more' });
  const rows = () => page.getByRole('row').count();
  while ((await more.count()) > 0) {
    const before = await rows();
    await more.click();
    await expect.poll(rows, { timeout: patienceMs }).toBeGreaterThan(before);
  }
}

async function startRun(): Promise<void> {
  const owner = await app.as('owner');
  const tenantId = await app.tenantId('healthy');
  const { data } = await owner.query(
    'mutation ($id: ID!) { startOperation(input: { type: "entra.groups.sync", tenantId: $id }) { run { id } } }',
    { id: tenantId },
  );
  const watch = 'subscription ($id: ID!) { operationRun(id: $id) { status } }';
  for await (const event of owner.subscribe(watch, { id: data.startOperation.run.id })) void event;
}

describe('the operations', () => {
  it('reach their end, and stay where they are read when something new runs', async () => {
    const tenantId = await app.tenantId('healthy');
    await database.sql`insert into operation_runs (workspace_id, tenant_id, type, status, outcome, started_at, completed_at)
      select ${workspaceId}::bigint, ${tenantId}::bigint, 'inventory.sync', 'completed', 'cancelled', now() - interval '1 hour', now() - interval '1 hour'
      from generate_series(1, ${many})`;
    const page = await open('/operations');
    await page.getByRole('row').nth(1).waitFor();
    await loadAll(page);
    const rows = await page.getByRole('row').count();
    expect(rows).toBeGreaterThan(many);

    const watched = page.getByRole('row').nth(120).getByRole('link').first();
    await watched.scrollIntoViewIfNeeded();
    const before = await watched.boundingBox();
    const run = await watched.getAttribute('href');
    await startRun();
    await page.getByRole('button', { name: '1 new operation' }).waitFor();
    expect(
      await page
        .locator(`a[href="${run ?? ''}"]`)
        .first()
        .boundingBox(),
    ).toEqual(before);
    expect(await page.getByRole('row').count()).toBe(rows);
    await takeScreenshots(page, 'operations-new');

    await page.getByRole('button', { name: '1 new operation' }).click();
    await page.getByRole('link', { name: 'Group sync', exact: true }).first().waitFor();
    expect(await page.evaluate('window.scrollY')).toBe(0);
    // At the top there is nothing to lose sight of: the next one comes on its own.
    await startRun();
    await expect
      .poll(() => page.getByRole('link', { name: 'Group sync', exact: true }).count(), {
        timeout: patienceMs,
      })
      .toBe(2);
    await page.close();
  });
});

/** Another workspace of the same owner, after the demo's: more tenants than anyone scrolls through. */
async function createFleet(): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`
    with made as (insert into workspaces (name, slug) values ('Zenith', ${`zenith-${Date.now()}`}) returning id)
    insert into workspace_memberships (workspace_id, user_id, role)
    select made.id, users.id, 'owner' from made, users where email = 'owner@northwind.example'
    returning workspace_id as id`;
  const id = row?.id ?? '';
  await database.sql`insert into tenants (workspace_id, name, status)
    select ${id}, 'Tenant ' || to_char(n, 'FM0000'), 'active' from generate_series(1, 2000) n`;
  return id;
}

const found = (page: Page) => page.getByRole('listbox').getByRole('option');
const hasFocus = async (locator: Locator) =>
  (await locator.and(locator.page().locator(':focus')).count()) === 1;

describe('a run that is cancelled in the list', () => {
  it('keeps the focus where it was, and says what it counts', async () => {
    const owner = await app.as('owner');
    const path = `/operations?tenant=${await app.tenantId('slow')}`;
    const page = await open(path);
    await owner.query(
      'mutation ($id: ID!) { startOperation(input: { type: "inventory.sync", tenantId: $id }) { result } }',
      { id: await app.tenantId('slow') },
    );
    const row = page.getByRole('row').filter({ hasText: 'Inventory sync' }).first();
    await row.getByText(/of 5 collections/).waitFor();
    await takeScreenshots(page, 'operations-running');
    await row.getByRole('button', { name: /^Cancel/ }).press('Enter');
    await row.getByText('Cancelled').waitFor();
    await expect.poll(() => row.getByRole('button').count()).toBe(0);
    expect(await hasFocus(row)).toBe(true);
    await page.close();
  });
});

describe('a tenant', () => {
  it('of 2,000 is found by typing and kept in the address, all by keyboard', async () => {
    const fleet = await createFleet();
    const address = `/workspaces/${fleet}/operations`;
    const page = await browser.signIn(app.url, 'Olivia Owner', { path: address });
    const any = page.getByRole('button', { name: 'Tenant: Any tenant' });
    await any.press('Enter');
    const field = page.getByRole('combobox', { name: 'Tenant' });
    await page.getByText('20 of 2000. Type to find more.').last().waitFor();
    expect(await hasFocus(field)).toBe(true);
    await takeScreenshots(page, 'operations-tenant-picker');
    // Going up from the first one leads to the last, and its coming into sight to the next ones.
    await field.press('End');
    await page.getByText('40 of 2000. Type to find more.').last().waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await field.press('Escape');
    expect(await hasFocus(any)).toBe(true);

    await any.press('Enter');
    await field.pressSequentially('nant 1500');
    await page.getByRole('option', { name: 'Tenant 1500' }).waitFor();
    await expect.poll(() => found(page).count(), { timeout: patienceMs }).toBe(1);
    await field.press('ArrowDown');
    await field.press('Enter');
    const chosen = page.getByRole('button', { name: 'Tenant: Tenant 1500' });
    await chosen.waitFor();
    expect(page.url()).toMatch(/[?]tenant=[0-9]+$/);
    expect(await hasFocus(chosen)).toBe(true);
    await page.reload();
    await chosen.waitFor();
    await page.getByText('No matching runs').waitFor();
    await page.getByRole('button', { name: 'Any tenant, not only Tenant 1500' }).press('Enter');
    await page.getByText('No operations yet').waitFor();
    expect(page.url()).toBe(`${app.url}${address}`);
    expect(await hasFocus(any)).toBe(true);
    await page.close();
  });

  it('or anything else in an address that is not known is said, and the list stays', async () => {
    const page = await open('/operations?type=nonsense&status=sleeping&outcome=cancelled');
    await page.getByText('Not recognized: type=nonsense, status=sleeping.').waitFor();
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.getByRole('combobox', { name: 'Outcome' }).inputValue()).toBe('CANCELLED');
    await takeScreenshots(page, 'operations-ignored');
    for (const section of ['/operations', '/findings']) {
      for (const tenant of ['987654321', 'nonsense']) {
        await page.goto(`${app.url}/workspaces/${workspaceId}${section}?tenant=${tenant}`);
        await page.getByText('Tenant not found').waitFor();
      }
      if (section === '/operations') await takeScreenshots(page, 'operations-unknown-tenant');
      await page.getByRole('button', { name: 'Show all tenants' }).click();
      await page.getByRole('button', { name: 'Tenant: Any tenant' }).waitFor();
    }
    const others = ['?readiness=never&sort=colour', '/onboarding?status=lost', '/findings?severity=grave'];
    for (const other of others) {
      await page.goto(`${app.url}/workspaces/${workspaceId}${other}`);
      await page.getByText('Not recognized:').waitFor();
    }
    await page.goto(`${app.url}/workspaces/${workspaceId}?search=${'x'.repeat(300)}`);
    await page.getByText('No matching tenants').waitFor();
    await page.close();
  });
});

describe('the findings', () => {
  it('lead to a sync while there are none, for whoever may start one', async () => {
    const page = await open('/findings');
    await page.getByRole('button', { name: 'Start an inventory sync' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Start', exact: true }).press('Enter');
    await dialog.getByText('Choose the tenant to sync.').waitFor();
    await dialog.getByRole('button', { name: 'Tenant: Choose a tenant' }).press('Enter');
    const field = page.getByRole('combobox', { name: 'Tenant' });
    await field.press('Escape');
    await dialog.getByRole('button', { name: 'Tenant: Choose a tenant' }).press('Enter');
    await field.pressSequentially('Alder');
    await expect.poll(() => found(page).count(), { timeout: patienceMs }).toBe(1);
    await field.press('ArrowDown');
    await field.press('Enter');
    await dialog.getByRole('button', { name: 'Tenant: Alder & Ash Joinery' }).waitFor();
    await takeScreenshots(page, 'findings-start-sync');
    expect(await problemsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Start', exact: true }).press('Enter');
    await page.getByText('Inventory sync started').waitFor();
    await takeScreenshots(page, 'findings-empty');
    await page.close();

    const reader = await open(`/findings?tenant=${await app.tenantId('healthy')}`, 'Rhys Reader');
    const start = reader.getByRole('button', { name: 'Start an inventory sync of Alder & Ash Joinery' });
    expect(await start.getAttribute('aria-disabled')).toBe('true');
    await reader.close();
  });

  it('begin with what is new, reach their end, and keep the focus when one is acknowledged', async () => {
    const tenantId = await app.tenantId('healthy');
    await database.sql`insert into findings (workspace_id, tenant_id, provider_connection_id, operation_run_id,
        kind, external_id, change, title, severity, fingerprint)
      select t.workspace_id, t.id, c.id, r.id, 'apps', 'a' || n, 'appeared', 'App “' || n || '” is new.', 'low',
        encode(sha256(n::text::bytea), 'hex')
      from tenants t, generate_series(1, ${many}) n,
        lateral (select id from provider_connections where tenant_id = t.id limit 1) c,
        lateral (select id from operation_runs where tenant_id = t.id limit 1) r
      where t.id = ${tenantId}`;
    const page = await open('/findings');
    await page.getByText(`App “${many}” is new.`, { exact: true }).first().waitFor();
    await loadAll(page);
    await page.getByText('App “1” is new.', { exact: true }).first().waitFor();

    await page.goto(`${app.url}/workspaces/${workspaceId}/findings`);
    await page.getByRole('button', { name: `Acknowledge App “${many}” is new.` }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Wanted.');
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await expect
      .poll(() => page.getByText(`App “${many}” is new.`, { exact: true }).count(), { timeout: patienceMs })
      .toBe(0);
    expect(await page.evaluate('document.activeElement === document.body')).toBe(false);

    await page.getByRole('combobox', { name: 'Status' }).selectOption('ACKNOWLEDGED');
    await page.getByText('Acknowledged by Olivia Owner').waitFor();
    await page.reload();
    await page.getByText('Acknowledged by Olivia Owner').waitFor();
    await page.close();
  });

  it('are acknowledged several at once, and what could not be is said', async () => {
    const page = await open('/findings');
    const box = (n: number) => page.getByRole('checkbox', { name: `Select App “${n}” is new.` });
    await box(120).focus();
    await page.keyboard.press('Space');
    await box(116).focus();
    await page.keyboard.press('Shift+Space');
    const bar = page.getByRole('region', { name: 'Selected findings' });
    await bar.getByText('5 selected').waitFor();
    await takeScreenshots(page, 'findings-selected');
    expect(await problemsOf(page)).toEqual([]);
    // Someone else is faster with one of them.
    await database.sql`update findings set status = 'acknowledged', acknowledged_at = now(),
        acknowledged_by_user_id = (select id from users where email = 'operator@northwind.example'),
        acknowledgement_reason = 'Mine.' where title = 'App “118” is new.'`;
    await bar.getByRole('button', { name: 'Acknowledge selected' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Acknowledge 5 findings' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Rolled out by us.');
    await dialog.getByRole('button', { name: 'Acknowledge', exact: true }).press('Enter');
    await dialog.getByText('4 of 5 are acknowledged.').waitFor();
    // What is refused for good leaves nothing to try again.
    expect(await dialog.getByRole('button', { name: /^Try again/ }).count()).toBe(0);
    await dialog.getByText('The finding is already acknowledged.').waitFor();
    await takeScreenshots(page, 'findings-partly');
    expect(await problemsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await expect.poll(() => box(118).count()).toBe(0);
    expect(await page.evaluate('document.activeElement === document.body')).toBe(false);
    const kept = await database.sql<
      { reason: string }[]
    >`select acknowledgement_reason as reason from findings
      where title ~ '^App “1(16|17|18|19|20)”' order by id`;
    expect(kept.map(({ reason }) => reason)).toEqual([
      ...['Rolled out by us.', 'Rolled out by us.', 'Mine.'],
      ...['Rolled out by us.', 'Rolled out by us.'],
    ]);
    await page.close();
  });

  it('can be read, but not acknowledged, by a reader', async () => {
    const page = await open('/findings', 'Rhys Reader');
    const button = page.getByRole('button', { name: /^Acknowledge App/ }).first();
    await button.waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await takeScreenshots(page, 'findings-reader');
    await page.close();
  });
});

describe('the audit log', () => {
  it('reaches its end, and gives its details away whole', async () => {
    await database.sql`insert into audit_entries (workspace_id, action, subject_type, subject_id, data)
      select ${workspaceId}::bigint, 'tenant.updated', 'workspace', ${workspaceId}::bigint, json_build_object('n', n)
      from generate_series(1, ${many}) n`;
    const page = await open('/audit-log');
    await page.getByText('Details').first().click();
    await page.getByRole('button', { name: 'Copy the details' }).waitFor();
    await takeScreenshots(page, 'audit-log-details');
    const more = page.getByRole('button', { name: 'Load more' });
    while ((await more.count()) > 0) {
      const before = await page.getByRole('listitem').count();
      await more.click();
      await expect
        .poll(() => page.getByRole('listitem').count(), { timeout: patienceMs })
        .toBeGreaterThan(before);
    }
    expect(await page.getByRole('status').filter({ hasText: 'total' }).count()).toBe(1);
    // The button is gone; whoever pressed it is still at the end.
    expect(await page.evaluate('document.activeElement.textContent')).toContain('total');
    await page.close();
  });
});
