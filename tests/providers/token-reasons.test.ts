import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderSecret } from '../../core/provider/provider.ts';
import { reasons, type ReasonCode } from '../../core/reasons/reasons.ts';
import { tokenReasons } from '../../providers/microsoft/reasons/token-table.ts';
import { addFault, clearFaults } from '../../sandbox/graph/changes.ts';
import type { FaultAnswer } from '../../sandbox/control/faults.ts';
import { signWorkloadToken } from '../../sandbox/control/control.ts';
import { scenarioCredential } from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { expectedTokenReasons } from './support/expected-token-reasons.ts';
import { noPatience, openScenario } from './support/microsoft.ts';
import { createTestCertificate } from './support/self-signed.ts';

const { clientId, clientSecret } = scenarioCredential('healthy');

let sandbox: Sandbox;
let folder: string;
let tokenFile: string;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'tenantatlas-'));
  tokenFile = join(folder, 'token');
  const token = await signWorkloadToken(sandbox.cloud, 'workload', 'api://AzureADTokenExchange');
  await writeFile(tokenFile, token);
});
afterEach(() => clearFaults(sandbox.state));
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function askForToken(answer: FaultAnswer, secret?: ProviderSecret) {
  addFault(sandbox.state, { on: 'token', answer });
  await using session = openScenario(sandbox, 'healthy', { ...noPatience, ...(secret && { secret }) });
  return await session.collect('token');
}

const guid = expect.stringMatching(/^[0-9a-f-]{36}$/);

describe('every AADSTS number of the table, through a real token request', () => {
  test.for(Object.entries(expectedTokenReasons))('AADSTS%s is %s', async ([code, reason]) => {
    const answer = await askForToken({ kind: 'aadsts', code: Number(code) });
    expect(answer).toMatchObject({
      kind: 'unreadable',
      reason,
      pointers: expect.arrayContaining([
        { kind: 'aadsts', value: code },
        { kind: 'trace_id', value: guid },
        { kind: 'correlation_id', value: guid },
      ]),
    });
  });

  test('no number is in the table that is not tested here, and none twice', () => {
    const codes = tokenReasons.rows.flatMap(([row]) => row);
    expect([...codes].sort()).toEqual(Object.keys(expectedTokenReasons).map(Number).sort());
  });
});

const text = (status: number, body: string, contentType = 'application/json'): FaultAnswer => ({
  kind: 'raw',
  status,
  body,
  contentType,
});
const oauth = (error: string, status = 400) => text(status, JSON.stringify({ error }));

