import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from '../support/axe.ts';
import { startTestBrowser, type TestBrowser } from '../support/browser.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  app = await startTestApp();
  browser = await startTestBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

/** The narrowest window that WCAG's reflow criterion speaks of, in CSS pixels. */
const narrow = 320;

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
    [`/onboarding/${begun.beginTenantOnboarding.session.id}`, 'Create the connection'],
    [
      `/onboarding/${begun.beginTenantOnboarding.session.id}?step=complete`,
      'not verified in this onboarding',
    ],
    [`/workspaces/${data.viewer.workspaces[0].id}`, 'Alder & Ash Joinery'],
    [`/workspaces/${data.viewer.workspaces[0].id}?search=nobody`, 'No tenant matches'],
    [`/tenants/${await app.tenantId('secret-expired')}`, 'Replace the credential'],
    [`/tenants/${await app.tenantId('no-connection')}`, 'No connection'],
    [`/operations/${blocked.data.tenant.latestVerification.id}`, 'Timeline'],
    [await connectionPath('secret-expired'), 'The last verification over it failed'],
    [`/tenants/${await app.tenantId('no-connection')}/connections/new`, 'Add the connection'],
    [`/workspaces/${data.viewer.workspaces[0].id}/members`, 'Ophelia Operator'],
    [`/tenants/${await app.tenantId('healthy')}/members`, 'Counts as'],
    ['/account/api-tokens', 'You have no token in use'],
    [`/workspaces/${data.viewer.workspaces[0].id}/operations`, 'Runs, newest first'],
    [`/workspaces/${data.viewer.workspaces[0].id}/findings`, 'No finding is open'],
    [`/workspaces/${data.viewer.workspaces[0].id}/audit-log`, 'Entries cannot be changed or deleted'],
    ['/operations/987654321', 'Not found'],
    ['/help/report-a-code', 'Never send a secret'],
    ['/sign-in', 'Choose who you want to be'],
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
