import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from '../support/axe.ts';
import { startTestBrowser, type TestBrowser } from '../support/browser.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

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

/** The narrowest window that WCAG's reflow criterion speaks of, in CSS pixels. */
const narrow = 320;

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

/** Each page by its address and something that is on it when it is complete. */
async function pages(): Promise<readonly (readonly [address: string, complete: string])[]> {
  const owner = await app.as('owner');
  const { data } = await owner.query('{ viewer { workspaces { id } } }');
  const blocked = await owner.query('query ($id: ID!) { tenant(id: $id) { latestVerification { id } } }', {
    id: await app.tenantId('secret-expired'),
  });
  const { data: begun } = await owner.query(
    'mutation ($input: BeginTenantOnboardingInput!) { beginTenantOnboarding(input: $input) { session { id } } }',
    {
      input: {
        workspaceId: data.viewer.workspaces[0].id,
        entraTenantId: '0a000000-0000-4000-8000-00000000000a',
        name: 'Quince Mills',
      },
    },
  );
  return [
    [`/workspaces/${data.viewer.workspaces[0].id}/onboarding`, 'Continue'],
    [`/onboarding/${begun.beginTenantOnboarding.session.id}`, 'Create connection'],
    [
      `/onboarding/${begun.beginTenantOnboarding.session.id}?step=complete`,
      'not verified in this onboarding',
    ],
    [`/workspaces/${data.viewer.workspaces[0].id}`, 'Alder & Ash Joinery'],
    [`/workspaces/${data.viewer.workspaces[0].id}?search=nobody`, 'No matching tenants'],
    [`/tenants/${await app.tenantId('secret-expired')}`, 'Replace the credential'],
    [`/tenants/${await app.tenantId('no-connection')}`, 'No connection'],
    [`/operations/${blocked.data.tenant.latestVerification.id}`, 'Timeline'],
    [await connectionPath('secret-expired'), 'Last verification through this connection failed'],
    [`/tenants/${await app.tenantId('no-connection')}/connections/new`, 'Add connection'],
    [`/workspaces/${data.viewer.workspaces[0].id}/members`, 'Ophelia Operator'],
    [`/tenants/${await app.tenantId('healthy')}/members`, 'Effective role'],
    ['/account/api-tokens', 'No active tokens'],
    [`/workspaces/${data.viewer.workspaces[0].id}/operations`, 'Runs, newest first'],
    [`/workspaces/${data.viewer.workspaces[0].id}/findings`, 'No open findings'],
    [`/workspaces/${data.viewer.workspaces[0].id}/audit-log`, 'Entries cannot be changed or deleted'],
    ['/operations/987654321', 'Not found'],
    ['/help/report-a-code', 'Never send a secret'],
    ['/sign-in', 'Pick a demo user'],
  ];
}

async function connectionPath(scenario: string): Promise<string> {
  const owner = await app.as('owner');
  const id = await app.tenantId(scenario);
  const { data } = await owner.query(
    'query ($id: ID!) { tenant(id: $id) { defaultProviderConnection { id } } }',
    { id },
  );
  return `/tenants/${id}/connections/${data.tenant.defaultProviderConnection.id as string}`;
}

/** The main pages, by what is on them. */
const inContrast = [
  'Continue',
  'Create connection',
  'Alder & Ash Joinery',
  'Replace the credential',
  'Timeline',
  'Last verification through this connection failed',
  'Runs, newest first',
];

interface PageOfDialogs {
  readonly address: string;
  /** The button that opens each, and of a menu its item. */
  readonly openers: readonly (readonly [button: string | RegExp, item?: string])[];
}

async function dialogs(): Promise<readonly PageOfDialogs[]> {
  const [run = ''] = (await pages()).find(([, complete]) => complete === 'Timeline') ?? [];
  return [
    {
      address: `/tenants/${await app.tenantId('secret-expired')}`,
      openers: [
        [/^Acknowledge /],
        ['Actions', 'Edit'],
        ['Actions', 'Archive'],
        ['Account of Olivia Owner', 'Keyboard shortcuts'],
      ],
    },
    { address: run, openers: [[/^Acknowledge /]] },
    {
      address: await connectionPath('secret-expired'),
      openers: [['Edit'], [/^Replace /], [/^Delete /]],
    },
  ];
}

