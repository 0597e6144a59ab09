import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderSecret } from '../../core/provider/provider.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import { addCertificate, addFederatedCredential, rotateSecret } from '../../sandbox/graph/changes.ts';
import { signWorkloadToken } from '../../sandbox/control/control.ts';
import { scenarioCredential } from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { noPatience, openScenario } from './support/microsoft.ts';
import { createTestCertificate, type TestCertificate } from './support/self-signed.ts';

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'tenantatlas-'));
});
beforeEach(() => {
  sandbox.state.received.length = 0;
});
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const { clientId, clientSecret } = scenarioCredential('healthy');

async function askWith(secret: ProviderSecret) {
  await using session = openScenario(sandbox, 'healthy', { ...noPatience, secret });
  const answer = await session.collect('token');
  return { answer: answer.kind === 'read' ? 'read' : answer.reason, requests: sandbox.state.received.length };
}

describe('certificate', () => {
  const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  const certificate = createTestCertificate();
  const with_ = (parts: Partial<TestCertificate> = {}): ProviderSecret => ({
    type: 'certificate',
    clientId,
    ...certificate,
    ...parts,
  });

  test('is refused by Entra until it is on the application', async () => {
    expect(await askWith(with_())).toEqual({ answer: 'credential.certificate_rejected', requests: 1 });
    addCertificate(sandbox.state, clientId, certificate.certificatePem);
    sandbox.state.received.length = 0;
    expect(await askWith(with_())).toEqual({ answer: 'read', requests: 1 });
  });

  test.for<[string, Partial<TestCertificate>, ReasonCode]>([
    [
      'another key',
      { privateKeyPem: createTestCertificate().privateKeyPem },
      'credential.certificate_key_mismatch',
    ],
    ['an elliptic curve', createTestCertificate({ keyType: 'ec' }), 'credential.certificate_not_rsa'],
    [
      'an expired certificate',
      createTestCertificate({ notBefore: day(-9), notAfter: day(-2) }),
      'credential.certificate_expired',
    ],
    [
      'a damaged certificate',
      { certificatePem: certificate.certificatePem.slice(100) },
      'credential.invalid',
    ],
    ['a damaged key', { privateKeyPem: 'not a key' }, 'credential.invalid'],
  ])('%s is found before anything is sent', async ([, parts, reason]) => {
    expect(await askWith(with_(parts))).toEqual({ answer: reason, requests: 0 });
  });
});

describe('client secret', () => {
  test.for<[string, Partial<{ clientId: string; clientSecret: string }>]>([
    ['an empty secret', { clientSecret: '' }],
    ['a client id that is no GUID', { clientId: 'tenantatlas' }],
  ])('%s is found before anything is sent', async ([, parts]) => {
    const secret = { type: 'client_secret', clientId, clientSecret, ...parts } as const;
    expect(await askWith(secret)).toEqual({ answer: 'credential.invalid', requests: 0 });
  });

  test('the secret id in the place of its value is Entra’s to refuse: some old secrets look like a GUID', async () => {
    const secret = { type: 'client_secret', clientId, clientSecret: crypto.randomUUID() } as const;
    expect(await askWith(secret)).toEqual({ answer: 'credential.secret_invalid', requests: 1 });
  });

  test('a rotated secret fails and the new one works, at once', async () => {
    const old = scenarioCredential('no-connection');
    const secret = (value: string) =>
      ({ type: 'client_secret', clientId: old.clientId, clientSecret: value }) as const;
    const ask = async (value: string) => {
      await using session = openScenario(sandbox, 'no-connection', { secret: secret(value) });
      return (await session.collect('token')).kind;
    };
    expect(await ask(old.clientSecret)).toBe('read');
    rotateSecret(sandbox.state, old.clientId, {
      value: 'a new one',
      endDateTime: new Date(Date.now() + 60_000),
    });
    expect(await ask(old.clientSecret)).toBe('unreadable');
    expect(await ask('a new one')).toBe('read');
  });
});

