import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenarios from '../../sandbox/scenarios.json' with { type: 'json' };
import { createTestCertificate } from '../providers/self-signed.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../support/browser.ts';
import { findNeedles, toNeedle } from '../support/needles.ts';
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

const secrets = {
  wrong: 'planted~wrong-secret.0123456789abcdef',
  good: 'planted~good-secret.0123456789abcdef0',
  renewed: 'planted~renewed-secret.0123456789abc',
};
const pair = createTestCertificate({ notAfter: new Date('2031-01-02T03:04:05Z') });
const expired = createTestCertificate({
  notBefore: new Date('2024-01-01T00:00:00Z'),
  notAfter: new Date('2025-01-01T00:00:00Z'),
});
const needles = [
  ...Object.entries(secrets).map(([name, secret]) => toNeedle(name, secret)),
  // Line breaks would hide the key from a search for the whole of it.
  toNeedle('key', pair.privateKeyPem.split('\n')[9] ?? ''),
];

/** Everything the program says to the page, and what the page shows and keeps. */
function listenTo(page: Page): { readonly heard: string[]; leaks: () => Promise<string[]> } {
  const heard: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/graphql')) void response.text().then((text) => heard.push(text), () => {});
  });
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(String(payload)));
  });
  return {
    heard,
    async leaks() {
      const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
      return findNeedles(needles, [await page.content(), page.url(), kept, ...heard].join('\n'));
    },
  };
}

function scenario(name: string) {
  const found = scenarios.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no scenario ${name}`);
  return found;
}

/** What the customer did in Entra meanwhile: the application has a new secret. */
async function rotateInEntra(name: string, value: string): Promise<void> {
  const { clientId } = scenario(name);
  const response = await fetch(`${app.sandboxOrigin}/_control/secrets`, {
    method: 'POST',
    body: JSON.stringify({ clientId, value, endDateTime: '2099-01-01T00:00:00Z' }),
  });
  expect(response.ok).toBe(true);
}

async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('[role=tooltip]').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function connectionPath(name: string): Promise<string> {
  const owner = await app.as('owner');
  const id = await app.tenantId(name);
  const { data } = await owner.query(
    'query ($id: ID!) { tenant(id: $id) { defaultProviderConnection { id } } }',
    { id },
  );
  return `/tenants/${id}/connections/${data.tenant.defaultProviderConnection.id as string}`;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const focusedText = (page: Page) => page.evaluate<string>('document.activeElement.textContent');

describe('a manager', () => {
  it('adds a connection, rehearses a credential until one works, and uses it', async () => {
    const tenantId = await app.tenantId('no-connection');
    const { clientId, tenantId: directory, title } = scenario('no-connection');
    await rotateInEntra('no-connection', secrets.good);
    const page = await browser.signIn(app.url, 'Marcus Manager', {
      path: `/tenants/${tenantId}/connections/new`,
    });
    const { leaks, heard } = listenTo(page);

    const directoryField = page.getByLabel('Directory (tenant) ID');
    await directoryField.waitFor();
    await directoryField.fill('zephyr');
    await page.keyboard.press('Enter');
    await page.getByText('entraTenantId must be the directory (tenant) ID, a GUID').waitFor();
    await takeScreenshots(page, 'connection-new-refused');
    await directoryField.fill(directory);
    await button(page, 'Add the connection').click();
    await page.waitForURL(/\/connections\/\d+#credential$/);

    await page.getByRole('heading', { name: `Microsoft · ${title}` }).waitFor();
    expect(await focusedText(page)).toContain('Set a credential');
    await takeScreenshots(page, 'connection-without-credential');
    await page.keyboard.press('Enter');
    const secret = page.getByLabel('Secret value');
    await secret.waitFor();
    await page.getByLabel('Client ID').fill('my application');
    await secret.fill('0f8fad5b-d9cb-469f-a165-70867728950e');
    await page.getByLabel('Directory it is meant for').fill(scenario('healthy').tenantId);
    await page.getByText('This is the secret’s ID.').waitFor();
    await page.getByText('The client ID must be the application (client) ID, a GUID.').waitFor();
    await page.getByText(`The directory must be that of the connection, ${directory}.`).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'credential-dialog-wrong');
    await page.getByLabel('Client ID').fill(clientId);
    await page.getByLabel('Directory it is meant for').fill(directory);
    await secret.fill(secrets.wrong);
    await button(page, 'Rehearse').click();

    await page.getByRole('heading', { name: 'Rehearsed credential' }).waitFor();
    await page.getByText('The client secret is wrong', { exact: false }).first().waitFor();
    const use = button(page, 'Use this credential');
    expect(await use.getAttribute('aria-disabled')).toBe('true');
    await takeScreenshots(page, 'connection-rehearsal-failed');

    await button(page, /^Set a credential/).click();
    expect(await page.getByLabel('Client ID').inputValue()).toBe(clientId);
    expect(await secret.inputValue()).toBe('');
    await secret.fill(secrets.good);
    await button(page, 'Rehearse').click();
    await page.getByText('Succeeded').first().waitFor();
    await takeScreenshots(page, 'connection-rehearsal-worked');
    await use.and(page.locator(':not([aria-disabled=true])')).click();
    await page.getByText('The rehearsed credential is in use').waitFor();
    await page.getByRole('heading', { name: 'Rehearsed credential' }).waitFor({ state: 'detached' });

    await page.keyboard.press('v');
    await page.getByText('Healthy').waitFor();
    await page.getByText('Connected').waitFor();
    await takeScreenshots(page, 'connection-healthy');
    expect(await leaks()).toEqual([]);
    expect(heard.join('')).toContain(clientId);
    await page.close();
  });
});
