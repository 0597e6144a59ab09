import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import type { ApiClient } from '../../support/api-client.ts';
import { settled, startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { freePort } from '../../support/program/free-port.ts';
import { openSql } from '../../support/sql.ts';
import { startTestApp, type DemoName, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  // Microsoft sends administrators back to the public address, so it has to be known before.
  const port = await freePort();
  app = await startTestApp({ port, publicUrl: `http://127.0.0.1:${port}` });
  browser = await startTestBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

function scenarioOf(wanted: string) {
  const found = scenarios.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`the sandbox has no scenario ${wanted}`);
  return found;
}

async function workspaceOf(client: ApiClient): Promise<string> {
  const { data } = await client.query('{ viewer { workspaces { id } } }');
  return data.viewer.workspaces[0].id as string;
}

/** As if started by a colleague: the session's address. */
async function begin(who: DemoName, scenario: string): Promise<string> {
  const client = await app.as(who);
  const { data } = await client.query(
    'mutation ($input: BeginTenantOnboardingInput!) { beginTenantOnboarding(input: $input) { session { id } } }',
    { input: { workspaceId: await workspaceOf(client), entraTenantId: scenarioOf(scenario).tenantId } },
  );
  return `/onboarding/${rowOf(data.beginTenantOnboarding.session.id as string)}`;
}

async function update(who: DemoName, address: string, mutation: string): Promise<void> {
  const client = await app.as(who);
  const { errors } = await client.query(`mutation ($id: ID!) { ${mutation} }`, {
    id: address.split('/').at(-1) ?? '',
  });
  expect(errors).toBeUndefined();
}

const step = (page: Page) => page.locator('[aria-current=step]');
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const returnTo = (page: Page) => page.evaluate(`dispatchEvent(new Event('focus'))`);

async function accessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // A tooltip describes its button from outside the landmarks; the dummies are Fluent's, for catching the Tab key.
    .exclude('[role=tooltip]')
    .exclude('[data-tabster-dummy]')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

describe('onboarding a tenant', () => {
  it('goes from a domain name to an active tenant, resumed in a second browser, through the customer’s consent', async () => {
    const page = await browser.signIn(app.url, 'Casey Contoso');
    const owner = await app.as('stranger');
    await page.goto(`${app.url}/workspaces/${rowOf(await workspaceOf(owner))}/onboarding`);
    await heading(page, 'No onboardings yet').waitFor();
    await takeScreenshots(page, 'onboardings-empty');

    await page.getByRole('button', { name: 'Onboard a tenant' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Domain name or directory').fill('Eastgate Schools');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await dialog.getByText('Enter a domain name such as contoso.com').waitFor();
    await accessible(page);
    await takeScreenshots(page, 'onboarding-begin');
    await dialog.getByLabel('Domain name or directory').fill('EastgateSchools.onmicrosoft.example');
    await dialog.getByLabel('Name', { exact: true }).fill('Eastgate Schools');
    await page.keyboard.press('Enter');

    await heading(page, 'Onboarding of Eastgate Schools').waitFor();
    await page.getByText('Microsoft says: Sandbox').waitFor();
    expect(await step(page).innerText()).toContain('Connection');
    await takeScreenshots(page, 'onboarding-connection');
    await page.getByRole('button', { name: 'Create connection' }).click();

    const add = page.getByRole('button', { name: 'Add a credential' });
    await add.waitFor();
    // The button that was pressed has gone with its step, so the focus is on the next one.
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SECTION');
    await takeScreenshots(page, 'onboarding-credential');
    await add.click();
    const { clientId, clientSecret } = scenarioOf('no-consent');
    await dialog.getByLabel('Client ID').fill(clientId);
    await dialog.getByLabel('Secret value').fill(clientSecret);
    await dialog.getByRole('button', { name: 'Save credential' }).click();

    await page.getByRole('button', { name: 'Create consent link' }).click();
    const link = await page.getByRole('link', { name: 'Open it myself' }).getAttribute('href');
    await accessible(page);
    await takeScreenshots(page, 'onboarding-consent-link');

    const second = await browser.signIn(app.url, 'Casey Contoso', {
      path: new URL(page.url()).pathname,
      width: 320,
    });
    await second.getByText('The customer has a link').waitFor();
    await takeScreenshots(second, 'onboarding-consent-open');

    // The customer's administrator is signed in to nothing of ours.
    const customer = await second.context().browser()?.newPage();
    await customer?.goto(link ?? '');
    await customer?.getByRole('button', { name: 'Accept' }).click();
    await customer?.getByText('Consent received').waitFor();
    await customer?.close();

    // Both see on their own that it has come in, and that what it started has gone through.
    for (const each of [page, second]) await heading(each, 'Complete the onboarding').waitFor();
    await page.getByText('All checks passed.').waitFor();
    await accessible(page);
    await takeScreenshots(page, 'onboarding-complete');

    await page.getByRole('link', { name: 'Consent' }).click();
    await page.getByText('Consent granted').waitFor();
    await takeScreenshots(page, 'onboarding-consent-granted');
    await page.reload();
    await page.getByText('Consent granted').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Complete Eastgate Schools' }).click();
    await page.getByText('Nothing left to do here').waitFor();
    await takeScreenshots(page, 'onboarding-completed');
    await returnTo(second);
    await second.getByText('Nothing left to do here').waitFor();
    await page.locator('main').getByRole('link', { name: 'Open tenant' }).click();
    await page.getByText('Ready').first().waitFor();
    await page.context().close();
    await second.context().close();
  }, 60_000);

  it('shows a colleague what goes on, a stranger nothing, and lets an owner complete over a blocked verification', async () => {
    const address = await begin('manager', 'secret-expired');
    const colleague = await browser.signIn(app.url, 'Ophelia Operator', { path: address });
    const create = colleague.getByRole('button', { name: 'Create consent link' });
    await create.focus();
    await colleague
      .getByRole('tooltip', { name: 'Your role here does not include managing tenants.' })
      .waitFor();
    expect(await create.getAttribute('aria-disabled')).toBe('true');
    await takeScreenshots(colleague, 'onboarding-not-allowed');

    const stranger = await browser.signIn(app.url, 'Casey Contoso');
    const response = await stranger.goto(app.url + address);
    await heading(stranger, 'Not found').waitFor();
    expect(response?.status()).toBe(404);
    await stranger.context().close();

    const page = await browser.signIn(app.url, 'Olivia Owner', { path: address });
    await page.getByRole('button', { name: 'Verify now' }).click();
    await heading(page, 'Verify the tenant').waitFor();
    await page.getByText('Something blocks this tenant').waitFor();
    expect(new URL(page.url()).search).toBe('?step=verification');
    await takeScreenshots(page, 'onboarding-blocked');
    await colleague.locator('dd').getByText('Blocked').waitFor();

    await page.getByRole('link', { name: 'Complete' }).click();
    await page.locator('main').getByText('The verification is blocked.').first().waitFor();
    await page.getByRole('button', { name: 'Complete anyway' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^The client secret of application \S+ (expired on|has expired)/).waitFor();
    await dialog.getByRole('button', { name: 'Complete anyway' }).click();
    await dialog.getByText('Enter a reason.').waitFor();
    await accessible(page);
    await takeScreenshots(page, 'onboarding-override');
    await dialog.getByLabel('Reason').fill('The new secret comes on Monday.');
    await dialog.getByRole('button', { name: 'Complete anyway' }).click();
    await page.getByText('Completed without a passing verification').waitFor();
    await takeScreenshots(page, 'onboarding-overridden');
    await returnTo(colleague);
    for (const each of [page, colleague]) await each.getByText('The new secret comes on Monday.').waitFor();
    await colleague.context().close();
    await page.context().close();
  }, 60_000);

  it('says when the administrator declined or the link expired, asks before it ends a link, and can be cancelled and started again', async () => {
    const address = await begin('manager', 'app-disabled');
    const page = await browser.signIn(app.url, 'Marcus Manager', { path: address });
    await page.getByRole('button', { name: 'Create consent link' }).click();
    const link = await page.getByRole('link', { name: 'Open it myself' }).getAttribute('href');
    const customer = await page.context().newPage();
    await customer.goto(link ?? '');
    await customer.getByRole('button', { name: 'Cancel' }).click();
    // Someone who is entitled lands where they left off, and so does the page that was waiting.
    for (const each of [customer, page]) await each.getByText('The administrator declined').waitFor();
    await customer.close();
    await takeScreenshots(page, 'onboarding-declined');

    await page.getByRole('button', { name: 'Create consent link' }).click();
    await page.getByText('Copy it now').waitFor();
    const { sql } = openSql(app.connection);
    await sql`update tenant_onboarding_sessions set consent_expires_at = now() - interval '1 hour'
      where consent_expires_at is not null`;
    await sql.end();
    await returnTo(page);
    await page.getByText('The link has expired').waitFor();
    await takeScreenshots(page, 'onboarding-link-expired');
    await page.getByRole('button', { name: 'Create a new link' }).click();
    await page.getByText('Copy it now').waitFor();
    await page.getByRole('button', { name: 'Create a new link' }).click();
    await page.getByText('The link you sent stops working').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: 'Cancel onboarding' }).click();
    await accessible(page);
    await takeScreenshots(page, 'onboarding-cancel');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel onboarding' }).click();
    await page.getByText('This onboarding was cancelled before it was complete').waitFor();
    await takeScreenshots(page, 'onboarding-cancelled');
    await page.getByRole('button', { name: 'Onboard again' }).click();
    await page.getByRole('button', { name: 'Create consent link' }).waitFor();
    expect(new URL(page.url()).pathname).not.toBe(address);

    await page.getByRole('link', { name: 'Onboarding', exact: true }).first().click();
    await page.getByRole('link', { name: 'Continue Granite Legal' }).waitFor();
    await page.getByRole('link', { name: 'View Granite Legal' }).waitFor();
    await takeScreenshots(page, 'onboardings');
    await page.getByLabel('Status').selectOption('Cancelled');
    await page.getByRole('link', { name: 'Continue Granite Legal' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?status=cancelled');
    await page.context().close();
  }, 60_000);

  it('tells whoever is late that someone else has ended it', async () => {
    const address = await begin('manager', 'healthy');
    const page = await browser.signIn(app.url, 'Marcus Manager', { path: address });
    await page.getByRole('button', { name: 'Cancel onboarding' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await update(
      'owner',
      address,
      'completeTenantOnboarding(input: { sessionId: $id, overrideReason: "I know it" }) { session { id } }',
    );
    await dialog.getByRole('button', { name: 'Cancel onboarding' }).click();
    await page.getByText('The onboarding is completed.').waitFor();
    await page.getByText('Nothing left to do here').waitFor();
    await page.context().close();
  });
});
