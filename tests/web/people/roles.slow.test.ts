import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

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

/** Who may press what, page by page: seen by everyone, enabled for these. Written by hand, as the contract has it. */
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
    workspace: `/workspaces/${rowOf(workspace?.id ?? '')}`,
    onboardings: `/workspaces/${rowOf(workspace?.id ?? '')}/onboarding`,
    members: `/workspaces/${rowOf(workspace?.id ?? '')}/members`,
    tenant: `/tenants/${id}`,
    connection: `/tenants/${id}/connections/${rowOf(defaultProviderConnection?.id ?? '')}`,
    run: `/operations/${rowOf(latestVerification?.id ?? '')}`,
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

const setTenantRole = `mutation ($input: SetTenantMemberInput!) { setTenantMember(input: $input) { tenant { id } } }`;
const setRole = `mutation ($input: SetWorkspaceMemberInput!) { setWorkspaceMember(input: $input) { workspace { id } } }`;

it('a role that is changed reaches the pages that are open, and so does its end', async () => {
  const { tenant = '', run = '', connection = '', workspace = '' } = await addresses();
  const [tenantId, workspaceId] = [tenant, workspace].map((path) => path.split('/').at(-1));
  const owner = await app.as('owner');
  const email = 'manager@northwind.example';
  const pages = {
    tenant: await browser.signIn(app.url, people.manager, { path: tenant }),
    run: await browser.signIn(app.url, people.manager, { path: run }),
    connection: await browser.signIn(app.url, people.manager, { path: connection }),
    workspace: await browser.signIn(app.url, people.manager, { path: workspace }),
  };
  const buttons = { tenant: 'Verify', run: 'Acknowledge', connection: 'Edit', workspace: 'Verify all' };
  type Name = keyof typeof pages;
  const pressable = async () => {
    const enabled: Name[] = [];
    for (const name of Object.keys(pages) as Name[]) {
      if (await isEnabled(pages[name], buttons[name])) enabled.push(name);
    }
    return enabled;
  };
  for (const page of Object.values(pages)) await page.evaluate('window.notReloaded = true');
  expect(await pressable()).toEqual(['tenant', 'run', 'connection', 'workspace']);

  await owner.query(setTenantRole, { input: { tenantId, email, role: 'OPERATOR' } });
  await expect.poll(pressable).toEqual(['tenant', 'run', 'workspace']);
  await owner.query(setRole, { input: { workspaceId, email, role: 'READONLY' } });
  await expect.poll(pressable).toEqual([]);
  const verify = pages.tenant.getByRole('button', { name: 'Verify' });
  await verify.focus();
  await pages.tenant
    .getByRole('tooltip')
    .getByText('Your role here does not include starting or stopping operations.')
    .waitFor();
  await pages.tenant.getByText(/^Your role in .* has changed$/).waitFor();
  await takeScreenshots(pages.tenant, 'tenant-role-lowered');

  await owner.query(setRole, { input: { workspaceId, email, role: 'MANAGER' } });
  await expect.poll(pressable).toEqual(['tenant', 'run', 'workspace']);
  // The focus is where it was.
  expect(await pages.tenant.evaluate('document.activeElement.textContent')).toContain('Verify');

  await owner.query(
    'mutation ($input: RemoveTenantMemberInput!) { removeTenantMember(input: $input) { tenant { id } } }',
    { input: { tenantId, email } },
  );
  for (const name of ['tenant', 'run', 'connection'] as const) {
    await pages[name].getByRole('heading', { name: 'Not found' }).waitFor();
  }
  for (const page of Object.values(pages)) {
    expect(await page.evaluate('window.notReloaded')).toBe(true);
    await page.close();
  }
});
