import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import { createTestCertificate } from '../../providers/support/self-signed.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { findNeedles, toNeedle } from '../../support/needles.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

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
    if (response.url().includes('/graphql'))
      void response.text().then(
        (text) => heard.push(text),
        () => {},
      );
  });
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(String(payload)));
  });
  return {
    heard,
    async leaks() {
      const kept = await page.evaluate<string>(
        'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])',
      );
      return findNeedles(needles, [await page.content(), page.url(), kept, ...heard].join('\n'));
    },
  };
}

function scenario(name: string) {
  const found = scenarios.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no scenario ${name}`);
  return found;
}

/** What the customer did in Entra in the meantime: the application has a new secret. */
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
  return `/tenants/${id}/connections/${rowOf(data.tenant.defaultProviderConnection.id as string)}`;
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
    await page.getByText('A directory ID has the form').waitFor();
    await directoryField.fill('ada@zephyr.example');
    await page.keyboard.press('Enter');
    await page.getByText('This is a domain name.').waitFor();
    await takeScreenshots(page, 'connection-new-refused');
    // As the portal's address or a script writes it.
    await directoryField.fill(`{${directory.toUpperCase()}}`);
    await button(page, 'Add connection').click();
    await page.waitForURL(/\/connections\/\d+#credential$/);

    await page.getByRole('heading', { name: `Microsoft · ${title}` }).waitFor();
    await expect.poll(() => focusedText(page)).toContain('Set a credential');
    await takeScreenshots(page, 'connection-without-credential');
    await page.keyboard.press('Enter');
    const secret = page.getByLabel('Secret value');
    await secret.waitFor();
    await page.getByRole('textbox', { name: 'Client ID' }).fill('my application');
    await secret.fill('0f8fad5b-d9cb-469f-a165-70867728950e');
    await page.getByLabel('Intended directory').fill(scenario('healthy').tenantId);
    await page.getByText('This is the secret’s ID.').waitFor();
    await page.getByText('The client ID must be the application (client) ID, a GUID.').waitFor();
    await page.getByText(`The directory must be that of the connection, ${directory}.`).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'credential-dialog-wrong');
    await page.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
    await page.getByLabel('Intended directory').fill(directory);
    await secret.fill(secrets.wrong);
    await button(page, 'Rehearse').click();

    await page.getByRole('heading', { name: 'Rehearsed credential' }).waitFor();
    await page
      .getByText(/^Entra rejected the client secret of application /)
      .first()
      .waitFor();
    const use = button(page, 'Use this credential');
    expect(await use.getAttribute('aria-disabled')).toBe('true');
    await takeScreenshots(page, 'connection-rehearsal-failed');

    // The run's own page must not be taken for a verdict about the credential in use.
    await page.locator('main').getByRole('link', { name: 'Open run' }).first().click();
    await page.getByRole('group', { name: 'Rehearsal' }).waitFor();
    await takeScreenshots(page, 'run-rehearsal');
    await page.getByRole('link', { name: 'Open connection' }).click();
    await page.waitForURL(/\/connections\/\d+#credential$/);
    await page.getByRole('heading', { name: 'Rehearsed credential' }).waitFor();

    await button(page, /^Set a credential/).click();
    expect(await page.getByRole('textbox', { name: 'Client ID' }).inputValue()).toBe(clientId);
    expect(await secret.inputValue()).toBe('');
    await secret.fill(secrets.good);
    await button(page, 'Rehearse').click();
    await page.getByText('Ready', { exact: true }).first().waitFor();
    await takeScreenshots(page, 'connection-rehearsal-worked');
    await use.and(page.locator(':not([aria-disabled=true])')).click();
    await page.getByText('Rehearsed credential now in use').waitFor();
    await page.getByRole('heading', { name: 'Rehearsed credential' }).waitFor({ state: 'detached' });

    await expect.poll(() => focusedText(page)).toMatch(/^Credential/);

    await page.keyboard.press('v');
    await page.getByText('Healthy').waitFor();
    await page.getByText('Connected').waitFor();
    await takeScreenshots(page, 'connection-healthy');
    expect(await leaks()).toEqual([]);
    expect(heard.join('')).toContain(clientId);
    await page.close();
  });

  it('replaces an expired secret from the next step of a report, and deletes a credential', async () => {
    const tenantId = await app.tenantId('secret-expired');
    await rotateInEntra('secret-expired', secrets.renewed);
    const page = await browser.signIn(app.url, 'Marcus Manager', { path: `/tenants/${tenantId}` });
    const { leaks } = listenTo(page);
    await page.getByRole('link', { name: 'Replace the credential' }).first().click();
    await page.getByText('Last verification through this connection failed').waitFor();
    await expect.poll(() => focusedText(page)).toContain('Replace');
    await takeScreenshots(page, 'connection-broken');

    await page.keyboard.press('Enter');
    await page.getByLabel('Secret value').fill(secrets.renewed);
    await page.getByLabel('Expires on').fill('2024-05-01');
    await page.getByText('This date is in the past.').waitFor();
    const soon = new Date(Date.now() + 20.5 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Expires on').fill(soon);
    await page.getByLabel('Save without rehearsing').click();
    await page.getByText('Replaces the current credential without testing').waitFor();
    await takeScreenshots(page, 'credential-dialog-at-once');
    await button(page, 'Save credential').click();
    await page.getByText('Credential saved').waitFor();
    await page.getByText(/^\d+ days left$/).waitFor();
    await button(page, /^Verify$/).click();
    await page.getByText('Healthy').waitFor();
    await takeScreenshots(page, 'connection-expiring');

    await button(page, /^Delete/).click();
    await page.getByText('will no longer be able to sign in').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'credential-delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'No credential' }).waitFor();
    expect(await leaks()).toEqual([]);
    await page.close();
  });

  it('is told what is wrong with a certificate before it is passed in, and its key is sent nowhere', async () => {
    const page = await browser.signIn(app.url, 'Marcus Manager', {
      path: `${await connectionPath('no-credential')}#credential`,
    });
    const { leaks } = listenTo(page);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await button(page, /^Set a credential/).click();
    await page.getByLabel('Type').selectOption('CERTIFICATE');
    const certificate = page.getByLabel('Certificate (PEM)');
    const key = page.getByLabel('Private key (PEM)');
    await certificate.fill(pair.privateKeyPem);
    await key.fill(pair.certificatePem);
    await page.getByText('This contains a private key.').waitFor();
    await page.getByText('Enter a private key in PEM format').waitFor();
    await certificate.fill(expired.certificatePem);
    await page.getByText('The certificate expired at 2025-01-01').waitFor();
    await page.getByLabel('Read from files').setInputFiles({
      name: 'both.pem',
      mimeType: 'application/x-pem-file',
      buffer: Buffer.from(`Bag Attributes\n${pair.privateKeyPem}\n${pair.certificatePem}`),
    });
    await page.getByText(/Valid until .*2031\. Thumbprint [0-9A-F]{40}/).waitFor();
    expect(await key.inputValue()).toBe(pair.privateKeyPem.trim());
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'credential-dialog-certificate');
    await page.getByLabel('Type').selectOption('FEDERATED');
    await page.getByLabel('Token file path').fill('/etc/passwd');
    await page.getByText('No token files are available to this workspace.').waitFor();
    await page.getByLabel('Type').selectOption('CERTIFICATE');
    expect(await key.inputValue()).toBe('');
    await key.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focusedText(page)).toContain('Set a credential');
    expect(findNeedles(needles, sent.join('\n'))).toEqual([]);
    expect(await leaks()).toEqual([]);
    await page.close();
  });

  it('edits a connection, switches it off and on, and sends the customer to consent', async () => {
    const path = await connectionPath('no-consent');
    const page = await browser.signIn(app.url, 'Marcus Manager', { path: `${path}#consent` });
    const link = page.getByRole('link', { name: 'Open consent page' });
    expect(await link.getAttribute('href')).toContain(`${scenario('no-consent').tenantId}/v2.0/adminconsent`);
    await expect.poll(() => focusedText(page)).toContain('Admin consent');
    await page.getByText('What they will see').click();
    await takeScreenshots(page, 'connection-consent');

    await button(page, 'Edit').click();
    await page.getByLabel('Name').fill('');
    await page.getByLabel(/^Manage/).click();
    await button(page, 'Save').click();
    await page.getByText('The name must not be empty.').waitFor();
    await page.getByLabel('Name').fill('Eastgate, read and write');
    expect(await problemsOf(page)).toEqual([]);
    await takeScreenshots(page, 'connection-edit');
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Eastgate, read and write' }).waitFor();
    await page.getByText('Change profiles, apps, devices').waitFor();

    // The tenant is managed through it: one click does not take that away.
    await button(page, 'Disable').click();
    const question = page.getByRole('dialog', { name: 'Disable the default connection?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    await button(page, 'Disable').click();
    await question.getByRole('button', { name: 'Disable' }).click();
    await button(page, 'Enable').waitFor();
    await expect.poll(() => focusedText(page)).toContain('Enable');
    expect(await button(page, /^Verify$/).getAttribute('aria-disabled')).toBe('true');
    await button(page, 'Enable').click();
    await button(page, 'Disable').waitFor();
    await page.goto(`${app.url}${path.replace(/\/\d+$/, '/new')}`);
    await button(page, 'Add connection').click();
    await page.getByText('The tenant already has a connection to this directory.').waitFor();
    await takeScreenshots(page, 'connection-new-duplicate');
    await page.getByRole('link', { name: 'Open Eastgate, read and write' }).click();
    await page.waitForURL(`**${path}`);
    await page.close();
  });
});

