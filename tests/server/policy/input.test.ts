import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let tenantId: string;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  owner = await app.as('owner');
  tenantId = await app.tenantId('healthy');
  workspaceId = (await owner.query('{ viewer { workspaces { id } } }')).data.viewer.workspaces[0].id;
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const lone = '"\\ud83d"';
const create = 'mutation ($input: CreateTenantInput!) { createTenant(input: $input) { tenant { id name } } }';

async function post(
  body: Buffer | string,
  contentType = 'application/json',
): Promise<[number, string, unknown]> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { ...owner.headers, 'content-type': contentType },
    body,
  });
  const { errors } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string; field?: string } }[];
  };
  return [response.status, errors?.[0]?.message ?? '', errors?.[0]?.extensions];
}

const mutations: readonly [field: string, document: string, input: (text: string) => object][] = [
  ['name', 'updateTenant(input: $input) { tenant { id } }', (name) => ({ tenantId, name })],
  ['externalId', 'updateTenant(input: $input) { tenant { id } }', (externalId) => ({ tenantId, externalId })],
  ['name', 'createTenant(input: $input) { tenant { id } }', (name) => ({ workspaceId, name })],
  [
    'displayName',
    'setWorkspaceMember(input: $input) { workspace { id } }',
    (displayName) => ({ workspaceId, email: 'new@northwind.example', displayName, role: 'READONLY' }),
  ],
  ['name', 'createApiToken(input: $input) { plaintext }', (name) => ({ workspaceId, name })],
  [
    'name',
    'beginTenantOnboarding(input: $input) { session { id } }',
    (name) => ({ workspaceId, entraTenantId: '292f6999-2f83-4d34-a419-67a088c41314', name }),
  ],
];
const inputTypes: Record<string, string> = {
  updateTenant: 'UpdateTenantInput',
  createTenant: 'CreateTenantInput',
  setWorkspaceMember: 'SetWorkspaceMemberInput',
  createApiToken: 'CreateApiTokenInput',
  beginTenantOnboarding: 'BeginTenantOnboardingInput',
};

describe('text that nothing could store, or that is not what it looks like', () => {
  it.each(mutations)('in %s of %s is refused by its name', async (field, document, input) => {
    const type = inputTypes[/^\w+/.exec(document)?.[0] ?? ''];
    const query = `mutation ($input: ${type}!) { ${document} }`;
    for (const bad of [
      '\ud83d',
      'a\0b',
      'a\x1bb',
      'a\x85b',
      'a\nb',
      'a\tb',
      'evil\u202emoc',
      '\u2066x\u2069y',
    ]) {
      const variables = { input: input(`Granite ${bad} Ltd`) };
      const [status, message, extensions] = await post(JSON.stringify({ query, variables }));
      expect([JSON.stringify(bad), status, extensions]).toEqual([
        JSON.stringify(bad),
        400,
        { code: 'BAD_USER_INPUT', field },
      ]);
      expect(message).toMatch(new RegExp(`^${field} `));
    }
  });

  it('in a document itself is refused by the argument’s name', async () => {
    const query = `{ workspace(id: "${workspaceId}") { tenants(search: "a\\u0000b") { totalCount } } }`;
    expect(await post(JSON.stringify({ query }))).toEqual([
      400,
      'search must not contain control characters.',
      { code: 'BAD_USER_INPUT', field: 'search' },
    ]);
  });

  it('is refused over WebSocket as well', async () => {
    const stream = owner.subscribe(
      'subscription ($w: ID!, $types: [String!]) { workspaceRuns(workspaceId: $w, types: $types) { id } }',
      { w: workspaceId, types: ['a\0'] },
    );
    await expect(stream.next()).rejects.toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'types' } },
    ]);
  });

  it('keeps line breaks and tabs where a text has several lines, and every script there is', async () => {
    const { errors } = await owner.query(
      'mutation ($i: AcknowledgeFindingInput!) { acknowledgeFinding(input: $i) { finding { id } } }',
      { i: { findingId: '1', reason: 'first\n\tsecond\r\nthird' } },
    );
    expect(errors?.[0]?.extensions['field']).not.toBe('reason');
    for (const name of ['Müller & Söhne', 'شركة', 'חברה', '株式会社', '👩‍👩‍👧 Ltd']) {
      const { data } = await owner.query(create, { input: { workspaceId, name } });
      expect(data.createTenant.tenant.name).toBe(name);
    }
  });
});

describe('a body', () => {
  const query = JSON.stringify(create);
  const named = (name: Buffer) =>
    Buffer.concat([
      Buffer.from(`{"query":${query},"variables":{"input":{"workspaceId":"${workspaceId}","name":"`),
      name,
      Buffer.from('"}}}'),
    ]);
  const latin1 = () => named(Buffer.from('Müller GmbH', 'latin1'));

  it('that is not UTF-8 is refused in a sentence, and nothing is stored', async () => {
    const sql = createClient({ connection: app.connection, maxConnections: 1, applicationName: 'test' });
    expect(await post(latin1())).toEqual([
      400,
      expect.stringContaining('not valid UTF-8'),
      { code: 'BAD_USER_INPUT' },
    ]);
    expect((await post(named(Buffer.from([0xed, 0xa0, 0xbd]))))[0]).toBe(400);
    const rows = await sql`select from tenants where name like '%' || chr(65533) || '%'`;
    await sql.end();
    expect(rows).toHaveLength(0);
  });

  it.each(['iso-8859-1', 'windows-1252', 'utf-16', '"iso-8859-1"'])(
    'declared as %s is refused',
    async (charset) => {
      expect(await post(latin1(), `application/json; charset=${charset}`)).toEqual([
        415,
        expect.stringContaining('other than UTF-8'),
        { code: 'BAD_USER_INPUT' },
      ]);
    },
  );

  it.each([
    'application/json; charset=utf-8',
    'application/json; charset="UTF-8"',
    'application/json;charset=utf8',
  ])('as %s is read, with a byte order mark too', async (contentType) => {
    for (const mark of ['', '\ufeff']) {
      const body = Buffer.concat([Buffer.from(mark), named(Buffer.from('Müller GmbH'))]);
      expect((await post(body, contentType))[0]).toBe(200);
    }
  });

  it('that is compressed is refused as that, and not for its bytes', async () => {
    const body = gzipSync(JSON.stringify({ query: '{ viewer { user { email } } }' }));
    const headers = { ...owner.headers, 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body });
    expect([response.status, await response.text()]).toEqual([415, expect.stringContaining('compressed')]);
  });

  it('with half an emoji in an id names nothing, like every other id that is none', async () => {
    const ask = 'query ($id: ID!) { tenant(id: $id) { id } }';
    const body = `{"query":${JSON.stringify(ask)},"variables":{"id":${lone}}}`;
    expect(await post(body)).toMatchObject([404, expect.anything(), { code: 'NOT_FOUND' }]);
  });
});
