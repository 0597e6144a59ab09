import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClient } from '../../../db/engine/client.ts';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import { createLog } from '../../../server/log.ts';
import { createTestCertificate } from '../../providers/support/self-signed.ts';
import type { GraphQLAnswer } from '../../support/api-client.ts';
import { findNeedles, readWholeDatabase, toNeedle } from '../../support/needles.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

/** Line breaks would hide a key from a search for the whole of it, so one line out of its middle stands for it. */
const certificate = createTestCertificate();
const lineOfKey = certificate.privateKeyPem.split('\n')[9] ?? '';
const secrets = {
  working: 'planted~working-secret.0123456789abcdef',
  refused: 'planted~refused-secret.0123456789abcdef',
  misplaced: 'planted~misplaced-secret.0123456789abc',
  token: `ta_${'PlantedApiToken0123456789'.repeat(2)}`,
};
/** Not a secret: must be found wherever something like it belongs, or the search itself is blind. */
const visible = toNeedle('visible', 'planted-display-name-0123456789');

const said: { readonly where: string; readonly text: string }[] = [];
const logged: string[] = [];
const notified: string[] = [];
let sessionSecret = '';

let app: TestApp;
let sql: ReturnType<typeof createClient>;
let listener: ReturnType<typeof createClient>;
let headers: Record<string, string>;
beforeAll(async () => {
  const destination = { write: (line: string) => void logged.push(line) };
  const log = createLog('trace', destination);
  log.trace(visible.forms[0]);
  app = await startTestApp({ logLevel: 'trace' }, log);
  sql = createClient({ connection: app.connection, maxConnections: 2, applicationName: 'test' });
  listener = createClient({ connection: app.connection, maxConnections: 1, applicationName: 'test' });
  await listenToEverything();
  await signIn();
  await useEverything();
});
afterAll(async () => {
  await listener.end();
  await sql.end();
  await app[Symbol.asyncDispose]();
});

/** pg-boss's channel is named after its schema (pg-boss/dist/plans.js, notifyChannelSql). */
async function listenToEverything(): Promise<void> {
  const [row] = await sql`select 'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24) as channel`;
  for (const channel of ['tenantatlas', String(row?.['channel'])]) {
    await listener.listen(channel, (payload) => notified.push(payload));
  }
}

