import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { findNeedles, toNeedle } from '../../support/needles.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf as rowNumberOf } from '../../support/row-of.ts';

let app: TestApp;
let browser: TestBrowser;
let membersPath: string;
let tenantPath: string;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  browser = await startTestBrowser();
  const owner = await app.as('owner');
  const { data } = await owner.query('{ viewer { workspaces { id } } }');
  membersPath = `/workspaces/${rowNumberOf(data.viewer.workspaces[0].id as string)}/members`;
  tenantPath = `/tenants/${await app.tenantId('healthy')}`;
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A state as it is: its pictures, and that everyone can use it. */
async function look(page: Page, name: string): Promise<void> {
  await takeScreenshots(page, name);
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .exclude('[role=tooltip]')
    // Where Fluent catches the focus at the edges of a dialog; no one ever rests there.
    .exclude('[data-tabster-dummy]')
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    name,
  ).toEqual([]);
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const roleOf = (page: Page, name: string) => page.getByLabel(`Role of ${name}`);
const dialog = (page: Page) => page.locator('[role=dialog], [role=alertdialog]');
const focused = async (page: Page) => await page.evaluate<string>('document.activeElement.textContent');
const press = async (page: Page, name: string) => await dialog(page).getByRole('button', { name }).click();

describe('members', () => {
  it('an owner lets someone in, changes their role and removes them, and their open pages follow', async () => {
    const olivia = await browser.signIn(app.url, 'Olivia Owner', { path: membersPath });
    await rowOf(olivia, 'Ophelia Operator').waitFor();
    await look(olivia, 'members');

    await olivia.getByRole('button', { name: 'Add a member' }).click();
    await dialog(olivia).getByLabel('Email').fill('readonly@northwind.example');
    await press(olivia, 'Add');
    await dialog(olivia).getByText('Rhys Reader is already a member.').waitFor();
    await dialog(olivia).getByLabel('Email').fill('casey at contoso');
    await press(olivia, 'Add');
    await dialog(olivia).getByText('Enter an email address such as name@company.example.').waitFor();
    await look(olivia, 'members-add-refused');
    await dialog(olivia).getByLabel('Email').fill('owner@contoso.example');
    await dialog(olivia).getByLabel('Role').selectOption('Operator');
    await dialog(olivia).getByText('Start and stop operations').waitFor();
    await look(olivia, 'members-add');
    await press(olivia, 'Add');
    // Not by the name that another workspace uses for them.
    await rowOf(olivia, 'owner@contoso.example').waitFor();
    await expect.poll(() => focused(olivia)).toBe('Add a member');

    await giveTenant(olivia);
    const casey = await browser.signIn(app.url, 'Casey Contoso', { path: tenantPath });
    const verify = casey.getByRole('button', { name: 'Verify' }).first();
    await verify.waitFor();
    await expect.poll(() => verify.getAttribute('aria-disabled')).toBeNull();

    await olivia.goto(app.url + membersPath);
    await roleOf(olivia, 'owner@contoso.example').selectOption('Reader');
    await olivia.getByText('owner@contoso.example is now Reader').waitFor();
    await expect.poll(() => verify.getAttribute('aria-disabled')).toBe('true');
    await verify.hover();
    await casey.getByText('Your role here does not include starting or stopping operations.').waitFor();

    await rowOf(olivia, 'owner@contoso.example').getByRole('button', { name: 'Remove' }).click();
    await dialog(olivia).getByText('Their API tokens for this workspace are revoked').waitFor();
    await look(olivia, 'members-remove');
    await press(olivia, 'Remove');
    await rowOf(olivia, 'owner@contoso.example').waitFor({ state: 'detached' });
    // The row that had the focus is gone; the list it was in takes it.
    await expect.poll(() => olivia.evaluate('document.activeElement.tagName')).toBe('SECTION');
    await casey.getByRole('heading', { name: 'Not found' }).waitFor();
    await casey.close();
    await olivia.close();
  });

  async function giveTenant(page: Page): Promise<void> {
    await page.goto(`${app.url}${tenantPath}/members`);
    await page.getByRole('button', { name: 'Add a member' }).click();
    await dialog(page).getByLabel('Person').selectOption('Someone else, by email');
    await dialog(page).getByLabel('Email').fill('nobody@contoso.example');
    await press(page, 'Give access');
    await dialog(page).getByText('No workspace member has this email').waitFor();
    await dialog(page).getByLabel('Person').selectOption({ label: 'owner@contoso.example' });
    await dialog(page).getByLabel('Role').selectOption('Manager');
    await look(page, 'tenant-members-add');
    await press(page, 'Give access');
    await rowOf(page, 'owner@contoso.example').getByText('a tenant role never exceeds it').waitFor();
    await look(page, 'tenant-members');
    await rowOf(page, 'Rhys Reader').getByRole('button', { name: 'Remove' }).click();
    await dialog(page).getByText('They stay a member of the workspace.').waitFor();
    await look(page, 'tenant-members-remove');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  }

  it('the last owner stays one, and reads why', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner', { path: membersPath });
    const why = 'A workspace needs at least one owner. Make someone else an owner first.';
    await roleOf(page, 'Olivia Owner').selectOption('Operator');
    await dialog(page).getByText('No longer allowed:').waitFor();
    await press(page, 'Change to Operator');
    await dialog(page).getByText(why).waitFor();
    await look(page, 'members-last-owner');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await roleOf(page, 'Olivia Owner').inputValue()).toBe('OWNER');
    await rowOf(page, 'Olivia Owner').getByRole('button', { name: 'Remove' }).click();
    await press(page, 'Leave');
    await dialog(page).getByText(why).waitFor();
    await page.close();
  });

  it.each([
    ['members', () => membersPath],
    ['tenant-members', () => `${tenantPath}/members`],
  ])('a reader sees everybody, and why nothing of it can be changed (%s)', async (name, path) => {
    const page = await browser.signIn(app.url, 'Rhys Reader', { path: path() });
    await rowOf(page, 'Marcus Manager').waitFor();
    const reason = 'Your role here does not include managing members and reading the audit log.';
    for (const button of [
      page.getByRole('button', { name: 'Add a member' }),
      page.getByRole('button', { name: 'Remove Marcus Manager' }),
      page.getByRole('button', { name: 'Change the role of Marcus Manager' }),
    ]) {
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      await button.focus();
      await page.getByRole('tooltip').filter({ hasText: reason }).waitFor();
    }
    await look(page, `${name}-readonly`);
    await page.close();
  });
});

