import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import { tokenReasons } from '../../providers/microsoft/reasons/reasons.ts';
import { addFault, clearFaults } from '../../sandbox/graph/changes.ts';
import type { FaultAnswer } from '../../sandbox/control/faults.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { expectedTokenReasons } from './support/expected-token-reasons.ts';
import { noPatience, openScenario } from './support/microsoft.ts';

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

describe('every AADSTS number of the table, through a real token request', () => {
  test.for(Object.entries(expectedTokenReasons))('AADSTS%s is %s', async ([code, reason]) => {
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
