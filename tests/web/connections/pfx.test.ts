import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import { createTestCertificate } from '../../providers/support/self-signed.ts';
import { startTestBrowser, takeScreenshots, type TestBrowser } from '../../support/browser.ts';
import { findNeedles, toNeedle } from '../../support/needles.ts';
import { createPfx } from '../../support/pfx.ts';
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

const password = 'planted pass w0rd';
const pair = createTestCertificate({ notAfter: new Date('2031-01-02T03:04:05Z') });
const { pfxBase64, certificatePem } = createPfx(pair, { password });
const needles = [
  toNeedle('pfx', pfxBase64.slice(400, 460)),
  toNeedle('password', password),
  toNeedle('key', pair.privateKeyPem.split('\n')[9] ?? ''),
];
const file = {
  name: 'customer.pfx',
  mimeType: 'application/x-pkcs12',
  buffer: Buffer.from(pfxBase64, 'base64'),
};
const scenario = scenarios.find(({ name }) => name === 'no-credential');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function openDialog(): Promise<{ readonly page: Page; readonly sent: string[] }> {
  const id = await app.tenantId('no-credential');
  const owner = await app.as('owner');
  const { data } = await owner.query(
    'query ($id: ID!) { tenant(id: $id) { defaultProviderConnection { id } } }',
    { id },
  );
  const connectionId = rowOf(data.tenant.defaultProviderConnection.id as string);
  const path = `/tenants/${id}/connections/${connectionId}#credential`;
  const page = await browser.signIn(app.url, 'Marcus Manager', { path });
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await button(page, /^Set a credential/).click();
  await page.getByLabel('Type').selectOption('CERTIFICATE');
  await page.getByRole('textbox', { name: 'Client ID' }).fill(scenario?.clientId ?? '');
  return { page, sent };
}

it('reads a PFX file with its password, and sends neither before it is passed in', async () => {
  const registered = await fetch(`${app.sandboxOrigin}/_control/certificates`, {
    method: 'POST',
    body: JSON.stringify({ clientId: scenario?.clientId, pem: certificatePem }),
  });
  expect(registered.ok).toBe(true);
  const { page, sent } = await openDialog();
  await page.getByLabel('Read from files').setInputFiles(file);
  await page.getByText('Read from customer.pfx. Never displayed.').waitFor();
  expect(await page.getByLabel('PFX file (base64)').inputValue()).toBe(pfxBase64);
  const secret = page.getByLabel('File password (optional)');
  await secret.fill('another password');
  expect(findNeedles(needles, sent.join('\n'))).toEqual([]);

  await button(page, 'Rehearse').click();
  await page.getByText('The password does not open the PFX file.').waitFor();
  expect((await new AxeBuilder({ page }).exclude('[role=tooltip]').analyze()).violations).toEqual([]);
  await takeScreenshots(page, 'credential-dialog-pfx');

  await secret.fill(password);
  await page.getByText('The password does not open the PFX file.').waitFor({ state: 'detached' });
  expect(findNeedles(needles, await page.content())).toEqual([]);
  await button(page, 'Rehearse').click();
  await page.getByRole('heading', { name: 'Rehearsed credential' }).waitFor();
  await page.getByText('Ready', { exact: true }).first().waitFor();
  expect(findNeedles(needles, await page.content())).toEqual([]);
  await page.close();
});

it('puts what was pasted where it belongs, and says what is no PFX', async () => {
  const { page, sent } = await openDialog();
  await page.getByLabel('Certificate (PEM)').fill(pfxBase64);
  const pfx = page.getByLabel('PFX file (base64)');
  await expect.poll(() => pfx.inputValue()).toBe(pfxBase64);

  await pfx.fill('bm8gUEZY');
  await page.getByText('This is not a base64-encoded PFX file.').waitFor();
  await pfx.fill(`${pfxBase64.slice(0, 24)}${'A'.repeat(90_000)}`);
  await page.getByText('A PFX file can be at most 64 KB.').waitFor();
  await pfx.fill(`Bag Attributes\n${pair.privateKeyPem}\n${pair.certificatePem}`);
  const key = page.getByLabel('Private key (PEM)');
  await expect.poll(() => key.inputValue()).toBe(pair.privateKeyPem.trim());
  expect(await page.getByLabel('Certificate (PEM)').inputValue()).toBe(pair.certificatePem.trim());

  await page.getByLabel('Format').selectOption('PFX');
  expect(await pfx.inputValue()).toBe('');
  await page.getByLabel('Read from files').setInputFiles({ ...file, buffer: Buffer.from('no such thing') });
  await page.getByText('No certificate or private key found.').waitFor();
  await button(page, 'Rehearse').click();
  await page.getByText('Required.', { exact: true }).waitFor();
  expect(findNeedles(needles, sent.join('\n'))).toEqual([]);
  await page.close();
});
