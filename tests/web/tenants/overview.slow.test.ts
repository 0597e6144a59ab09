import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from '../../support/axe.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { createWorkspace, rowOf, rowsOf, scrollsThrough } from './fleet-rows.ts';

let app: TestApp;
let browser: TestBrowser;
let database: TestSql;
/** Without a worker at first: what is started stays queued until a test wants it to go on. */
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  browser = await startTestBrowser();
  database = openSql(app.connection);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const tile = (page: Page, label: string): Locator =>
  page.getByRole('group', { name: 'Tenants by readiness' }).getByRole('button', { name: label });

describe('the overview', () => {
  it('counts, filters and sorts, and its address says how', async () => {
    const archived = await app.tenantId('throttled');
    await database.sql`update tenants set status = 'archived' where id = ${archived}`;
    const page = await browser.signIn(app.url, 'Olivia Owner');
    await rowOf(page, 'Alder & Ash Joinery').waitFor();
    await takeScreenshots(page, 'overview');
    const everything = await rowsOf(page).count();

    await tile(page, 'Blocked').click();
    await page.waitForURL(/readiness=blocked/);
    const blocked = Number(/\d+/.exec(await tile(page, 'Blocked').innerText())?.[0]);
    await expect.poll(() => rowsOf(page).count()).toBe(blocked);
    await page.reload();
    await expect.poll(() => rowsOf(page).count()).toBe(blocked);
    await tile(page, 'Blocked').click();
    await expect.poll(() => rowsOf(page).count()).toBe(everything);

    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Archived' });
    await expect.poll(() => rowsOf(page).count()).toBe(1);
    expect(await rowsOf(page).getByRole('checkbox').isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'All statuses' });
    await expect.poll(() => rowsOf(page).count()).toBe(everything + 1);
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Active and onboarding' });

    const header = page.getByRole('columnheader', { name: 'Readiness', exact: true });
    await header.getByRole('button').click();
    await page.waitForURL(/sort=readiness/);
    await expect.poll(() => rowsOf(page).first().innerText()).toContain('Blocked');
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    await header.getByRole('button').click();
    await page.waitForURL(/order=desc/);
    await expect.poll(() => rowsOf(page).first().innerText()).toContain('Ready');
    expect(await header.getAttribute('aria-sort')).toBe('descending');

    await page.keyboard.press('/');
    await page.keyboard.type('nobody');
    await page.getByText('No matching tenants').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.close();
  });

  it('shows a run that someone else starts at once, with one subscription for all rows', async () => {
    const subscriptions: string[] = [];
    const page = await browser.newPage();
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        // Beside it, the frame of the page watches what the viewer may do.
        if (payload.includes('"subscribe"') && !payload.includes('LiveAccess'))
          subscriptions.push(payload.toString());
      }),
    );
    await page.goto(`${app.url}/sign-in`);
    await page.getByText('Olivia Owner', { exact: true }).click();
    await rowOf(page, 'Alder & Ash Joinery').waitFor();
    await expect.poll(() => subscriptions.length).toBe(1);
    const before = Number(/\d+/.exec(await tile(page, 'Running').innerText())?.[0]);

    const operator = await app.as('operator');
    const started = await operator.query(
      'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id tenant { name } } } }',
      { id: await app.tenantId('slow') },
    );
    const { id, tenant } = started.data.startVerification.run as { id: string; tenant: { name: string } };
    await rowOf(page, tenant.name).getByRole('link', { name: 'Queued' }).waitFor();
    await expect.poll(() => tile(page, 'Running').innerText()).toContain(String(before + 1));
    expect(subscriptions).toHaveLength(1);
    await operator.query('mutation ($id: ID!) { cancelOperationRun(input: { runId: $id }) { run { id } } }', {
      id,
    });
    await page.close();
  });
});

