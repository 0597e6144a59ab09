import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import type { ApiClient, GraphQLAnswer } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

/** Without a worker: what is started stays queued, so it is active for as long as a test wants it to be. */
let app: TestApp;
let manager: ApiClient;
let sql: ReturnType<typeof createClient>;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api'] as const) });
  manager = await app.as('manager');
  sql = createClient({ connection: app.connection, maxConnections: 2, applicationName: 'test' });
});
afterAll(async () => {
  await sql.end();
  await app[Symbol.asyncDispose]();
});

const fields = `id displayName isDefault cloud status healthStatus entraTenantId lastErrorReasonCode
  credential { type clientId } actions { action enabled disabledReason }`;
const createIt = `mutation ($input: CreateProviderConnectionInput!) {
  createProviderConnection(input: $input) { providerConnection { ${fields} } } }`;
const updateIt = `mutation ($input: UpdateProviderConnectionInput!) {
  updateProviderConnection(input: $input) { providerConnection { ${fields} } } }`;
const makeDefault = `mutation ($id: ID!) {
  makeDefaultProviderConnection(input: { connectionId: $id }) { providerConnection { ${fields} } } }`;
const setSecret = `mutation ($input: SetProviderCredentialInput!) {
  setProviderCredential(input: $input) { providerConnection { ${fields} } } }`;
const deleteIt = `mutation ($id: ID!) {
  deleteProviderCredential(input: { connectionId: $id }) { providerConnection { ${fields} } } }`;
const start = `mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { result run { id } } }`;

interface Connection {
  readonly id: string;
  readonly status: string;
  readonly actions: readonly { action: string; enabled: boolean; disabledReason: string | null }[];
}

async function connectionsOf(
  client: ApiClient,
  tenantId: string,
): Promise<(Connection & { isDefault: boolean })[]> {
  const { data } = await client.query(
    `query ($id: ID!) { tenant(id: $id) { providerConnections { ${fields} } } }`,
    {
      id: tenantId,
    },
  );
  return data.tenant.providerConnections as (Connection & { isDefault: boolean })[];
}

async function connectionOf(scenario: string): Promise<Connection> {
  const [connection] = await connectionsOf(manager, await app.tenantId(scenario));
  if (connection === undefined) throw new Error(`${scenario} has no connection`);
  return connection;
}

const directory = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function addConnection(tenantId: string, n: number): Promise<Connection> {
  const input = { tenantId, entraTenantId: directory(n), cloud: 'sandbox' };
  const { data } = await manager.query(createIt, { input });
  return data.createProviderConnection.providerConnection as Connection;
}

const codeOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions['code'];
const fieldOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions['field'];

describe('creating a connection', () => {
  it('takes directory and name from the tenant, and the first one becomes the default', async () => {
    const tenantId = await app.tenantId('no-connection');
    const first = await manager.query(createIt, { input: { tenantId, cloud: 'sandbox' } });
    expect(first.data.createProviderConnection.providerConnection).toMatchObject({
      isDefault: true,
      cloud: 'sandbox',
      status: 'NEEDS_CONSENT',
      healthStatus: 'UNKNOWN',
      displayName: expect.stringMatching(/^Microsoft · /),
      credential: null,
    });
    const second = await manager.query(createIt, {
      input: { tenantId, entraTenantId: directory(1).toUpperCase(), displayName: ' Second ' },
    });
    expect(second.data.createProviderConnection.providerConnection).toMatchObject({
      isDefault: false,
      displayName: 'Second',
      entraTenantId: directory(1),
    });
  });

  it('of the same directory twice is a CONFLICT, also when both come at once', async () => {
    const tenantId = await app.tenantId('throttled');
    const input = { tenantId, entraTenantId: directory(2), cloud: 'sandbox' };
    const answers = await Promise.all([1, 2, 3].map(() => manager.query(createIt, { input })));
    expect(answers.map((answer) => codeOf(answer) ?? 'created').sort()).toEqual([
      'CONFLICT',
      'CONFLICT',
      'created',
    ]);
  });

  it.each([
    ['entraTenantId', { entraTenantId: 'contoso.onmicrosoft.com' }],
    ['cloud', { entraTenantId: directory(3), cloud: 'mooncake' }],
    ['provider', { entraTenantId: directory(3), provider: 'google' }],
    ['displayName', { entraTenantId: directory(3), displayName: '  ' }],
  ])('names %s when it cannot be right', async (field, input) => {
    const tenantId = await app.tenantId('throttled');
    const answer = await manager.query(createIt, { input: { tenantId, ...input } });
    expect([answer.status, codeOf(answer), fieldOf(answer)]).toEqual([400, 'BAD_USER_INPUT', field]);
  });
});

describe('the default', () => {
  it('is one and only one, whatever is made default at once', async () => {
    const tenantId = await app.tenantId('graph-down');
    const ids = [];
    for (const n of [11, 12, 13]) ids.push((await addConnection(tenantId, n)).id);
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([...ids, ...ids].map((id) => manager.query(makeDefault, { id })));
      expect(answers.map(codeOf)).toEqual(answers.map(() => undefined));
      const defaults = (await connectionsOf(manager, tenantId)).filter(({ isDefault }) => isDefault);
      expect(defaults).toHaveLength(1);
    }
  });
});

