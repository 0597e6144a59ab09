import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { rowOf } from '../../support/row-of.ts';
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
  path = `/workspaces/${rowOf(data.viewer.workspaces[0].id as string)}/schedules`;
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const line = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const dialog = (page: Page) => page.locator('[role=dialog], [role=alertdialog]');
const button = (page: Page, name: string) => page.getByRole('button', { name });

it('a manager adds a schedule with its due times before them, and pauses, resumes, runs and deletes it', async () => {
  const marcus = await browser.signIn(app.url, 'Marcus Manager', { path });
  await marcus.getByText('Nightly verification is paused').waitFor();
  await button(marcus, 'New schedule').click();
  const form = dialog(marcus);
  await form.getByLabel('Name').fill('Before school');
  await form.getByLabel('How often').selectOption('WEEKLY');
  await form.getByLabel('Time of day').fill('06:30');
  await form.getByLabel('Time zone').selectOption('Europe/Berlin');
  // Five of them, each on a weekday at half past six.
  await expect
    .poll(async () => await form.getByRole('listitem').filter({ hasText: '06:30' }).count())
    .toBe(5);
  await takeScreenshots(marcus, 'schedule-dialog');
  await form.getByRole('button', { name: 'Create' }).click();
  await line(marcus, 'Before school').getByText('Mon, Tue, Wed, Thu, Fri at 06:30').waitFor();

  await button(marcus, 'Pause Before school').click();
  await dialog(marcus).getByLabel('Reason').fill('Holidays.');
  await dialog(marcus).getByRole('button', { name: 'Pause' }).click();
  await marcus.getByText('Before school is paused').waitFor();
  await line(marcus, 'Before school').getByRole('button', { name: 'Resume Before school' }).click();
  await marcus.getByText('Before school is paused').waitFor({ state: 'detached' });

  await button(marcus, 'Run now Before school').click();
  await line(marcus, 'Before school').getByText('waiting').waitFor();
  await takeScreenshots(marcus, 'schedules');

  await button(marcus, 'Delete Before school').click();
  await dialog(marcus).getByRole('button', { name: 'Delete' }).click();
  await line(marcus, 'Before school').getByRole('button', { name: 'Run now' }).waitFor({ state: 'detached' });
});

it('a tenant’s page says why it was not verified last night, and the workspace that it is frozen', async () => {
  const healthy = await app.tenantId('healthy');
  await test.sql`insert into schedule_runs (workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, status,
      reason_code, ended_at)
    select tenant.workspace_id, schedule.id, tenant.id, 'provider.connection.check', now() - interval '8 hours',
      now() - interval '4 hours', 'skipped', 'scope.busy', now() - interval '4 hours'
    from tenants tenant join schedules schedule on schedule.workspace_id = tenant.workspace_id
    where tenant.id = ${healthy} and schedule.name = 'Nightly verification'`;
  const marcus = await browser.signIn(app.url, 'Marcus Manager', { path: `/tenants/${healthy}` });
  await marcus.getByText('Another run used the connection for the whole window.').waitFor();
  await marcus.goto(`${app.url}${path}`);
  await marcus.getByText('1 tenant: Another run used the connection for the whole window.').waitFor();
  await button(marcus, 'Freeze').click();
  await dialog(marcus).getByLabel('Until').fill('2999-12-31T18:00');
  await dialog(marcus).getByLabel('Reason').fill('Migration weekend.');
  await dialog(marcus).getByRole('button', { name: 'Freeze' }).click();
  await marcus.getByText('Migration weekend.').waitFor();
  await marcus.goto(`${app.url}/tenants/${healthy}`);
  await marcus.getByText('Migration weekend.').waitFor();
});

it('a reader sees schedules and cannot change them', async () => {
  const rhys = await browser.signIn(app.url, 'Rhys Reader', { path });
  const add = button(rhys, 'New schedule');
  await add.waitFor();
  expect(await add.getAttribute('aria-disabled')).toBe('true');
});
