import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import { createGraphClient, type GraphClient } from '../../providers/microsoft/graph/graph.ts';
import { addFault, clearFaults } from '../../sandbox/graph/changes.ts';
import type { FaultAnswer } from '../../sandbox/control/faults.ts';
import { scenarioCredential, scenarioTenantId, type ScenarioName } from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { createRecorder } from './support/recorder.ts';
import { systemClock } from '../../server/clock.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterEach(() => clearFaults(sandbox.state));
afterAll(() => sandbox[Symbol.asyncDispose]());

async function connect(name: ScenarioName, roles: readonly string[] | null = ['any']): Promise<GraphClient> {
  const { clientId, clientSecret } = scenarioCredential(name);
  const response = await fetch(`${sandbox.origin}/${scenarioTenantId(name)}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${sandbox.origin}/.default`,
    }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return createGraphClient({
    graphOrigin: sandbox.origin,
    token: { value: access_token, claims: roles && { roles, tid: null, appid: null } },
    correlationId: randomUUID(),
    fetch,
    limits: {
      timeoutMs: 5000,
      maxBytes: 1024 * 1024,
      signal: new AbortController().signal,
      now: systemClock,
    },
    patience: { remainingMs: 0 },
  });
}

describe('what a refusal of Graph means', () => {
  const graph = (status: number, code: string, message?: string): FaultAnswer => ({
    kind: 'graph',
    status,
    code,
    ...(message === undefined ? {} : { message }),
  });

  const inner = (status: number, code: string, innerCode: string): FaultAnswer => ({
    kind: 'raw',
    status,
    contentType: 'application/json',
    body: JSON.stringify({
      error: { code, message: 'No.', innererror: { innerError: { code: innerCode } } },
    }),
  });
  /** As Intune's gateway writes it: a document in the message, and the service's own in that one's. */
  const intune = (ErrorCode: string, text = 'An error has occurred'): string =>
    JSON.stringify({
      ErrorCode,
      Message: JSON.stringify({ _version: 3, Message: `${text} - Operation ID (for customer support): 0` }),
      InnerError: null,
    });

  test.for<[string, FaultAnswer, readonly string[] | null, ReasonCode]>([
    ['401 without roles', graph(401, 'InvalidAuthenticationToken'), [], 'consent.no_app_roles'],
    ['401 with roles', graph(401, 'InvalidAuthenticationToken'), ['any'], 'token.rejected'],
    ['401 with an opaque token', graph(401, 'InvalidAuthenticationToken'), null, 'token.rejected'],
    ['403 with roles', graph(403, 'Authorization_RequestDenied'), ['any'], 'permission.missing'],
    ['403 without roles', graph(403, 'Authorization_RequestDenied'), [], 'consent.no_app_roles'],
    ['403 of Intune', graph(403, 'Forbidden', '{"Message":"…"}'), ['any'], 'permission.missing'],
    [
      '400 not applicable',
      graph(400, 'BadRequest', 'Request not applicable to target tenant.'),
      ['any'],
      'licence.intune_missing',
    ],
    ['403 with an unknown code', graph(403, 'SomethingNew'), ['any'], 'provider.unmapped'],
    [
      '403 with AADSTS in it',
      graph(403, 'AuthenticationError', "AADSTS500014: The service principal for resource 'x' is disabled."),
      ['any'],
      'resource.disabled',
    ],
    [
      '403 that says so without a number',
      graph(
        403,
        'Forbidden',
        "The service principal for resource 'https://graph.microsoft.com' is disabled.",
      ),
      ['any'],
      'resource.disabled',
    ],
    [
      '403 without a premium license',
      graph(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant', 'Neither tenant is B2C or …'),
      ['any'],
      'licence.premium_missing',
    ],
    [
      '401 without a premium license',
      graph(401, 'AadPremiumLicenseRequired'),
      ['any'],
      'licence.premium_missing',
    ],
    [
      'an identity that is not found',
      graph(
        401,
        'Authorization_IdentityNotFound',
        'The identity of the calling application could not be established.',
      ),
      ['any'],
      'app.identity_not_found',
    ],
    ['a throttle under another status', graph(403, 'TooManyRequests'), ['any'], 'throttled.graph'],
    ['an inner code', inner(403, 'Forbidden', 'LicenseRequired'), ['any'], 'licence.premium_missing'],
    ['Intune’s 401', graph(401, 'UnknownError', intune('Forbidden')), ['any'], 'permission.missing'],
    [
      'Intune’s 401 without roles',
      graph(401, 'UnknownError', intune('Forbidden')),
      [],
      'consent.no_app_roles',
    ],
    [
      'Intune’s 401 of another word',
      graph(401, 'UnknownError', intune('Unauthorized')),
      ['any'],
      'permission.missing',
    ],
    [
      'Intune’s Forbidden as a 500',
      graph(500, 'UnknownError', intune('Forbidden')),
      ['any'],
      'permission.missing',
    ],
    [
      'Intune’s 400 inside its JSON',
      graph(400, 'UnknownError', intune('BadRequest', 'Request not applicable to target tenant.')),
      ['any'],
      'licence.intune_missing',
    ],
    ['400 otherwise', graph(400, 'BadRequest', 'Syntax error'), ['any'], 'provider.unmapped'],
    ['404', graph(404, 'Request_ResourceNotFound'), ['any'], 'provider.unmapped'],
    ['429', graph(429, 'TooManyRequests'), ['any'], 'throttled.graph'],
    ['509', graph(509, 'BandwidthLimitExceeded'), ['any'], 'throttled.graph'],
    ['500', graph(500, 'InternalServerError'), ['any'], 'provider.internal'],
    ['502', graph(502, 'BadGateway'), ['any'], 'provider.transient'],
    ['503', graph(503, 'ServiceUnavailable'), ['any'], 'provider.transient'],
    ['504', graph(504, 'GatewayTimeout'), ['any'], 'provider.transient'],
    [
      '403 with a page',
      { kind: 'raw', status: 403, contentType: 'text/html', body: '<html>' },
      ['any'],
      'provider.bad_response',
    ],
  ])('%s', async ([, answer, roles, reason]) => {
    const client = await connect('healthy', roles);
    addFault(sandbox.state, { on: 'graph', answer });
    expect(await client.get('/organization')).toMatchObject({ kind: 'unreadable', reason });
  });

  test('what was said is kept: every code, and the first words without ids, addresses or anything long', async () => {
    const client = await connect('healthy');
    const text = `Denied for ${crypto.randomUUID()} at https://x.example/y: ${'A'.repeat(80)}`;
    addFault(sandbox.state, { on: 'graph', answer: graph(403, 'UnknownError', intune('Forbidden', text)) });
    const { pointers } = await client.get('/organization');
    expect(pointers).toEqual(
      expect.arrayContaining([
        { kind: 'graph_code', value: 'UnknownError' },
        { kind: 'graph_inner_code', value: 'Forbidden' },
        { kind: 'graph_message', value: 'Denied for … at … …' },
      ]),
    );
  });

  test('Intune’s own words: the permissions it names become evidence', async () => {
    const client = await connect('missing-permission');
    expect(await client.get('/deviceManagement/deviceConfigurations?$top=1&$select=id')).toMatchObject({
      reason: 'permission.missing',
      pointers: [
        { kind: 'http_status', value: '403' },
        { kind: 'graph_code', value: 'Forbidden' },
        {
          kind: 'required_any_of',
          value: 'DeviceManagementConfiguration.Read.All, DeviceManagementConfiguration.ReadWrite.All',
        },
        { kind: 'graph_message', value: expect.stringMatching(/^Application is not authorized to perform/) },
        { kind: 'request_id', value: expect.any(String) },
      ],
    });
  });

  test.for<[string, string | null, string | null]>([
    ['7', '7', null],
    ['1.5', '2', '1.5'],
    ['0.2', '1', '0.2'],
    ['-5', null, '-5'],
    ['0', null, '0'],
    ['99999999999', '86400', '99999999999'],
    ['soon', null, 'soon'],
    ['120 seconds', null, '120 seconds'],
    ['1e9', null, '1e9'],
    ['<script>', null, null],
  ])('Retry-After: %s', async ([given, seconds, raw]) => {
    const client = await connect('healthy');
    const retryAfterSeconds = given as unknown as number;
    addFault(sandbox.state, {
      on: 'graph',
      answer: { kind: 'graph', status: 429, code: 'TooManyRequests', retryAfterSeconds },
    });
    const { pointers } = await client.get('/organization');
    const valueOf = (kind: string) => pointers.find((pointer) => pointer.kind === kind)?.value ?? null;
    expect([valueOf('retry_after_seconds'), valueOf('retry_after')]).toEqual([seconds, raw]);
  });

  test('Retry-After may be a date', async () => {
    const client = await connect('healthy');
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    addFault(sandbox.state, {
      on: 'graph',
      answer: {
        kind: 'graph',
        status: 429,
        code: 'TooManyRequests',
        retryAfterSeconds: inAMinute as unknown as number,
      },
    });
    const answer = await client.get('/organization');
    const seconds = answer.pointers.find(({ kind }) => kind === 'retry_after_seconds')?.value;
    expect(Number(seconds)).toBeGreaterThan(50);
    expect(Number(seconds)).toBeLessThanOrEqual(60);
  });
});

describe('pages', () => {
  test('are turned to the end', async () => {
    const client = await connect('healthy');
    const groups = await client.list('/groups?$top=1');
    expect(groups.kind === 'read' && groups.value.map(({ displayName }) => displayName)).toEqual([
      'All staff',
      'Shared devices',
      'Pilot ring',
      'Break-glass accounts',
      'Administrators',
      'Finance',
      'Frontline workers',
      'Contractors',
    ]);
  });

  const page = (next: string): FaultAnswer => ({
    kind: 'raw',
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify({ value: [], '@odata.nextLink': next }),
  });

  test('a next link to another host is refused before the token is sent there', async () => {
    await using stranger = await createRecorder();
    const client = await connect('healthy');
    addFault(sandbox.state, { on: '/groups', answer: page(`${stranger.origin}/v1.0/groups?$skiptoken=1`) });
    expect(await client.list('/groups')).toMatchObject({
      reason: 'network.redirect_refused',
      pointers: [{ kind: 'host', value: new URL(stranger.origin).host }],
    });
    expect(stranger.received).toEqual([]);
  });

  test('a next link to itself comes to an end', async () => {
    const client = await connect('healthy');
    addFault(sandbox.state, { on: '/groups', answer: page(`${sandbox.origin}/v1.0/groups`) });
    expect(await client.list('/groups')).toMatchObject({ reason: 'provider.bad_response' });
  });

  test.for(['nonsense', '{"value":{}}', '[]', '{"value":[],"@odata.nextLink":"not a link"}'])(
    '%s is no page',
    async (body) => {
      const client = await connect('healthy');
      addFault(sandbox.state, {
        on: '/groups',
        answer: { kind: 'raw', status: 200, contentType: 'application/json', body },
      });
      expect(await client.list('/groups')).toMatchObject({ reason: 'provider.bad_response' });
    },
  );
});

describe('batch', () => {
  test('every part is an answer of its own, in the order asked, and more than twenty are no problem', async () => {
    const client = await connect('missing-permission');
    addFault(sandbox.state, {
      on: '/users',
      answer: { kind: 'graph', status: 429, code: 'TooManyRequests', retryAfterSeconds: 7 },
    });
    const paths = [
      '/organization?$select=id',
      '/deviceManagement/deviceConfigurations?$top=1&$select=id',
      '/users?$top=1',
      '/nowhere',
      ...Array.from({ length: 20 }, () => '/groups?$top=1&$select=id'),
    ];
    const answers = await client.batch(paths);
    expect(answers.map((answer) => (answer.kind === 'read' ? 'read' : answer.reason))).toEqual([
      'read',
      'permission.missing',
      'throttled.graph',
      'provider.unmapped',
      ...Array.from({ length: 20 }, () => 'read'),
    ]);
  });

  test('an envelope that lacks a part leaves that part unread, never empty', async () => {
    const client = await connect('healthy');
    const body = JSON.stringify({ responses: [{ id: '1', status: 200, body: { value: [] } }] });
    addFault(sandbox.state, {
      on: '/$batch',
      answer: { kind: 'raw', status: 200, contentType: 'application/json', body },
    });
    const answers = await client.batch(['/groups', '/users']);
    expect(answers.map((answer) => (answer.kind === 'read' ? 'read' : answer.reason))).toEqual([
      'provider.bad_response',
      'read',
    ]);
  });

  test('a refused envelope refuses every part', async () => {
    const client = await connect('throttled-forever');
    const answers = await client.batch(['/groups', '/users']);
    expect(answers).toMatchObject([{ reason: 'throttled.graph' }, { reason: 'throttled.graph' }]);
  });
});