describe('verifying many', () => {
  it('verifies those that were picked, counts down, and is still there when one comes back', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner');
    await rowOf(page, 'Alder & Ash Joinery').waitFor();
    const boxes = rowsOf(page).getByRole('checkbox');
    await boxes.nth(0).click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await page.getByText('3 selected', { exact: true }).waitFor();
    await takeScreenshots(page, 'overview-selected');
    await page.getByRole('button', { name: 'Verify selected' }).click();
    await page.getByRole('dialog', { name: 'Verify 3 tenants?' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('3 of 3 left to verify').waitFor();
    expect(await page.getByText('3 selected', { exact: true }).count()).toBe(0);

    await rowsOf(page).first().getByRole('link').first().click();
    await page.waitForURL(/\/tenants\//);
    await page.goBack();
    await page.getByText('3 of 3 left to verify').waitFor();
    await page.reload();
    await page.getByText('3 of 3 left to verify').waitFor();
    await page.close();
  });

  it('verifies all: says how many, what could not start, and how it ended', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner');
    await rowOf(page, 'Alder & Ash Joinery').waitFor();
    const total = await rowsOf(page).count();
    await page.keyboard.press('v');
    await page.getByRole('dialog', { name: `Verify ${total} tenants?` }).waitFor();
    await takeScreenshots(page, 'overview-verify-all');
    await page.getByRole('button', { name: 'Start' }).click();
    // Two of the demo's tenants lack a connection or a credential.
    const progress = page.getByRole('region', { name: /^Verifying|verified$/ });
    await progress.getByText(`${total - 2} of ${total - 2} left to verify`).waitFor();
    await progress.getByText('3 already running').waitFor();
    const refused = progress.getByRole('link', { name: '2 not started' });
    expect(await refused.getAttribute('href')).toMatch(/operations\?type=.*&outcome=blocked$/);
    await takeScreenshots(page, 'overview-verifying');
    await page.reload();
    await progress.getByText('3 already running').waitFor();
    expect(await problemsOf(page)).toEqual([]);

    await app.setLatency('slow', 0);
    await app.startWorker();
    await page.getByRole('heading', { name: `${total - 2} tenants verified` }).waitFor({ timeout: 60_000 });
    const ended = await progress
      .getByRole('link', { name: /^(Blocked|Needs attention|Ready): \d+$/ })
      .allInnerTexts();
    const judged = ended.reduce((sum, text) => sum + Number(text.split(': ')[1]), 0);
    // Two of the demo's tenants cannot be reached from here, which says nothing about them.
    await progress.getByText('2 without a verdict').waitFor();
    expect(judged).toBe(total - 4);
    await expect.poll(() => tile(page, 'Running').innerText()).toContain('0');
    await takeScreenshots(page, 'overview-verified');
    await progress.getByRole('button', { name: 'Close' }).click();
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Alder & Ash Joinery');
    await page.close();
  });

  it('says why it is not for everybody', async () => {
    const page = await browser.signIn(app.url, 'Rhys Reader');
    const button = page.getByRole('button', { name: /^Verify all/ });
    await button.waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await rowsOf(page).getByRole('checkbox').first().isDisabled()).toBe(true);
    await takeScreenshots(page, 'overview-readonly');
    await page.close();
  });
});

describe('a workspace', () => {
  it('of more tenants than a page: the first at once, all by scrolling, and the same place after coming back', async () => {
    const workspaceId = await createWorkspace(database, 'fleet', 'owner');
    await scrollsThrough({ app, browser, database, workspaceId, tenants: 250 });
  });

  it('without tenants leads to onboarding, or says why not', async () => {
    for (const role of ['owner', 'readonly']) {
      const workspaceId = await createWorkspace(database, `empty-${role}`, role);
      const page = await browser.signIn(app.url, 'Olivia Owner', { path: `/workspaces/${workspaceId}` });
      await page.getByText('No tenants here yet').waitFor();
      const onboard = page.getByRole('button', { name: 'Onboard a tenant' });
      expect(await onboard.getAttribute('aria-disabled')).toBe(role === 'owner' ? null : 'true');
      if (role === 'owner') {
        await takeScreenshots(page, 'overview-empty');
        await onboard.click();
        await page.getByRole('dialog').waitFor();
      }
      await page.close();
    }
  });
});