describe('API tokens', () => {
  it('one is made, shown once, used by a script, and revoked', async () => {
    const page = await browser.signIn(app.url, 'Ophelia Operator', { path: '/account/api-tokens' });
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.getByText('No active tokens').waitFor();
    await look(page, 'api-tokens-empty');

    await page.getByRole('button', { name: 'Create a token' }).click();
    await press(page, 'Create');
    await dialog(page).getByText('Enter a name.').waitFor();
    await dialog(page).getByLabel('Name').fill('nightly check');
    await dialog(page).getByLabel('Expires').selectOption('On a date I choose');
    await dialog(page).getByLabel('Last day').fill('2099-01-01');
    await press(page, 'Create');
    await dialog(page).getByText('at most 366 days from now').waitFor();
    await look(page, 'api-tokens-create-refused');
    await dialog(page).getByLabel('Expires').selectOption('In 90 days');
    // Nothing an operator may not do is offered.
    expect(await dialog(page).getByRole('checkbox').count()).toBe(3);
    await look(page, 'api-tokens-create');
    await press(page, 'Create');

    const token = await dialog(page).getByRole('group', { name: 'Token' }).innerText();
    expect(token).toMatch(/^ta_/);
    const command = await dialog(page).getByRole('group', { name: 'Try it' }).innerText();
    await look(page, 'api-tokens-new');
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 400);
    expect(await dialog(page).isVisible()).toBe(true);
    expect(await runInShell(command)).toMatchObject({
      data: { viewer: { user: { displayName: 'Ophelia Operator' } } },
    });
    await press(page, 'I have stored it');
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Create a token');
    await rowOf(page, 'nightly check').waitFor();
    const needles = [toNeedle('token', token)];
    const kept = async () =>
      [await page.content(), page.url(), await page.evaluate<string>(storage), ...urls].join('\n');
    expect(findNeedles(needles, await kept())).toEqual([]);
    await page.reload();
    await rowOf(page, 'nightly check').waitFor();
    expect(findNeedles(needles, await kept())).toEqual([]);
    await look(page, 'api-tokens');

    await rowOf(page, 'nightly check').getByRole('button', { name: 'Revoke' }).click();
    await dialog(page).getByText('Requests with it are refused immediately').waitFor();
    await look(page, 'api-tokens-revoke');
    await press(page, 'Revoke');
    await page.getByText('No active tokens').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('SECTION');
    await page.getByText('Revoked and expired (1)').click();
    await rowOf(page, 'nightly check').getByText('Revoked').waitFor();
    await look(page, 'api-tokens-ended');
    expect(await runInShell(command)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    await page.close();
  });

  const storage =
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state])';

  /** As someone would who has copied it. */
  async function runInShell(command: string): Promise<unknown> {
    const { stdout } = await promisify(execFile)('sh', ['-c', command]);
    return JSON.parse(stdout);
  }
});