/** With Escape, after keys that would do something outside of it. Whether the focus is where it came from. */
async function leaveDialog(page: Page, opener: Locator): Promise<boolean> {
  const dialog = page.getByRole('dialog');
  await dialog.locator(':focus').waitFor();
  await dialog.getByRole('button').last().focus();
  await page.keyboard.press('v');
  await page.keyboard.press('?');
  expect(await dialog.count()).toBe(1);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return await opener
    .and(page.locator(':focus'))
    .waitFor({ timeout: 3_000 })
    .then(
      () => true,
      () => false,
    );
}

describe('every page', () => {
  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: narrow },
  ] as const)(
    'is accessible and fits: $colorScheme at $width px',
    async ({ colorScheme, width }) => {
      const page = await browser.signIn(app.url, 'Olivia Owner', { colorScheme, width });
      const problems: Record<string, string[]> = {};
      for (const [address, complete] of await pages()) {
        await page.goto(`${app.url}${address}`);
        await page.getByText(complete).first().waitFor();
        const found = await problemsOf(page);
        if (found.length > 0) problems[address] = found;
      }
      expect(problems).toEqual({});
      await page.close();
      // Some fifteen pages, each looked at by axe for two seconds on a busy machine (ms).
    },
    180_000,
  );

  it('is accessible in high contrast, and so is a dialog that is open there or in the dark', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner', { colorScheme: 'dark' });
    const problems: Record<string, string[]> = {};
    const look = async (what: string) => {
      const found = await problemsOf(page);
      if (found.length > 0) problems[what] = found;
    };
    const all = await pages();
    const [run = ''] = all.find(([, complete]) => complete === 'Timeline') ?? [];
    await page.goto(`${app.url}${run}`);
    await page
      .getByRole('button', { name: /^Acknowledge / })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await look('dialog in the dark');

    await page.evaluate("localStorage.setItem('tenantatlas.theme', 'contrast')");
    for (const [address, complete] of all.filter(([, text]) => inContrast.includes(text))) {
      await page.goto(`${app.url}${address}`);
      await page.getByText(complete).first().waitFor();
      await look(address);
      if (address !== run) continue;
      await page
        .getByRole('button', { name: /^Acknowledge / })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
      await look('dialog in high contrast');
    }
    expect(problems).toEqual({});
    await page.close();
  }, 120_000);

  it('shows what is chosen when the system forces its colours, too', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.getByRole('button', { name: 'Blocked' }).first().click();
    await page.getByText('3 total').waitFor();
    const styleOf = (selector: string, property: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`);
    expect(await styleOf('button[aria-pressed=true]', 'backgroundColor')).not.toBe(
      await styleOf('button[aria-pressed=false]', 'backgroundColor'),
    );
    expect(await styleOf('nav a[aria-current=page]', 'borderBottomColor')).not.toBe(
      await styleOf('nav a:not([aria-current])', 'borderBottomColor'),
    );
    await page.close();
  });

  it('every dialog is opened and left by keyboard, and gives the focus back', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner');
    const lost: string[] = [];
    for (const { address, openers } of await dialogs()) {
      await page.goto(`${app.url}${address}`);
      // The second time the dialog's code is there at once.
      for (const [name, item] of [...openers, ...openers]) {
        const opener = page.getByRole('button', { name }).first();
        await opener.focus();
        await page.keyboard.press('Enter');
        if (item !== undefined) {
          await page.getByRole('menuitem', { name: item }).focus();
          await page.keyboard.press('Enter');
        }
        if (!(await leaveDialog(page, opener))) lost.push(`${address}: ${String(name)} ${item ?? ''}`);
      }
      const anything = page.getByRole('button', { name: /^Verify/ }).first();
      await anything.focus();
      await page.keyboard.press('?');
      if (!(await leaveDialog(page, anything))) lost.push(`${address}: ?`);
      expect(await page.getByText('Verifying').count(), address).toBe(0);
    }
    expect(lost).toEqual([]);
    await page.close();
  }, 120_000);

  it('keeps the focus on the button that was pressed while its verification runs', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner', {
      path: `/tenants/${await app.tenantId('slow')}`,
    });
    await page.getByRole('button', { name: 'Verify' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Verifying' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Verifying');
    expect(await problemsOf(page)).toEqual([]);
    await page.close();
  });
});
