import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBrowser, type TestBrowser } from '../support/browser.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  browser = await startTestBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const people = {
  readonly: 'Rhys Reader',
  operator: 'Ophelia Operator',
  manager: 'Marcus Manager',
  owner: 'Olivia Owner',
} as const;
type Role = keyof typeof people;
const roles = Object.keys(people) as Role[];

/** Who may press what, page by page: seen by everybody, enabled for these. Written by hand, against design/product.md. */
const from = (lowest: Role): readonly Role[] => roles.slice(roles.indexOf(lowest));
const matrix: Readonly<Record<string, Readonly<Record<string, readonly Role[]>>>> = {
  workspace: { 'Verify all': from('operator') },
  onboardings: { 'Onboard a tenant': from('manager') },
  members: { 'Add a member': from('owner') },
  tenant: { Verify: from('operator'), 'Add a connection': from('manager') },
  connection: {
    Edit: from('manager'),
    Disable: from('manager'),
    Replace: from('manager'),
    Verify: from('operator'),
  },
  run: { Acknowledge: from('operator'), Verify: from('operator') },
  tenantMembers: { 'Add a member': from('owner') },
};

async function addresses(): Promise<Readonly<Record<string, string>>> {
  const owner = await app.as('owner');
  const id = await app.tenantId('missing-permission');
  const { data } = await owner.query(
    'query ($id: ID!) { tenant(id: $id) { workspace { id } latestVerification { id } defaultProviderConnection { id } } }',
    { id },
  );
  const { workspace, latestVerification, defaultProviderConnection } = data.tenant as Record<
    string,
    { id: string }
  >;
  return {
    workspace: `/workspaces/${workspace?.id}`,
    onboardings: `/workspaces/${workspace?.id}/onboarding`,
    members: `/workspaces/${workspace?.id}/members`,
    tenant: `/tenants/${id}`,
    connection: `/tenants/${id}/connections/${defaultProviderConnection?.id}`,
    run: `/operations/${latestVerification?.id}`,
    tenantMembers: `/tenants/${id}/members`,
  };
}

async function isEnabled(page: Page, name: string): Promise<boolean> {
  const control = page
    .locator('main')
    .getByRole('button', { name })
    .or(page.locator('main').getByRole('link', { name, exact: true }))
    .first();
  await control.waitFor();
  return (await control.getAttribute('aria-disabled')) !== 'true';
}

it('what each role sees is the same, and what it can press is its own', async () => {
  const pages = await addresses();
  const seen: Record<string, Record<string, Role[]>> = {};
  for (const role of roles) {
    const page = await browser.signIn(app.url, people[role]);
    for (const [name, buttons] of Object.entries(matrix)) {
      await page.goto(`${app.url}${pages[name] ?? ''}`);
      for (const button of Object.keys(buttons)) {
        seen[name] ??= {};
        const pressers = (seen[name][button] ??= []);
        pressers.push(...((await isEnabled(page, button)) ? [role] : []));
      }
    }
    await page.close();
  }
  expect(seen).toEqual(matrix);
});