describe('answers without a number we know', () => {
  test.for<[string, FaultAnswer, ReasonCode]>([
    ['an unknown number on a 503', { kind: 'aadsts', code: 1234567, status: 503 }, 'provider.transient'],
    ['an unknown number without an error', text(400, '{"error_codes":[1234567]}'), 'provider.unmapped'],
    ['someone else’s JSON', text(403, '{"error":"Blocked by policy."}'), 'provider.unmapped'],
    ['temporarily_unavailable', oauth('temporarily_unavailable'), 'provider.transient'],
    ['slow_down', oauth('slow_down'), 'throttled.tenant'],
    ['an OAuth error on a 408', oauth('invalid_request', 408), 'provider.transient'],
    ['an OAuth error on a 429', oauth('server_error', 429), 'throttled.tenant'],
    ['500 {}', text(500, '{}'), 'provider.internal'],
    ['511 of a guest network', text(511, '<html>', 'text/html'), 'proxy.bad_answer'],
    ['502 with a page', text(502, '<html>', 'text/html'), 'provider.transient'],
    ['429 without a body', text(429, ''), 'throttled.tenant'],
    ['403 with a page', text(403, '<html>', 'text/html'), 'provider.bad_response'],
    [
      'JSON with a page glued to it',
      text(401, '{"error":"invalid_client"}<!DOCTYPE html>'),
      'provider.bad_response',
    ],
    ['200 {}', text(200, '{}'), 'provider.bad_response'],
    ['200 null', text(200, 'null'), 'provider.bad_response'],
    ['200 with an empty token', text(200, '{"access_token":""}'), 'provider.bad_response'],
    [
      '200 with an error in it',
      text(200, '{"error":"invalid_grant","error_codes":[53003]}'),
      'policy.conditional_access_blocked',
    ],
  ])('%s is no refusal of the sign-in', async ([, fault, reason]) => {
    const answer = await askForToken(fault);
    expect(answer).toMatchObject({ kind: 'unreadable', reason });
    expect(answer).not.toHaveProperty('refused');
  });

  test.for<[string, ReasonCode]>([
    ['invalid_client', 'credential.refused'],
    ['unauthorized_client', 'app.refused'],
    ['invalid_grant', 'sign_in.refused'],
    ['access_denied', 'sign_in.refused'],
    ['consent_required', 'consent.missing'],
    ['interaction_required', 'config.unexpected_flow'],
    ['login_required', 'config.unexpected_flow'],
    ['invalid_request', 'config.request_malformed'],
    ['unsupported_grant_type', 'config.request_malformed'],
    ['invalid_scope', 'config.scope_invalid'],
    ['invalid_resource', 'resource.not_found'],
    ['invalid_tenant', 'tenant.not_found'],
    ['server_error', 'provider.internal'],
    ['something_new_in_2027', 'sign_in.refused'],
  ])('%s alone, or beside an unknown number, is a refusal: %s', async ([error, reason]) => {
    const refused = { kind: 'unreadable', reason, refused: true };
    expect(await askForToken(oauth(error))).toMatchObject(refused);
    expect(await askForToken({ kind: 'aadsts', code: 1234567, error })).toMatchObject(refused);
  });

  test('a number we do not know is kept exactly, with what a report about it needs', async () => {
    expect(await askForToken({ kind: 'aadsts', code: 1234567 })).toMatchObject({
      pointers: [
        { kind: 'http_status', value: '400' },
        { kind: 'aadsts', value: '1234567' },
        { kind: 'oauth_error', value: 'invalid_request' },
        { kind: 'trace_id', value: guid },
        { kind: 'correlation_id', value: guid },
        { kind: 'reason_table_version', value: tokenReasons.version },
      ],
    });
  });

  test('MSAL’s other class of errors carries the reason too', async () => {
    const answer = await askForToken({ kind: 'aadsts', code: 53003, suberror: 'message_only' });
    expect(answer).toMatchObject({ reason: 'policy.conditional_access_blocked' });
  });

  test('the policy that blocked the sign-in is named, and only by its id', async () => {
    const policy = '5f0c1b7e-9b0f-4f39-8f6a-3d2c7a51e8d4';
    const policies = async (values: unknown) => {
      const claims = JSON.stringify({ access_token: { capolids: { essential: true, values } } });
      const body = JSON.stringify({ error: 'invalid_grant', error_codes: [53003], claims });
      const { pointers } = await askForToken(text(400, body));
      return pointers.filter(({ kind }) => kind === 'policy_id');
    };
    expect(await policies([policy, 'sandbox~secret', 7])).toEqual([{ kind: 'policy_id', value: policy }]);
    expect(await policies('none')).toEqual([]);
  });

  test('text planted in the place of an id does not get into the evidence', async () => {
    const body = JSON.stringify({
      error: 'Click <here>',
      trace_id: 'sandbox~secret',
      correlation_id: 'x',
      error_codes: ['y'],
    });
    expect(await askForToken(text(400, body))).toEqual({
      kind: 'unreadable',
      reason: 'provider.unmapped',
      pointers: [
        { kind: 'http_status', value: '400' },
        { kind: 'reason_table_version', value: tokenReasons.version },
      ],
    });
  });
});

describe('a number that says "not now" is no refusal, whatever stands beside it', () => {
  test.for([50196, 90033, 90055])('AADSTS%i with invalid_grant', async (code) => {
    expect(
      await askForToken({ kind: 'aadsts', code, error: 'invalid_grant', status: 400 }),
    ).not.toHaveProperty('refused');
  });
});

