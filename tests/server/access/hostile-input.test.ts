import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let owner: ApiClient;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  owner = await app.as('owner');
  workspaceId = (await owner.query('{ viewer { workspaces { id } } }')).data.viewer.workspaces[0].id;
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const neverIssued = '987654321987';
const noIds = [
  ...['', ' ', '0', '-1', '01', '1.5', '1e3', '0x1', 'NaN', 'abc', '１', ' 1', '1 ', '1\n', 'a\0b', '1\0'],
  ...[
    '9007199254740993',
    '99999999999999999999999999',
    '1; drop table tenants',
    '__proto__',
    'ab'.repeat(5000),
  ],
];
const roots = ['workspace', 'tenant', 'providerConnection', 'operationRun'];

describe('ids', () => {
  it.for(roots)('%s: whatever is no id gets the answer of an id that was never issued', async (root) => {
    const ask = (id: string) => owner.query(`query ($id: ID!) { ${root}(id: $id) { id } }`, { id });
    const absent = await ask(neverIssued);
    expect([absent.status, absent.errors?.[0]?.extensions]).toEqual([404, { code: 'NOT_FOUND' }]);
    for (const id of noIds) expect((await ask(id)).text, JSON.stringify(id)).toBe(absent.text);
  });

  it('mutations and subscriptions say the same', async () => {
    const start = 'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { result } }';
    const absent = await owner.query(start, { id: neverIssued });
    for (const id of noIds) expect((await owner.query(start, { id })).text).toBe(absent.text);
    for (const id of [neverIssued, 'abc', '1\0']) {
      const stream = owner.subscribe('subscription ($id: ID!) { operationRun(id: $id) { id } }', { id });
      const { value } = await stream.next();
      expect(value?.errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
    }
  });

  it('a filter by a tenant that is not the viewer’s is NOT_FOUND, not an empty list', async () => {
    const stranger = await app.as('stranger');
    const own = (await stranger.query('{ viewer { workspaces { id } } }')).data.viewer.workspaces[0]
      .id as string;
    const ask = (tenantId: string) =>
      stranger.query(
        'query ($w: ID!, $t: ID!) { workspace(id: $w) { operationRuns(tenantId: $t) { totalCount } } }',
        { w: own, t: tenantId },
      );
    const absent = await ask(neverIssued);
    expect(absent.errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
    expect((await ask(await app.tenantId('healthy'))).text).toBe(absent.text);
    expect((await ask('abc')).text).toBe(absent.text);
  });

  it('the address of the product answers whatever the caller accepts', async () => {
    const response = await fetch(app.url);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });

  it('pages answer 404 with one and the same body for foreign, absent and impossible ids', async () => {
    const { headers } = await app.as('stranger');
    const foreign = await app.tenantId('healthy');
    const open = async (page: string) => {
      const response = await fetch(app.url + page, { headers: { ...headers, accept: 'text/html' } });
      return `${response.status} ${await response.text()}`;
    };
    const absent = await open(`/tenants/${neverIssued}`);
    expect(absent.slice(0, 4)).toBe('404 ');
    const foreignPages = [
      `/tenants/${foreign}`,
      `/tenants/${foreign}/connections/1`,
      `/workspaces/${rowOf(workspaceId)}`,
    ];
    const impossible = [
      '/operations/abc',
      '/operations/-1',
      '/operations/99999999999999999999',
      '/operations/1%00',
    ];
    for (const page of [...foreignPages, ...impossible]) expect(await open(page), page).toBe(absent);
  });
});

describe('other arguments', () => {
  const inWorkspace = (selection: string) => `query ($id: ID!) { workspace(id: $id) { ${selection} } }`;
  it.for([
    ['first: 0', inWorkspace('tenants(first: 0) { totalCount }')],
    ['first: 101', inWorkspace('members(first: 101) { totalCount }')],
    ['an Int that is none', inWorkspace('tenants(first: 99999999999) { totalCount }')],
    ['NUL in a search', inWorkspace('tenants(search: "a\\u0000b") { totalCount }')],
    ['a search without end', inWorkspace(`tenants(search: "${'x'.repeat(201)}") { totalCount }`)],
    ['a forged cursor', inWorkspace('members(after: "WyJhIl0") { totalCount }')],
    ['an unknown type', inWorkspace('operationRuns(types: ["no.such"]) { totalCount }')],
  ] as const)('%s is BAD_USER_INPUT with status 400', async ([, document]) => {
    const answer = await owner.query(document, { id: workspaceId });
    expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.for(['%', '_', '\\', "'", '"', '\u{1F600}', '(((((((((((', '.*.*.*.*.*$'])(
    'searching for %j is a search for just that',
    async (search) => {
      const { data } = await owner.query(
        'query ($id: ID!, $s: String) { workspace(id: $id) { tenants(search: $s) { totalCount } } }',
        { id: workspaceId, s: search },
      );
      expect(data.workspace.tenants.totalCount).toBe(0);
    },
  );
});