describe('everybody else', () => {
  it('sees everything, and why they cannot change it', async () => {
    const path = await connectionPath('healthy');
    const page = await browser.signIn(app.url, 'Rhys Reader', { path });
    const cannot = ['Edit', 'Make default', 'Disable', /^Verify$/, /^Replace/, /^Delete/];
    await page.getByText(scenario('healthy').clientId).waitFor();
    for (const name of cannot) expect(await button(page, name).getAttribute('aria-disabled')).toBe('true');
    await button(page, 'Edit').hover();
    const tooltip = page.getByRole('tooltip').and(page.locator(':visible'));
    expect(await tooltip.innerText()).toBe(
      'Your role here does not include managing connections and credentials.',
    );
    await takeScreenshots(page, 'connection-reader');
    await page.goto(`${app.url}/tenants/${await app.tenantId('healthy')}/connections/new`);
    await page.getByText('Cannot add a connection').waitFor();
    await takeScreenshots(page, 'connection-new-reader');
    await page.close();
  });

  it('sees live that someone else’s run uses the connection, and what is not possible in the meantime', async () => {
    const page = await browser.signIn(app.url, 'Ophelia Operator', { path: await connectionPath('slow') });
    await page.getByText(scenario('slow').clientId).waitFor();
    const owner = await app.as('owner');
    await owner.query('mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { result } }', {
      id: await app.tenantId('slow'),
    });
    await page.getByText('In use: Verification').waitFor();
    await page.getByText(/[1-9]\d* of \d+ checks done/).waitFor();
    expect(await button(page, /^Verify$/).getAttribute('aria-disabled')).toBe('true');
    await takeScreenshots(page, 'connection-running');
    await app.setLatency('slow', 0);
    await page.getByText('In use: Verification').waitFor({ state: 'detached' });
    await page.getByText('Healthy').waitFor();
    await page.close();
  });

  it('finds the same nothing at a foreign connection, an absent one and one of another tenant', async () => {
    const [own, other] = [await connectionPath('healthy'), await connectionPath('conditional-access')];
    const tenant = own.replace(/\/connections\/.*/, '');
    const page = await browser.signIn(app.url, 'Rhys Reader');
    const seen = new Set<string>();
    for (const path of [
      other,
      `${tenant}/connections/987654321`,
      (await connectionPath('secret-expired')).replace(/.*(?=\/connections)/, tenant),
      `${other.replace(/\/connections\/.*/, '')}/connections/new`,
    ]) {
      await page.goto(`${app.url}${path}`);
      await page.getByRole('heading', { name: 'Not found' }).waitFor();
      seen.add(await page.locator('main').innerText());
    }
    expect(seen.size).toBe(1);
    await page.close();
  });
});