describe('while a run is active', () => {
  it('a connection and its credential can not be changed, and the CONFLICT names the run', async () => {
    const { id } = await connectionOf('healthy');
    const started = await manager.query(start, { id: await app.tenantId('healthy') });
    const runId: string = started.data.startVerification.run.id;
    const credential = {
      connectionId: id,
      type: 'CLIENT_SECRET',
      clientId: directory(9),
      clientSecret: 'changed~secret',
    };
    const answers = [
      await manager.query(updateIt, { input: { connectionId: id, displayName: 'Changed' } }),
      await manager.query(updateIt, { input: { connectionId: id, enabled: false } }),
      await manager.query(setSecret, { input: credential }),
      await manager.query(deleteIt, { id }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(409);
      expect(answer.errors?.[0]).toMatchObject({
        message: 'A run is using the connection. Wait until it completes, or cancel it.',
        extensions: { code: 'CONFLICT', runId },
      });
    }
    expect(await connectionOf('healthy')).toMatchObject({
      status: 'CONNECTED',
      displayName: expect.not.stringMatching(/Changed/),
    });
  });

  it('the connection says so before anybody tries', async () => {
    await manager.query(start, { id: await app.tenantId('missing-permission') });
    const { actions } = await connectionOf('missing-permission');
    expect(actions.find(({ action }) => action === 'update')).toEqual({
      action: 'update',
      enabled: false,
      disabledReason: 'A run is using the connection. Wait until it completes, or cancel it.',
    });
  });

  it('editing and starting at once never both happen to one run', async () => {
    const tenantId = await app.tenantId('slow');
    const { id } = await connectionOf('slow');
    const rename = { input: { connectionId: id, enabled: false } };
    const [edited, started] = await Promise.all([
      manager.query(updateIt, rename),
      manager.query(start, { id: tenantId }),
    ]);
    const { result } = started.data.startVerification;
    // Whoever came first: a start on the enabled connection, or a start that finds it disabled.
    expect([codeOf(edited) ?? 'edited', result]).toBeOneOf([
      ['CONFLICT', 'STARTED'],
      ['edited', 'BLOCKED'],
    ]);
  });
});

describe('disabling', () => {
  it('refuses starts, and enabling brings back what the latest verification found', async () => {
    const tenantId = await app.tenantId('secret-invalid');
    const { id, status } = await connectionOf('secret-invalid');
    const disabled = await manager.query(updateIt, { input: { connectionId: id, enabled: false } });
    expect(disabled.data.updateProviderConnection.providerConnection.status).toBe('DISABLED');
    const refused = await manager.query(
      `mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { result reasonCode } }`,
      { id: tenantId },
    );
    expect(refused.data.startVerification).toEqual({ result: 'BLOCKED', reasonCode: 'connection.disabled' });
    const enabled = await manager.query(updateIt, { input: { connectionId: id, enabled: true } });
    expect(enabled.data.updateProviderConnection.providerConnection.status).toBe(status);
  });

  it('another cloud forgets what was found in the former', async () => {
    const { id } = await connectionOf('secret-expired');
    const moved = await manager.query(updateIt, { input: { connectionId: id, cloud: 'usgov' } });
    expect(moved.data.updateProviderConnection.providerConnection).toMatchObject({
      cloud: 'usgov',
      status: 'NEEDS_CONSENT',
      healthStatus: 'UNKNOWN',
      lastErrorReasonCode: null,
    });
  });
});

describe('who may', () => {
  const attempts = (connectionId: string, tenantId: string) =>
    [
      [createIt, { input: { tenantId } }],
      [updateIt, { input: { connectionId, displayName: 'x' } }],
      [makeDefault, { id: connectionId }],
      [
        setSecret,
        { input: { connectionId, type: 'CLIENT_SECRET', clientId: directory(9), clientSecret: 's' } },
      ],
      [deleteIt, { id: connectionId }],
    ] as const;

  it('the entitled without the capability are told which one it is', async () => {
    const operator = await app.as('operator');
    const { id } = await connectionOf('no-consent');
    for (const [document, variables] of attempts(id, await app.tenantId('no-consent'))) {
      const answer = await operator.query(document, variables);
      expect(answer.status).toBe(403);
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', capability: 'PROVIDER_MANAGE' });
    }
  });

  it('strangers get the same bytes as for what does not exist', async () => {
    const stranger = await app.as('stranger');
    const { id } = await connectionOf('no-consent');
    const foreign = attempts(id, await app.tenantId('no-consent'));
    const imaginary = attempts('999999999', '999999999');
    for (const [n, [document, variables]] of foreign.entries()) {
      const [answer, nothing] = [
        await stranger.query(document, variables),
        await stranger.query(document, imaginary[n]?.[1]),
      ];
      expect(answer.status).toBe(404);
      expect(answer.text).toBe(nothing.text);
    }
  });

  it('an archived tenant’s connections stay as they are, but secrets can still be deleted', async () => {
    const tenantId = await app.tenantId('wrong-directory');
    const { id } = await connectionOf('wrong-directory');
    await sql`update tenants set status = 'archived' where id = ${tenantId}`;
    const [create, update, default_, set, remove] = attempts(id, tenantId);
    for (const [document, variables] of [create, update, default_, set]) {
      const answer = await manager.query(document, variables);
      expect(answer.errors?.[0]).toMatchObject({
        message: 'The tenant is archived.',
        extensions: { code: 'CONFLICT' },
      });
    }
    const answer = await manager.query(...remove);
    expect(answer.data.deleteProviderCredential.providerConnection.credential).toBeNull();
  });
});

describe('afterwards', () => {
  it('every change has its audit entry, and no entry names a secret', async () => {
    const rows = await sql<{ action: string; text: string }[]>`
      select action, data::text as text from audit_entries where subject_type = 'provider_connection'`;
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set([
        'connection.created',
        'connection.updated',
        'connection.disabled',
        'connection.enabled',
        'connection.made_default',
        'credential.deleted',
      ]),
    );
    expect(rows.filter(({ text }) => text.includes('changed~secret'))).toEqual([]);
  });
});
