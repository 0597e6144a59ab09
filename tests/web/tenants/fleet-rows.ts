import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestBrowser } from '../../support/browser.ts';
import type { TestSql } from '../../support/sql.ts';
import type { TestApp } from '../../support/test-app.ts';

/** Another workspace of the same people, so that the demo's stays as it is. */
export async function createWorkspace(database: TestSql, name: string, role: string): Promise<string> {
  const slug = `${name}-${Date.now()}`;
  const [row] = await database.sql<{ id: string }[]>`
    with made as (insert into workspaces (name, slug) values (${name}, ${slug}) returning id)
    insert into workspace_memberships (workspace_id, user_id, role)
    select made.id, users.id, ${role}::workspace_role from made, users where email = 'owner@northwind.example'
    returning workspace_id as id`;
  return row?.id ?? '';
}

export const rowsOf = (page: Page): Locator => page.getByRole('row').filter({ has: page.getByRole('cell') });
/** Also of thousands, for which a locator would take seconds. */
const countRows = (page: Page) => page.evaluate<number>('document.querySelectorAll("[role=row]").length - 1');
export const rowOf = (page: Page, name: string): Locator => rowsOf(page).filter({ hasText: name });

export interface Fleet {
  readonly app: TestApp;
  readonly browser: TestBrowser;
  readonly database: TestSql;
  readonly workspaceId: string;
  readonly tenants: number;
}

/** One page at first, all of it by scrolling, and the same place after coming back. */
export async function scrollsThrough({ app, browser, database, workspaceId, tenants }: Fleet): Promise<void> {
  await database.sql`insert into tenants (workspace_id, name, status)
    select ${workspaceId}, 'Tenant ' || to_char(n, 'FM0000'), 'active' from generate_series(1, ${tenants}) n`;
  const page = await browser.signIn(app.url, 'Olivia Owner', { path: '/account/api-tokens' });
  const questions: string[] = [];
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('WorkspacePage')) questions.push(body);
  });
  await page.goto(`${app.url}/workspaces/${workspaceId}`);
  await rowOf(page, 'Tenant 0050').waitFor();
  expect(questions).toHaveLength(1);
  expect(await rowsOf(page).count()).toBe(50);

  const scrollToEnd = async () => {
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    return await countRows(page);
  };
  await expect.poll(scrollToEnd, { timeout: 60_000, interval: 200 }).toBe(tenants);
  // Fifty at first, then a hundred at a time.
  expect(questions).toHaveLength(1 + Math.ceil((tenants - 50) / 100));
  const name = `Tenant ${String(Math.round(tenants * 0.75)).padStart(4, '0')}`;
  // By CSS: a role would be worked out for each of the thousands of rows, again and again.
  const tenant = page.locator(`a:text-is("${name}")`);
  await tenant.scrollIntoViewIfNeeded();
  const place = await page.evaluate<number>('scrollY');
  await tenant.click();
  await page.getByRole('heading', { name }).waitFor();
  await page.goBack();
  await tenant.waitFor();
  const moved = async () => Math.abs((await page.evaluate<number>('scrollY')) - place);
  await expect.poll(moved, { timeout: 15_000 }).toBeLessThan(100);
  expect(await countRows(page)).toBe(tenants);
  await page.close();
}