async function signIn(): Promise<void> {
  const response = await fetch(`${app.url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'manager@northwind.example' }),
  });
  const [cookie = ''] = response.headers.getSetCookie();
  headers = { cookie: cookie.split(';')[0] ?? '' };
  sessionSecret = headers['cookie']?.split('=')[1] ?? '';
  const tokenHash = createHash('sha256').update(secrets.token).digest();
  await sql`insert into api_tokens (user_id, workspace_id, name, token_hash, prefix)
    select u.id, m.workspace_id, 'planted', ${tokenHash}, 'ta_Plant' from users u
    join workspace_memberships m on m.user_id = u.id where u.email = 'manager@northwind.example'`;
}

/** Every answer is kept whole: status line, headers and body. */
async function send(where: string, path: string, init: RequestInit): Promise<string> {
  const response = await fetch(`${app.url}${path}`, init);
  const text = await response.text();
  said.push({ where, text: `${JSON.stringify([...response.headers])}\n${text}` });
  return text;
}

async function query(
  document: string,
  variables: unknown = {},
  as: Record<string, string> = headers,
): Promise<Pick<GraphQLAnswer, 'data'>> {
  const body = JSON.stringify({ query: document, variables });
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...as }, body };
  return JSON.parse(await send('query', '/graphql', init)) as GraphQLAnswer;
}

/** By hand, because the frames as they come are what is searched. */
async function follow(runId: string): Promise<void> {
  const socket = new WebSocket(`${app.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const payload = {
    query: `subscription ($id: ID!) { operationRun(id: $id) { outcome verificationReport { document } events { message } } }`,
    variables: { id: runId },
  };
  const ended = new Promise<void>((resolve, reject) => {
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      said.push({ where: 'socket', text: frame });
      const { type } = JSON.parse(frame) as { type: string };
      if (type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
      if (type === 'complete' || type === 'error') resolve();
    });
  });
  const init = { type: 'connection_init', payload: { authorization: `Bearer ${secrets.token}` } };
  socket.send(JSON.stringify(init));
  await ended;
  socket.removeAllListeners('close');
  socket.close();
  await once(socket, 'close');
}

const setIt = `mutation ($input: SetProviderCredentialInput!) {
  setProviderCredential(input: $input) { providerConnection { displayName credential { clientId thumbprint } } } }`;
const rehearse = `mutation ($input: RehearseProviderCredentialInput!) {
  rehearseProviderCredential(input: $input) { result run { id } } }`;
const everything = `{ viewer { workspaces { tenants(first: 100, search: "a") { nodes { id externalId
  latestVerification { failureSummary { message } verificationReport { document } events { message } }
  providerConnections { id displayName lastErrorMessage adminConsentUrl credential { clientId expiresAt }
    credentialCandidate { clientId rehearsal { id verificationReport { document } } } } } } } } }`;

interface Target {
  readonly tenantId: string;
  readonly connectionId: string;
  readonly clientId: string;
}

async function targetOf(scenario: string): Promise<Target> {
  const tenantId = await app.tenantId(scenario);
  const { data } = await query('query ($id: ID!) { tenant(id: $id) { defaultProviderConnection { id } } }', {
    id: tenantId,
  });
  const clientId = scenarios.find(({ name }) => name === scenario)?.clientId ?? '';
  return { tenantId, clientId, connectionId: data.tenant.defaultProviderConnection.id };
}

async function control(action: string, body: Record<string, string>): Promise<void> {
  const response = await fetch(`${app.sandboxOrigin}/_control/${action}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
}

async function verify(tenantId: string, as?: Record<string, string>): Promise<void> {
  const start = 'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }';
  const { data } = await query(start, { id: tenantId }, as);
  await follow(data.startVerification.run.id);
}

async function useEverything(): Promise<void> {
  const healthy = await targetOf('healthy');
  const slow = await targetOf('secret-invalid');
  await control('secrets', {
    clientId: healthy.clientId,
    value: secrets.working,
    endDateTime: '2099-01-01T00:00:00Z',
  });
  await control('certificates', { clientId: slow.clientId, pem: certificate.certificatePem });
  const { connectionId } = healthy;
  await query(
    `mutation ($input: UpdateProviderConnectionInput!) { updateProviderConnection(input: $input) { providerConnection { displayName } } }`,
    { input: { connectionId, displayName: visible.forms[0] } },
  );
  await query(setIt, { input: secretFor(healthy, secrets.working) });
  await verify(healthy.tenantId, { authorization: `Bearer ${secrets.token}` });
  const rehearsal = await query(rehearse, { input: secretFor(healthy, secrets.refused) });
  await follow(rehearsal.data.rehearseProviderCredential.run.id);
  const { clientId } = slow;
  await query(setIt, {
    input: { connectionId: slow.connectionId, type: 'CERTIFICATE', clientId, ...certificate },
  });
  await verify(slow.tenantId);
  await misplaceSecrets(healthy);
  await query(everything);
  for (const page of ['/', `/tenants/${healthy.tenantId}`, '/healthz', '/auth/methods']) {
    await send(page, page, { headers });
  }
  said.push({ where: 'metrics', text: await (await fetch(`${app.metricsUrl}/metrics`)).text() });
}

function secretFor({ connectionId, clientId }: Target, clientSecret: string) {
  return { connectionId, type: 'CLIENT_SECRET', clientId, clientSecret };
}

/** What people do by mistake: the secret in every wrong place, as a value of every type, in broken requests. */
async function misplaceSecrets(target: Target): Promise<void> {
  const secret = secrets.misplaced;
  const input = secretFor(target, secret);
  const wrong = [
    'connectionId',
    'type',
    'clientId',
    'certificatePem',
    'privateKeyPem',
    'tokenFile',
    'expiresAt',
    'tenantId',
  ];
  for (const field of wrong) {
    await query(setIt, { input: { ...input, [field]: secret } });
    await query(rehearse, { input: { ...input, [field]: { nested: secret } } });
    await query(
      `mutation { setProviderCredential(input: { ${field}: "${secret}" }) { providerConnection { id } } }`,
    );
  }
  for (const variables of [
    { input: secret },
    { input: { ...input, cleintSecret: secret } },
    { input: [input, secret] },
  ]) {
    await query(setIt, variables);
  }
  await query(setIt, { input: { ...input, clientSecret: certificate.privateKeyPem } });
  await query(setIt, {
    input: { ...input, type: 'CERTIFICATE', certificatePem: certificate.privateKeyPem, clientSecret: null },
  });
  await query(`{ viewer { "${secret}" } }`);
  await query(`{ tenant(id: "${secret}") { id } }`);
  await query('{ viewer { user { id } } }', {}, { authorization: `Bearer ${secret}` });
  await query('{ viewer { user { id } } }', {}, { cookie: `tenantatlas_session=${secret}` });
  const json = { 'content-type': 'application/json', ...headers };
  const broken = `{"query": "{ viewer { user { id } } }", "variables": {"clientSecret": ${secret}}}`;
  await send('broken JSON', '/graphql', { method: 'POST', headers: json, body: broken });
  await send('wrong type', '/graphql', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/plain' },
    body: secret,
  });
  await send('sign-in', '/auth/demo', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: secret, password: secret }),
  });
  await send('sign-in', '/auth/demo', { method: 'POST', headers: json, body: `{"email": ${secret}` });
}

const planted = () => [
  ...Object.entries(secrets).map(([name, secret]) => toNeedle(name, secret)),
  toNeedle('private key', lineOfKey),
  toNeedle('session', sessionSecret),
];

describe('planted secrets', () => {
  it('were used: the verifications with them succeeded and failed as they should', async () => {
    const rows = await sql<{ outcome: string }[]>`select outcome from operation_runs
      where initiator_user_id is not null order by id desc limit 3`;
    expect(rows.map(({ outcome }) => outcome)).toEqual(['succeeded', 'failed', 'succeeded']);
    const [token] = await sql`select last_used_at from api_tokens where name = 'planted'`;
    expect(token?.['last_used_at']).not.toBeNull();
    expect([lineOfKey.length, sessionSecret.length]).toEqual([64, 43]);
  });

  it('are in no answer over HTTP or WebSocket', () => {
    expect(said.filter(({ where }) => where === 'socket').length).toBeGreaterThan(10);
    expect(said.filter(({ text }) => findNeedles([visible], text).length > 0)).not.toEqual([]);
    const leaks = said.flatMap(({ where, text }) =>
      findNeedles(planted(), text).map((name) => ({ name, where, text })),
    );
    expect(leaks).toEqual([]);
  });

  it('are in no log line at the most talkative level', () => {
    expect(findNeedles([visible], logged.join('\n'))).toEqual(['visible']);
    expect(findNeedles(planted(), logged.join('\n'))).toEqual([]);
  });

  it('are in no notification', () => {
    expect(notified).toContain('provider.connection.check');
    expect(notified.some((payload) => payload.startsWith('run:'))).toBe(true);
    expect(findNeedles(planted(), notified.join('\n'))).toEqual([]);
  });

  it('are in no column of any table of any schema', async () => {
    const tables = await readWholeDatabase(sql);
    const found = (names: readonly ReturnType<typeof toNeedle>[]) =>
      tables.filter(({ text }) => findNeedles(names, text).length > 0).map(({ table }) => table);
    expect(tables.map(({ table }) => table)).toEqual(
      expect.arrayContaining([
        'pgboss.job_common',
        'public.operation_runs',
        'public.provider_credential_candidates',
      ]),
    );
    expect(found([visible])).toEqual(
      expect.arrayContaining(['public.provider_connections', 'public.audit_entries']),
    );
    expect(found(planted())).toEqual([]);
  });
});