describe('several numbers: the most specific one counts', () => {
  const body = (codes: readonly number[], description = '') =>
    text(400, JSON.stringify({ error: 'invalid_grant', error_codes: codes, error_description: description }));

  test.for<[string, FaultAnswer, ReasonCode, string]>([
    ['a wrapper first', body([70002, 7000222]), 'credential.secret_expired', '7000222'],
    ['a wrapper last', body([7000222, 70002]), 'credential.secret_expired', '7000222'],
    ['a case of the other', body([50001, 500011]), 'resource.not_found', '500011'],
    ['time', body([70002, 500133]), 'credential.clock_skew', '500133'],
    ['an unknown one beside it', body([70002, 99999999]), 'credential.secret_invalid', '70002'],
    [
      'the text, where there is no list',
      body([], 'AADSTS70002: Error validating credentials. AADSTS500133: Assertion is too old.'),
      'credential.clock_skew',
      '500133',
    ],
  ])('%s', async ([, fault, reason, first]) => {
    const answer = await askForToken(fault);
    expect(answer).toMatchObject({ reason, refused: true });
    expect(answer.pointers.find(({ kind }) => kind === 'aadsts')?.value).toBe(first);
  });

  test('all of them are kept', async () => {
    const { pointers } = await askForToken(body([70002, 7000222]));
    expect(pointers.filter(({ kind }) => kind === 'aadsts').map(({ value }) => value)).toEqual([
      '7000222',
      '70002',
    ]);
  });
});

describe('no one is told about a credential they do not use', () => {
  const body = (codes: readonly number[], description: string, error = 'invalid_client') =>
    JSON.stringify({ error, error_codes: codes, error_description: description });
  const certificate = { type: 'certificate', clientId, ...createTestCertificate() } as const;
  const signed = (answer: readonly number[], description = '') => text(401, body(answer, description));
  const assertion = 'AADSTS50012: Client assertion audience claim does not match Realm issuer.';

  test.for<[string, readonly number[], string, Record<ProviderSecret['type'], ReasonCode>]>([
    [
      'refused',
      [50012],
      '',
      {
        client_secret: 'credential.secret_invalid',
        certificate: 'credential.certificate_rejected',
        federated: 'credential.federation_rejected',
      },
    ],
    [
      'refused, in the words for an assertion',
      [70002, 50012],
      assertion,
      {
        client_secret: 'credential.certificate_rejected',
        certificate: 'credential.certificate_rejected',
        federated: 'credential.federation_rejected',
      },
    ],
    [
      'not matching',
      [7000215],
      '',
      {
        client_secret: 'credential.secret_invalid',
        certificate: 'credential.certificate_rejected',
        federated: 'credential.federation_rejected',
      },
    ],
    [
      'expired',
      [7000222],
      '',
      {
        client_secret: 'credential.secret_expired',
        certificate: 'credential.certificate_expired',
        federated: 'credential.federation_token_expired',
      },
    ],
    [
      'malformed',
      [50027],
      '',
      {
        client_secret: 'credential.certificate_malformed',
        certificate: 'credential.certificate_malformed',
        federated: 'credential.federation_token_malformed',
      },
    ],
    [
      'refused by an unknown number',
      [1234567],
      '',
      {
        client_secret: 'credential.refused',
        certificate: 'credential.refused',
        federated: 'credential.refused',
      },
    ],
  ])('%s', async ([, codes, description, expected]) => {
    const secrets: readonly ProviderSecret[] = [
      { type: 'client_secret', clientId, clientSecret },
      certificate,
      { type: 'federated', clientId, tokenFile },
    ];
    for (const secret of secrets) {
      expect([secret.type, await askForToken(signed(codes, description), secret)]).toEqual([
        secret.type,
        expect.objectContaining({ reason: expected[secret.type], refused: true }),
      ]);
    }
  });

  test('no sentence of a certificate’s or a federated credential’s reason speaks of a secret, and the other way round', () => {
    for (const [, reason] of tokenReasons.rows) {
      if (typeof reason === 'string') continue;
      for (const type of ['certificate', 'federated'] as const) {
        expect(reasons[reason[type]].message).not.toMatch(/secret/i);
      }
      expect(reasons[reason.federated].message).not.toMatch(/certificate/i);
    }
  });
});
