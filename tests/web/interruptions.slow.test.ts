import type { Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBrowser, type TestBrowser } from '../support/browser.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { rowOf } from '../support/row-of.ts';

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

/** Between the page and the API: cuts every connection, and lets new ones through again when it is told to. */
async function placeSwitch(page: Page): Promise<{ cut: () => Promise<void>; mend: () => void }> {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await page.routeWebSocket('**/graphql', async (socket) => {
    // What the API closes with when it is restarted.
    if (isCut) {
      await socket.close({ code: 1012 });
      return;
    }
    socket.connectToServer();
    open.add(socket);
  });
  return {
    async cut() {
      isCut = true;
      for (const socket of open) await socket.close({ code: 1012 });
      open.clear();
    },
    mend() {
      isCut = false;
    },
  };
}

/** Answers one operation like this instead of asking the API, until it is taken away. */
async function answerWith(
  page: Page,
  operationName: string,
  status: number,
  answer: unknown,
): Promise<() => Promise<void>> {
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON() as { operationName: string };
    if (body.operationName === operationName) {
      const contentType = 'application/graphql-response+json';
      await route.fulfill({ status, contentType, body: JSON.stringify(answer) });
    } else {
      await route.fallback();
    }
  });
  return () => page.unroute('**/graphql');
}

async function latestRunId(scenario: string): Promise<string> {
  const owner = await app.as('owner');
  const { data } = await owner.query('query ($id: ID!) { tenant(id: $id) { latestVerification { id } } }', {
    id: await app.tenantId(scenario),
  });
  return data.tenant.latestVerification.id as string;
}

const bug = {
  data: { operationRun: null },
  errors: [
    {
      message: 'Something went wrong on our side.',
      path: ['operationRun'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '0c1b2a3d-4e5f' },
    },
  ],
};

describe('a page that is open', () => {
  it('says that it is not live, and catches up without a reload when the connection is back', async () => {
    const tenantId = await app.tenantId('healthy');
    const page = await browser.signIn(app.url, 'Olivia Owner');
    const line = await placeSwitch(page);
    await page.goto(`${app.url}/tenants/${tenantId}`);
    await page.getByText('Verification: Ready').first().waitFor();
    const before = await page.getByText('Verification: Ready').count();

    await line.cut();
    await page.getByText('Reconnecting').waitFor();
    const owner = await app.as('owner');
    await owner.query('mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { result } }', {
      id: tenantId,
    });
    line.mend();

    await page.getByText('Verification: Ready').nth(before).waitFor();
    await page.getByText('Reconnecting').waitFor({ state: 'detached' });
    await page.close();
  });
});

describe('a page that cannot be loaded', () => {
  it('shows what the API said and the id of the request, and can be tried again', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner');
    const letThrough = await answerWith(page, 'RunPage', 500, bug);
    await page.goto(`${app.url}/operations/${rowOf(await latestRunId('secret-expired'))}`);
    await page.getByText('Something went wrong on our side.').waitFor();
    await page.getByText('0c1b2a3d-4e5f').waitFor();

    await letThrough();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.close();
  });

  it('shows the outline of a page while a slow line still brings the program', async () => {
    const page = await browser.newPage();
    const program = Promise.withResolvers<undefined>();
    await page.route('**/assets/*.js', async (route) => {
      await program.promise;
      await route.continue();
    });
    await page.goto(`${app.url}/sign-in`, { waitUntil: 'commit' });
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    expect(await page.locator('.outline-page').isVisible()).toBe(true);
    program.resolve(undefined);
    await page.getByRole('heading', { name: 'Sign in' }).first().waitFor();
    expect(await page.locator('.outline').count()).toBe(0);
    await page.close();
  });

  it('tells an answer that is no answer of the API from none at all, and brings the menus back on its own', async () => {
    const page = await browser.signIn(app.url, 'Olivia Owner', { path: '/help/reasons' });
    await page.route('**/graphql', (route) => route.fulfill({ status: 429, body: 'Too many requests' }));
    await page.reload();
    await page.getByText('This page could not be loaded').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Account of Olivia Owner' }).waitFor();
    await page.close();
  });

  it('sends whoever is not signed in to the sign-in page, and back to where they wanted to be', async () => {
    const address = `/operations/${rowOf(await latestRunId('secret-expired'))}`;
    const page = await browser.signIn(app.url, 'Olivia Owner');
    const signOut = async () => {
      await page.getByRole('button', { name: 'Account of Olivia Owner' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
    };
    await page.route('**/auth/sign-out', (route) => route.abort());
    await signOut();
    await page.getByText('You are still signed in').waitFor();

    await page.unroute('**/auth/sign-out');
    await signOut();
    // No one is sent back to the last person's page, though the socket says at the same moment that the session is over.
    await page.waitForURL('**/sign-in');
    await page.goto(`${app.url}${address}`, { waitUntil: 'commit' });
    await page.getByText('Olivia Owner', { exact: true }).click();
    await page.waitForURL(`**${address}`);
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.close();
  });
});
