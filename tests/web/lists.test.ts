import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../support/browser.ts';
import { openSql, type TestSql } from '../support/sql.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

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
  workspaceId = data.viewer.workspaces[0].id as string;
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
    // At the top there is nothing to lose sight of: the next one comes by itself.
    await startRun();
    await expect
      .poll(() => page.getByRole('link', { name: 'Group sync', exact: true }).count(), {
        timeout: patienceMs,
      })
      .toBe(2);
    await page.close();
  });
});

describe('the findings', () => {
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
    const more = page.getByRole('button', { name: 'Load more' });
    while ((await more.count()) > 0) {
      const before = await page.getByRole('listitem').count();
      await more.click();
      await expect
        .poll(() => page.getByRole('listitem').count(), { timeout: patienceMs })
        .toBeGreaterThan(before);
    }
    expect(await page.getByRole('status').filter({ hasText: 'in all' }).count()).toBe(1);
    await page.close();
  });
});
