import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReasonCode } from '../../core/reasons.ts';
import { tokenReasons } from '../../providers/microsoft/reasons.ts';
import { addFault, clearFaults } from '../../sandbox/changes.ts';
import type { FaultAnswer } from '../../sandbox/faults.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { noPatience, openScenario } from './microsoft.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterEach(() => clearFaults(sandbox.state));
afterAll(() => sandbox[Symbol.asyncDispose]());

async function askForToken(answer: FaultAnswer) {
  addFault(sandbox.state, { on: 'token', answer });
  await using session = openScenario(sandbox, 'healthy', noPatience);
  return await session.collect('token');
}

const guid = expect.stringMatching(/^[0-9a-f-]{36}$/);

/** Written out, and not read from the table under test: a wrong row must not agree with itself. */
const expected: Readonly<Record<number, ReasonCode>> = {
  7000215: 'credential.secret_invalid',
  70002: 'credential.secret_invalid',
  7000222: 'credential.secret_expired',
  7000218: 'credential.missing',
  700025: 'app.public_client',
  700027: 'credential.certificate_rejected',
  50012: 'credential.certificate_rejected',
  700030: 'credential.certificate_subject',
  700024: 'credential.clock_skew',
  70021: 'credential.federation_no_match',
  700211: 'credential.federation_no_match',
  700212: 'credential.federation_no_match',
  700213: 'credential.federation_no_match',
  7002138: 'credential.federation_subject_case',
  90061: 'credential.federation_issuer_unreachable',
  700229: 'credential.federation_token_type',
  700016: 'app.not_in_tenant',
  700011: 'app.not_in_tenant',
  7000229: 'app.service_principal_missing',
  70001: 'app.disabled',
  7000112: 'app.disabled',
  1000031: 'app.blocked',
  90002: 'tenant.not_found',
  900023: 'tenant.identifier_invalid',
  50059: 'config.tenant_missing',
  90019: 'config.tenant_missing',
  9001023: 'config.authority_not_tenanted',
  50194: 'config.authority_not_tenanted',
  90130: 'config.authority_not_tenanted',
  90038: 'tenant.wrong_cloud',
  900382: 'tenant.wrong_cloud',
  900432: 'tenant.wrong_cloud',
  5000224: 'tenant.unavailable',
  500021: 'policy.tenant_restriction',
  500022: 'policy.tenant_restriction',
  50002: 'policy.tenant_restriction',
  500011: 'resource.not_found',
  50001: 'resource.not_found',
  650052: 'resource.not_provisioned',
  65001: 'consent.missing',
  650051: 'app.provisioning',
  90094: 'consent.admin_required',
  90095: 'consent.admin_required',
  90099: 'consent.partner_preconsent_missing',
  650056: 'app.misconfigured',
  650057: 'app.misconfigured',
  65005: 'app.misconfigured',
  70011: 'config.scope_invalid',
  28002: 'config.scope_invalid',
  28003: 'config.scope_invalid',
  700022: 'config.scope_invalid',
  700023: 'config.scope_invalid',
  1002012: 'config.scope_invalid',
  53003: 'policy.conditional_access_blocked',
  530032: 'policy.conditional_access_blocked',
  50131: 'policy.conditional_access_blocked',
  50196: 'throttled.token_loop',
  90055: 'throttled.tenant',
  50033: 'provider.transient',
  90006: 'provider.transient',
  90012: 'provider.transient',
  90024: 'provider.transient',
  90033: 'provider.transient',
  90090: 'provider.transient',
  50087: 'provider.transient',
  50000: 'provider.internal',
  90036: 'provider.internal',
  90092: 'provider.internal',
  50086: 'provider.internal',
  9002313: 'config.request_malformed',
  900144: 'config.request_malformed',
  90014: 'config.request_malformed',
  50020: 'config.unexpected_flow',
  50076: 'config.unexpected_flow',
  50173: 'config.unexpected_flow',
  50177: 'config.unexpected_flow',
  700082: 'config.unexpected_flow',
  700003: 'config.unexpected_flow',
};

describe('every AADSTS number of the table, through a real token request', () => {
  test.for(Object.entries(expected))('AADSTS%s is %s', async ([code, reason]) => {
    const answer = await askForToken({ kind: 'aadsts', code: Number(code) });
    expect(answer).toEqual({
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
    expect([...codes].sort()).toEqual(Object.keys(expected).map(Number).sort());
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
    ['an unknown number', { kind: 'aadsts', code: 1234567 }, 'provider.unmapped'],
    ['an unknown number on a 503', { kind: 'aadsts', code: 1234567, status: 503 }, 'provider.unmapped'],
    ['temporarily_unavailable', oauth('temporarily_unavailable'), 'provider.transient'],
    ['an OAuth error alone', oauth('invalid_client', 401), 'provider.unmapped'],
    ['an OAuth error on a 429', oauth('server_error', 429), 'throttled.tenant'],
    ['500 {}', text(500, '{}'), 'provider.internal'],
    ['502 with a page', text(502, '<html>', 'text/html'), 'provider.transient'],
    ['429 without a body', text(429, ''), 'throttled.tenant'],
    ['403 with a page', text(403, '<html>', 'text/html'), 'provider.bad_response'],
    ['200 {}', text(200, '{}'), 'provider.bad_response'],
    ['200 null', text(200, 'null'), 'provider.bad_response'],
    ['200 with an empty token', text(200, '{"access_token":""}'), 'provider.bad_response'],
    [
      '200 with an error in it',
      text(200, '{"error":"invalid_grant","error_codes":[53003]}'),
      'policy.conditional_access_blocked',
    ],
  ])('%s', async ([, fault, reason]) => {
    expect(await askForToken(fault)).toMatchObject({ kind: 'unreadable', reason });
  });

  test('a number we do not know is kept word for word, with what a report about it needs', async () => {
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

  test('MSAL’s other class of errors carries the reason all the same', async () => {
    const answer = await askForToken({ kind: 'aadsts', code: 53003, suberror: 'message_only' });
    expect(answer).toMatchObject({ reason: 'policy.conditional_access_blocked' });
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
