import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import { addFault, clearFaults } from '../../sandbox/graph/changes.ts';
import { captivePortal, type FaultAnswer } from '../../sandbox/control/faults.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { noPatience, openScenario } from './support/microsoft.ts';
import { createRecorder } from './support/recorder.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterEach(() => clearFaults(sandbox.state));
afterAll(() => sandbox[Symbol.asyncDispose]());

/** Short enough for a test, long enough for an answer from this machine. */
const impatient = { bounds: { patienceMs: 0, tokenTimeoutMs: 1500, graphTimeoutMs: 1500 } };

const faults: readonly [name: string, answer: FaultAnswer, reason: ReasonCode][] = [
  ['a captive portal', captivePortal, 'provider.bad_response'],
  ['a reset connection', { kind: 'reset' }, 'network.reset'],
  ['silence', { kind: 'hang' }, 'network.timeout'],
  ['half a body', { kind: 'truncated' }, 'provider.bad_response'],
  ['a body of 50 MB', { kind: 'huge', bytes: 50 * 1024 * 1024 }, 'provider.bad_response'],
  [
    '200 {}',
    { kind: 'raw', status: 200, contentType: 'application/json', body: '{}' },
    'provider.bad_response',
  ],
];

describe.for(['token', 'graph'] as const)('on the way to %s', (on) => {
  test.for(faults)('%s', async ([, answer, reason]) => {
    addFault(sandbox.state, { on, answer });
    await using session = openScenario(sandbox, 'healthy', impatient);
    const asked = await session.collect(on === 'token' ? 'token' : 'organization');
    expect(asked).toMatchObject({ kind: 'unreadable', reason });
  });

  test('a redirect to another host is not followed: that host hears nothing', async () => {
    await using stranger = await createRecorder();
    addFault(sandbox.state, { on, answer: { kind: 'redirect', location: `${stranger.origin}/somewhere` } });
    await using session = openScenario(sandbox, 'healthy', impatient);
    expect(await session.collect(on === 'token' ? 'token' : 'organization')).toEqual({
      kind: 'unreadable',
      reason: 'network.redirect_refused',
      pointers: [{ kind: 'host', value: new URL(stranger.origin).host }],
    });
    expect(stranger.received).toEqual([]);
  });
});

test('no one is listening', async () => {
  const gone = await createSandbox({ port: 0 });
  await gone[Symbol.asyncDispose]();
  await using session = openScenario(gone, 'healthy', impatient);
  expect(await session.collect('token')).toEqual({
    kind: 'unreadable',
    reason: 'network.refused',
    pointers: [
      { kind: 'host', value: new URL(gone.origin).host },
      { kind: 'error_code', value: 'ECONNREFUSED' },
    ],
  });
});

describe('asking again', () => {
  const unavailable: FaultAnswer = { kind: 'graph', status: 503, code: 'ServiceUnavailable' };

  test.for<[string, FaultAnswer]>([
    ['503', unavailable],
    ['504', { kind: 'graph', status: 504, code: 'GatewayTimeout' }],
    ['a reset connection', { kind: 'reset' }],
    ['429 with Retry-After', { kind: 'graph', status: 429, code: 'TooManyRequests', retryAfterSeconds: 1 }],
  ])('%s once, then an answer: the answer counts', async ([, answer]) => {
    addFault(sandbox.state, { on: '/organization', times: 1, answer });
    await using session = openScenario(sandbox, 'healthy');
    expect(await session.collect('organization')).toMatchObject({ kind: 'read' });
  });

  test('three times 503 is an answer, too', async () => {
    addFault(sandbox.state, { on: '/organization', times: 3, answer: unavailable });
    await using session = openScenario(sandbox, 'healthy');
    expect(await session.collect('organization')).toMatchObject({ reason: 'provider.transient' });
  });

  test('a wait longer than what is left of the session’s patience is not started', async () => {
    const answer: FaultAnswer = {
      kind: 'graph',
      status: 429,
      code: 'TooManyRequests',
      retryAfterSeconds: 3600,
    };
    addFault(sandbox.state, { on: '/organization', answer });
    await using session = openScenario(sandbox, 'healthy');
    expect(await session.collect('organization')).toMatchObject({
      reason: 'throttled.graph',
      pointers: expect.arrayContaining([{ kind: 'retry_after_seconds', value: '3600' }]),
    });
  });

  test('a loop detected by Entra is not fed', async () => {
    addFault(sandbox.state, { on: 'token', answer: { kind: 'aadsts', code: 50196 } });
    sandbox.state.received.length = 0;
    await using session = openScenario(sandbox, 'healthy');
    await session.collect('token');
    expect(sandbox.state.received).toHaveLength(1);
  });
});

test('one refused question refuses no other', async () => {
  addFault(sandbox.state, {
    on: '/organization',
    answer: { kind: 'graph', status: 403, code: 'Authorization_RequestDenied' },
  });
  await using session = openScenario(sandbox, 'healthy', noPatience);
  expect(await session.collect('organization')).toMatchObject({ reason: 'permission.missing' });
  expect(await session.collect('service_principal')).toMatchObject({ kind: 'read' });
});
