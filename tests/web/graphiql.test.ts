import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBrowser, takeScreenshot, type TestBrowser } from '../support/browser.ts';
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

describe('/graphiql', () => {
  it('asks whoever is not signed in to sign in, and comes back', async () => {
    const answer = await fetch(`${app.url}/graphiql?query=x`, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/sign-in?return=%2Fgraphiql%3Fquery%3Dx');
    await answer.text();
  });

  it('is a page whose policy names no other origin and lets no text be executed', async () => {
    const { headers } = await app.as('operator');
    const answer = await fetch(`${app.url}/graphiql`, { headers });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https:|blob:|\*/);
    expect(policy).toContain("script-src 'self';");
    const [asset = ''] = /\/graphiql\/assets\/[^"]+\.js/.exec(await answer.text()) ?? [];
    const { headers: ofAsset } = await fetch(`${app.url}${asset}`, { method: 'HEAD' });
    expect(ofAsset.get('cache-control')).toContain('immutable');
  });

  it('answers with the person’s session, subscriptions too, and breaks nothing of its policy', async () => {
    const runs = 'subscription { workspaceAccess(workspaceId: "1") { name role } }';
    const page = await browser.signIn(app.url, 'Ophelia Operator', { path: '/account/api-tokens' });
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(app.url) && !request.url().startsWith('data:'))
        elsewhere.push(request.url());
    });
    await page.getByRole('link', { name: 'Try the API in GraphiQL' }).click();
    const answer = page.locator('.result-window');
    // The button does nothing until both editors are there.
    const execute = async (text: string) => {
      await page.locator('.graphiql-query-editor .view-line', { hasText: text }).first().waitFor();
      await answer.locator('.view-lines').waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Execute' }).click();
    };
    await execute('viewer');
    await answer.getByText('Northwind Managed Services').waitFor();
    await takeScreenshot(page, 'graphiql');
    await page.goto(`${app.url}/graphiql?query=${encodeURIComponent(runs)}`);
    await execute('workspaceAccess');
    await answer.getByText('OPERATOR').waitFor();
    expect(problems).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
});

it('the reference finds a field by its name, from a clone and without a server', async () => {
  const page = await browser.newPage();
  await page.goto(new URL('../../docs/reference.html', import.meta.url).href);
  await page.getByRole('searchbox').fill('firstFailedAt');
  await page.getByRole('heading', { name: 'BackupSet', exact: true }).waitFor({ state: 'hidden' });
  const shown = page.getByRole('heading', { level: 2 });
  expect(await shown.allTextContents()).toContain('Tenant');
});