describe('an answer from before a change', () => {
  it('is not waited for, and not taken for the answer to the question that follows the change', async () => {
    const page = await browser.signIn(app.url, 'Marcus Manager', {
      path: await connectionPath('missing-permission'),
    });
    await page.getByText(scenario('missing-permission').clientId).waitFor();
    await page
      .getByRole('link', { name: scenario('missing-permission').title, exact: true })
      .first()
      .click();
    await page.waitForURL(/\/tenants\/\d+$/);
    // Whoever comes back sees what was known, and acts on it while the answer, made before the change, is on its way.
    let asked = 0;
    await page.route('**/graphql', async (route) => {
      const isFirst = (route.request().postData() ?? '').includes('"ConnectionPage"') && asked++ === 0;
      // Held for as long as the page is open.
      if (!isFirst) await route.continue();
    });
    await page.goBack();
    await expect.poll(() => asked).toBe(1);

    await button(page, /^Replace/).click();
    await page.getByLabel('Secret value').fill(secrets.wrong);
    await button(page, 'Rehearse').click();
    await page.getByRole('heading', { name: 'Rehearsed credential' }).waitFor();
    await page
      .getByText(/^Entra rejected the client secret of application /)
      .first()
      .waitFor();
    await page.close();
  });

  it('may show a run under way and none as active: the page follows what it shows', async () => {
    const page = await browser.signIn(app.url, 'Marcus Manager', { path: await connectionPath('slow') });
    await page.getByText(scenario('slow').clientId).first().waitFor();
    await page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('"ConnectionPage"')) {
        await route.continue();
        return;
      }
      const response = await route.fetch();
      const answer = (await response.json()) as { data: { providerConnection: { activeRun: unknown } } };
      // As if the run had ended between the two reads of one answer.
      answer.data.providerConnection.activeRun = null;
      await route.fulfill({ response, json: answer });
    });
    await button(page, /^Replace/).click();
    await page.getByLabel('Secret value').fill(secrets.wrong);
    await button(page, 'Rehearse').click();
    await page
      .getByText(/^Entra rejected the client secret of application /)
      .first()
      .waitFor();
    await page.close();
  });
});