describe('workspaces', () => {
  it('an owner makes another one and is in it; a reader is offered none', async () => {
    const olivia = await browser.signIn(app.url, 'Olivia Owner', { path: membersPath });
    await olivia.getByRole('button', { name: 'Northwind Managed Services' }).click();
    await olivia.getByRole('menuitem', { name: 'New workspace…' }).click();
    await dialog(olivia).getByLabel('Name').fill('Northwind Labs');
    await look(olivia, 'workspace-new');
    await press(olivia, 'Create');
    await olivia.getByRole('button', { name: 'Northwind Labs' }).waitFor();
    await olivia.close();
    const rhys = await browser.signIn(app.url, 'Rhys Reader', { path: membersPath });
    await rhys.getByRole('button', { name: 'Northwind Managed Services' }).click();
    await rhys.getByRole('menuitemradio', { name: 'Northwind Managed Services' }).waitFor();
    expect(await rhys.getByRole('menuitem', { name: 'New workspace…' }).count()).toBe(0);
    await rhys.close();
  });

  it('an owner renames it, and the menu says so at once; a reader cannot', async () => {
    const olivia = await browser.signIn(app.url, 'Olivia Owner', { path: membersPath });
    const rename = async (name: string) => {
      await olivia.getByRole('button', { name: 'Rename the workspace' }).click();
      await dialog(olivia).getByLabel('Name').fill(name);
      await press(olivia, 'Save');
      await olivia.getByRole('banner').getByRole('button', { name }).waitFor();
    };
    await rename('Northwind Group');
    await rename('Northwind Managed Services');
    await olivia.close();
    const rhys = await browser.signIn(app.url, 'Rhys Reader', { path: membersPath });
    const button = rhys.getByRole('button', { name: 'Rename the workspace' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await rhys.close();
  });

  it('a reader leaves, and has none then', async () => {
    const page = await browser.signIn(app.url, 'Rhys Reader', { path: membersPath });
    await page.getByRole('button', { name: 'Leave the workspace' }).click();
    await dialog(page).getByText('You lose access to the workspace and its tenants.').waitFor();
    await look(page, 'workspace-leave');
    await press(page, 'Leave');
    await page.getByText('You are not in a workspace yet').waitFor();
    await page.close();
  });
});
