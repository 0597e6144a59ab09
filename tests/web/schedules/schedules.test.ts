import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

/** No one works and nothing ticks: what is due is written here, as a worker would have. */
let app: TestApp;
let test: TestSql;
let browser: TestBrowser;
let path: string;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  test = openSql(app.connection);
  browser = await startTestBrowser();
  const owner = await app.as('owner');
  const { data } = await owner.query('{ viewer { workspaces { id } } }');
  path = `/workspaces/${data.viewer.workspaces[0].id}/schedules`;
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const dialog = (page: Page) => page.locator('[role=dialog], [role=alertdialog]');
const button = (page: Page, name: string) => page.getByRole('button', { name });

it('a manager adds a schedule with its due times before them, and pauses, resumes, runs and deletes it', async () => {
  const mara = await browser.signIn(app.url, 'Mara Manager', { path });
  await mara.getByText('Nightly verification is paused').waitFor();
  await button(mara, 'New schedule').click();
  const form = dialog(mara);
  await form.getByLabel('Name').fill('Before school');
  await form.getByLabel('How often').selectOption('WEEKLY');
  await form.getByLabel('Time of day').fill('06:30');
  await form.getByLabel('Time zone').selectOption('Europe/Berlin');
  // Five of them, each on a weekday at half past six.
  await expect
    .poll(async () => await form.getByRole('listitem').filter({ hasText: '06:30' }).count())
    .toBe(5);
  await takeScreenshots(mara, 'schedule-dialog');
  await form.getByRole('button', { name: 'Create' }).click();
  await rowOf(mara, 'Before school').getByText('Mon, Tue, Wed, Thu, Fri at 06:30').waitFor();

  await button(mara, 'Pause Before school').click();
  await dialog(mara).getByLabel('Reason').fill('Holidays.');
  await dialog(mara).getByRole('button', { name: 'Pause' }).click();
  await mara.getByText('Before school is paused').waitFor();
  await rowOf(mara, 'Before school').getByRole('button', { name: 'Resume Before school' }).click();
  await mara.getByText('Before school is paused').waitFor({ state: 'detached' });

  await button(mara, 'Run now Before school').click();
  await rowOf(mara, 'Before school').getByText('waiting').waitFor();
  await takeScreenshots(mara, 'schedules');

  await button(mara, 'Delete Before school').click();
  await dialog(mara).getByRole('button', { name: 'Delete' }).click();
  await rowOf(mara, 'Before school').getByRole('button', { name: 'Run now' }).waitFor({ state: 'detached' });
});

it('a tenant’s page says why it was not verified last night, and the workspace that it is frozen', async () => {
  const healthy = await app.tenantId('healthy');
  await test.sql`insert into schedule_runs (workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, status,
      reason_code, ended_at)
    select tenant.workspace_id, schedule.id, tenant.id, 'provider.connection.check', now() - interval '8 hours',
      now() - interval '4 hours', 'skipped', 'scope.busy', now() - interval '4 hours'
    from tenants tenant join schedules schedule on schedule.workspace_id = tenant.workspace_id
    where tenant.id = ${healthy} and schedule.name = 'Nightly verification'`;
  const mara = await browser.signIn(app.url, 'Mara Manager', { path: `/tenants/${healthy}` });
  await mara.getByText('Another run used the connection for the whole window.').waitFor();
  await mara.goto(`${app.url}${path}`);
  await mara.getByText('1 tenant: Another run used the connection for the whole window.').waitFor();
  await button(mara, 'Freeze').click();
  await dialog(mara).getByLabel('Until').fill('2999-12-31T18:00');
  await dialog(mara).getByLabel('Reason').fill('Migration weekend.');
  await dialog(mara).getByRole('button', { name: 'Freeze' }).click();
  await mara.getByText('Migration weekend.').waitFor();
  await mara.goto(`${app.url}/tenants/${healthy}`);
  await mara.getByText('Migration weekend.').waitFor();
});

it('a reader sees schedules and cannot change them', async () => {
  const rhys = await browser.signIn(app.url, 'Rhys Reader', { path });
  const add = button(rhys, 'New schedule');
  await add.waitFor();
  expect(await add.getAttribute('aria-disabled')).toBe('true');
});