describe('federated', () => {
  const subject = 'system:serviceaccount:atlas:worker';
  const audience = 'api://AzureADTokenExchange';

  async function tokenFile(content: string): Promise<ProviderSecret> {
    const path = join(folder, crypto.randomUUID());
    await writeFile(path, content);
    return { type: 'federated', clientId, tokenFile: path };
  }

  beforeAll(() => {
    addFederatedCredential(sandbox.state, clientId, {
      issuer: `${sandbox.origin}/workload`,
      subject,
      audience,
    });
    addFederatedCredential(sandbox.state, clientId, { issuer: 'https://other.example', subject, audience });
  });

  test('the platform’s token stands in for a secret', async () => {
    const token = await signWorkloadToken(sandbox.cloud, subject, audience);
    expect(await askWith(await tokenFile(`${token}\n`))).toEqual({ answer: 'read', requests: 1 });
  });

  test.for<[string, string, string, ReasonCode]>([
    ['another subject', 'system:serviceaccount:atlas:web', audience, 'credential.federation_no_match'],
    ['another audience', subject, 'api://Another', 'credential.federation_no_match'],
    ['a subject in other case', subject.toUpperCase(), audience, 'credential.federation_subject_case'],
  ])('%s', async ([, tokenSubject, tokenAudience, reason]) => {
    const token = await signWorkloadToken(sandbox.cloud, tokenSubject, tokenAudience);
    expect(await askWith(await tokenFile(token))).toEqual({ answer: reason, requests: 1 });
  });

  test('a file that is missing or empty is found before anything is sent', async () => {
    const missing: ProviderSecret = { type: 'federated', clientId, tokenFile: join(folder, 'missing') };
    const reason = 'credential.federation_token_unreadable';
    expect(await askWith(missing)).toEqual({ answer: reason, requests: 0 });
    expect(await askWith(await tokenFile('\n'))).toEqual({ answer: reason, requests: 0 });
    const directory: ProviderSecret = { type: 'federated', clientId, tokenFile: folder };
    expect(await askWith(directory)).toEqual({ answer: reason, requests: 0 });
  });

  test('a pipe, which would never end, and what is no file of anyone’s, are not waited for', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [link, endless] = [join(folder, 'link'), join(folder, 'endless')];
    await symlink(pipe, link);
    await symlink('/dev/zero', endless);
    for (const path of [pipe, link, endless]) {
      const secret: ProviderSecret = { type: 'federated', clientId, tokenFile: path };
      const answer = { answer: 'credential.federation_token_unreadable', requests: 0 };
      expect(await askWith(secret)).toEqual(answer);
    }
  });

  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmVk`;
  const inAnHour = Math.floor(Date.now() / 1_000) + 3_600;

  test.for<[string, string, ReasonCode]>([
    [
      'what GitHub’s endpoint answers around a token',
      JSON.stringify({ count: 1, value: jwt({ exp: inAnHour }) }),
      'credential.federation_token_malformed',
    ],
    ['a page', '<!doctype html><title>Sign in</title>', 'credential.federation_token_malformed'],
    ['a password file', 'root:x:0:0:root:/root:/bin/bash', 'credential.federation_token_malformed'],
    ['a secret with full stops', 'abc.def.ghi', 'credential.federation_token_malformed'],
    ['a token without an end', jwt({ sub: 'me' }), 'credential.federation_token_malformed'],
    [
      'a token without a signature',
      jwt({ exp: inAnHour }).replace(/[^.]*$/, ''),
      'credential.federation_token_malformed',
    ],
    [
      'a token of 20 KB',
      jwt({ exp: inAnHour, filler: 'x'.repeat(20_000) }),
      'credential.federation_token_malformed',
    ],
    ['a token that has expired', jwt({ exp: 1_700_000_000 }), 'credential.federation_token_expired'],
  ])('%s is not sent', async ([, content, reason]) => {
    expect(await askWith(await tokenFile(content))).toEqual({ answer: reason, requests: 0 });
  });
});
