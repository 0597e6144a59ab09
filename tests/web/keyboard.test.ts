import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemsOf } from '../support/axe.ts';
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

interface PageOfDialogs {
  readonly address: string;
  /** The button that opens each, and of a menu its item. */
  readonly openers: readonly (readonly [button: string | RegExp, item?: string])[];
}

async function dialogs(): Promise<readonly PageOfDialogs[]> {
  const owner = await app.as('owner');
  const id = await app.tenantId('secret-expired');
  const { data } = await owner.query(
    'query ($id: ID!) { tenant(id: $id) { latestVerification { id } defaultProviderConnection { id } } }',
    { id },
  );
  const { latestVerification, defaultProviderConnection } = data.tenant as Record<string, { id: string }>;
  return [
    {
      address: `/tenants/${id}`,
      openers: [
        [/^Acknowledge /],
        ['Actions', 'Edit'],
        ['Actions', 'Archive'],
        ['Account of Olivia Owner', 'Keyboard shortcuts'],
      ],
    },
    { address: `/operations/${rowOf(latestVerification?.id ?? '')}`, openers: [[/^Acknowledge /]] },
    {
      address: `/tenants/${id}/connections/${rowOf(defaultProviderConnection?.id ?? '')}`,
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
        // A menu that opens puts the focus on its first item.
        await page.getByRole('menu').locator(':focus').waitFor();
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

it('keeps the focus on the button that was pressed, which says Verifying until an event says more', async () => {
  const page = await browser.signIn(app.url, 'Olivia Owner');
  // The run's events come late, as they may.
  await page.routeWebSocket(/\/graphql/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (!String(message).includes('"next"')) socket.send(message);
    });
  });
  await page.goto(`${app.url}/tenants/${await app.tenantId('slow')}`);
  await page.getByRole('button', { name: 'Verify' }).focus();
  await page.evaluate(recordLabels);
  const answered = page.waitForResponse((one) => isOf(one.request().postData(), 'StartVerification'));
  await page.keyboard.press('Enter');
  await answered;
  expect(await problemsOf(page)).toEqual([]);
  const labels = await page.evaluate<string[]>('labels');
  // The page may still have changed elsewhere before the key was pressed.
  expect(labels.slice(Math.max(0, labels.indexOf('Verifying Marlow Insurance')))).toEqual([
    'Verifying Marlow Insurance',
  ]);
  await page.close();
});

function isOf(body: string | null, mutation: string): boolean {
  return body?.includes(`mutation ${mutation}`) === true;
}

/** Of what has the focus, each new one. */
const recordLabels = `window.labels = []; new MutationObserver(() => {
  const label = document.activeElement.textContent;
  if (labels.at(-1) !== label) labels.push(label);
}).observe(document.body, { subtree: true, childList: true, characterData: true })`;
