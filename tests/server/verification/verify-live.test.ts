import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReport, type VerificationReport } from '../../../core/verification/report.ts';
import { verifyLive } from '../../../server/commands/live-verification.ts';
import { useProxy } from '../../../server/config/use-proxy.ts';
import { toReasonsPage } from '../../../server/http/pages/reasons-page.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { scenarioCredential, scenarioTenantId, type ScenarioName } from '../../../sandbox/scenarios.ts';
import { createTestCertificate } from '../../providers/support/self-signed.ts';
import { runCommand } from '../../support/program/program.ts';

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
    ['VERIFY_TENANT', '', /VERIFY_TENANT is not set/],
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

test('NODE_EXTRA_CA_CERTS makes the certificate of a proxy that inspects TLS a trusted one', async () => {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'tenantatlas-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const { certificatePem: cert, privateKeyPem: key } = createTestCertificate({
    dnsName: 'login.microsoftonline.com',
  });
  const file = join(folder, 'proxy-ca.pem');
  await writeFile(file, cert);
  const behind = createServer((_request, response) => response.writeHead(503).end());
  const sockets = new Set<Duplex>();
  const proxy = createServer().on('connect', (_request, socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const inspected = new TLSSocket(socket, { isServer: true, cert, key });
    behind.emit(
      'connection',
      inspected.on('error', () => undefined),
    );
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  stack.defer(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  const { port } = proxy.address() as AddressInfo;
  const reasonOf = async (extra: Record<string, string>) => {
    const { stdout } = await runCommand('server/commands/verify-live.js', ['--json'], {
      VERIFY_TENANT: scenarioTenantId('healthy'),
      VERIFY_CLIENT_ID: scenarioCredential('healthy').clientId,
      VERIFY_CLIENT_SECRET: 'Abc8Q~0123456789012345678901234567890123',
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
      ...extra,
    });
    const { report } = JSON.parse(stdout) as { report: VerificationReport };
    return report.checks.find((check) => check.key === 'token.acquire');
  };
  const untrusted = await reasonOf({});
  expect(untrusted?.reason_code).toBe('network.tls_untrusted');
  expect(untrusted?.message).toContain('login.microsoftonline.com (');
  expect((await reasonOf({ NODE_EXTRA_CA_CERTS: file }))?.reason_code).toBe('provider.transient');
});

test('docs/reasons.md is what the catalog says', async () => {
  expect(await readFile('docs/reasons.md', 'utf8')).toBe(`${toReasonsPage().trimEnd()}\n`);
});
