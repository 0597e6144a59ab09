import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReport } from '../../../core/verification/report.ts';
import { verifyLive } from '../../../server/commands/live-verification.ts';
import { useProxy } from '../../../server/config/proxy.ts';
import { toReasonsPage } from '../../../server/http/reasons-page.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { scenarioCredential, scenarioTenantId, type ScenarioName } from '../../../sandbox/scenarios.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

function environment(name: ScenarioName): Record<string, string> {
  const { clientId, clientSecret } = scenarioCredential(name);
  return {
    SANDBOX_ORIGIN: sandbox.origin,
    VERIFY_CLOUD: 'sandbox',
    VERIFY_TENANT: scenarioTenantId(name),
    VERIFY_CLIENT_ID: clientId,
    VERIFY_CLIENT_SECRET: clientSecret,
  };
}

const { signal } = new AbortController();

describe('a verification from the command line', () => {
  test('needs no database and ends with a report that fits the schema', async () => {
    const seen: string[] = [];
    const { report, permissions } = await verifyLive(
      environment('missing-permission'),
      ({ key }) => seen.push(key),
      signal,
    );
    expect(parseReport(report).kind).toBe('valid');
    expect(seen).toEqual(report.checks.map(({ key }) => key));
    expect(report.summary.overall).toBe('needs_attention');
    expect(
      permissions.filter(({ state }) => state === 'missing').map(({ permission }) => permission),
    ).toEqual(['DeviceManagementConfiguration.Read.All']);
  });

  test.for([
    ['VERIFY_TENANT', '', /VERIFY_TENANT is missing/],
    ['VERIFY_CLIENT_SECRET', '', /Set VERIFY_CLIENT_SECRET/],
    ['VERIFY_CLOUD', 'mars', /must be one of global/],
  ] as const)('%s = %j: a sentence says what to set', async ([name, value, message]) => {
    const wrong = { ...environment('healthy'), [name]: value };
    await expect(verifyLive(wrong, () => undefined, signal)).rejects.toThrow(message);
  });
});

test('a proxy hears of what goes out, and never of this machine’s own sandbox', async () => {
  const heard: string[] = [];
  const proxy = createServer().on('connect', ({ url }, socket) => {
    heard.push(url ?? '');
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  using restore = useProxy({ url: `http://127.0.0.1:${address.port}`, except: '' });
  const { report } = await verifyLive(environment('healthy'), () => undefined, signal);
  expect([report.summary.overall, heard]).toEqual(['ready', []]);
  await expect(fetch('https://login.microsoftonline.invalid/')).rejects.toThrow('fetch failed');
  expect(heard).toEqual(['login.microsoftonline.invalid:443']);
  restore[Symbol.dispose]();
  proxy.close();
});

test('docs/reasons.md is what the catalogue says', async () => {
  expect(await readFile('docs/reasons.md', 'utf8')).toBe(`${toReasonsPage().trimEnd()}\n`);
});
