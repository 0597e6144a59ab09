import { globSync, readFileSync } from 'node:fs';
import { parse, print, separateOperations, Kind, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import { assertListBounds } from '../../../schema/list-bounds.ts';
import { buildSchema } from '../../../schema/build.ts';
import { createBudget } from '../../../server/graphql/budget.ts';
import { measure } from '../../../server/graphql/policy/complexity.ts';
import { limits } from '../../../server/graphql/policy/limits.ts';
import { priceOf } from '../../../server/graphql/policy/price.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { askOverEvents, askOverSocket } from '../../live/support/streams.ts';

const schema = buildSchema();
const price = (text: string, variables = {}) => priceOf(schema, parse(text), variables).cost;

describe('the price of a document', () => {
  it('is what it would return: the schema’s default where `first` is left out', () => {
    const page = (args: string) => price(`{ workspace(id: "1") { tenants${args} { nodes { id name } } } }`);
    // workspace, tenants, and of each of 20 items: nodes, id, name.
    expect(page('')).toBe(2 + 20 * 3);
    expect(page('')).toBe(page('(first: 20)'));
    expect(page('(first: 7)')).toBe(2 + 7 * 3);
    expect(price('{ operationRun(id: "1") { events { seq } } }')).toBe(2 + 100);
  });

  it('takes a variable’s own value, the page’s default where it has none, and the most for what is no number', () => {
    const text = 'query ($n: Int) { workspace(id: "1") { tenants(first: $n) { nodes { id } } } }';
    expect(price(text, { n: 5 })).toBe(2 + 5 * 2);
    expect(price(text)).toBe(2 + 20 * 2);
    expect(price(text, { n: null })).toBe(2 + 20 * 2);
    expect(price(text.replace('first', 'last'), { n: 7 })).toBe(2 + 7 * 2);
    expect(price(text, { n: 'many' })).toBe(2 + 100 * 2);
  });

  it('counts unpaged lists by their bound, multiplied through, and ids in arguments one by one', () => {
    const nodes = (ids: string) => price(`{ nodes(ids: ${ids}) { id } }`);
    expect(nodes('["run_1", "run_2", "run_3"]')).toBe(1 + 3 + 3);
    const one = price('{ tenant(id: "1") { members { user { id } } } }');
    expect(one).toBe(2 + 50 * 2);
    const text = '{ workspace(id: "1") { tenants(first: 100) { nodes { members { user { id } } } } } }';
    expect(price(text)).toBe(2 + 100 * (1 + 1 + 100));
    const progress = (ids: string) =>
      `{ workspace(id: "1") { verificationProgress(runIds: ${ids}) { total } } }`;
    expect(price(progress('["1", "2", "3"]'))).toBe(3 + 3);
    const asked =
      'query ($ids: [ID!]!) { workspace(id: "1") { verificationProgress(runIds: $ids) { total } } }';
    expect(price(asked, { ids: Array.from({ length: 10_000 }, String) })).toBe(3 + 10_000);
  });

  it('counts the number of a list’s items only where it is asked for', () => {
    const runs = (count: string) => price(`{ workspace(id: "1") { operationRuns(first: 1) { ${count} } } }`);
    expect(runs('totalCount')).toBe(2 + 1);
    expect(runs('count { value isExact }')).toBe(2 + 3);
  });

  it('counts fragments as often as they are spread, and looks at each once', () => {
    const doubling = Array.from(
      { length: 20 },
      (_, n) => `fragment f${n} on Tenant { workspace { id } ...f${n + 1} ...f${n + 1} }`,
    ).join(' ');
    expect(price(`{ tenant(id: 1) { ...f0 } } ${doubling} fragment f20 on Tenant { id }`)).toBeGreaterThan(
      1_000_000,
    );
    expect(price('{ tenant(id: 1) { ...f } } fragment f on Tenant { id ...f }')).toBe(2);
  });
});

it('a list without a bound, or a bound without its list, stops the build of the schema', () => {
  const other = buildSchema();
  const tenant = other.getType('Tenant') as ReturnType<typeof other.getQueryType>;
  const fields = tenant?.getFields() ?? {};
  const { members } = fields;
  if (members === undefined) throw new Error('there is no Tenant.members');
  fields['everything'] = { ...members, name: 'everything' };
  delete fields['members'];
  expect(() => assertListBounds(other)).toThrow(
    /^Tenant.everything is a list without a bound: .*\nschema\/list-bounds.ts bounds Tenant.members, /,
  );
});

/** Documents of ours, each with the fragments that it needs. */
function ownDocuments(): [name: string, document: DocumentNode][] {
  const files = globSync(['web/**/*.{ts,tsx}', 'cli/**/*.ts']).filter(
    (file) => !/\/(gql|build)\//.test(file),
  );
  const definitions = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/graphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`/g)].flatMap(
      ([, text = '']) => parse(text).definitions,
    ),
  );
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [[definition.name?.value ?? '', { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] }]]
      : [],
  );
}

function pageSizes(document: DocumentNode, size: number): Record<string, number> {
  const variables = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  const isInt = (text: string) => text.replace('!', '') === 'Int';
  return Object.fromEntries(
    variables.filter(({ type }) => isInt(print(type))).map(({ variable }) => [variable.name.value, size]),
  );
}

describe('the documents of the web application and the command line', () => {
  const documents = ownDocuments();

  it('are all found', () => {
    expect(documents.length).toBeGreaterThan(40);
  });

  it('stay far below the limit with the largest pages they ask for', () => {
    const prices = documents.map(
      ([name, document]) => [name, priceOf(schema, document, pageSizes(document, 50)).cost] as const,
    );
    const dear = prices.filter(([, cost]) => cost > limits.cost / 2);
    expect(dear).toEqual([]);
    const repeats = documents.flatMap(([, document]) =>
      Object.entries(separateOperations(document)).map(
        ([name, own]) => [name, measure(own).repeats] as const,
      ),
    );
    expect(repeats.filter(([, count]) => count > limits.repeats / 2)).toEqual([]);
  });
});

describe('a budget', () => {
  it('ends at the first excess and stays at its end', () => {
    const budget = createBudget();
    budget.spendValue('x'.repeat(limits.bytes - 10));
    expect(() => budget.spendValue('x'.repeat(20))).toThrow(/too many bytes/);
    expect(() => budget.spendField('id')).toThrow(/too many bytes/);
    expect(() => budget.assertLeft()).toThrow(/too many bytes/);
    expect(budget.excess?.details).toEqual({ limit: 'bytes' });
  });

  it('lets others have their turn, in order, and is itself never kept from going on', async () => {
    const budget = createBudget();
    expect(budget.nextTurn()).toBeNull();
    for (let field = 0; field < 20_000; field += 1) budget.spendField('id');
    const order: string[] = [];
    setImmediate(() => order.push('others'));
    const turns = Array.from({ length: 1_200 }, () => budget.nextTurn());
    await Promise.all(
      turns.map(async (turn, index) => {
        await turn;
        if (index % 500 === 0) order.push(`turn ${index / 500}`);
      }),
    );
    expect(order).toEqual(['others', 'turn 0', 'turn 1', 'turn 2']);
    expect(budget.nextTurn()).toBeNull();
  });
});

describe('over the API', () => {
  let app: TestApp;
  let reader: ApiClient;
  beforeAll(async () => {
    app = await startTestApp({ roles: new Set(['api']) });
    reader = await app.as('readonly');
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
  });

  const limitOf = async (text: string, variables = {}) => {
    const { status, data, errors } = await reader.query(text, variables);
    return { status, data, codes: errors?.map(({ extensions }) => extensions) };
  };

  it('the reviewers’ documents are refused before anything is executed', async () => {
    const levels = (count: number) =>
      `{ viewer { workspaces { ${'tenants { nodes { workspace { '.repeat(count)} id ${'} } }'.repeat(count)} } } }`;
    const aliases = Array.from(
      { length: 100 },
      (_, n) => `a${n}: verificationProgress(runIds: $ids) { total }`,
    );
    const ids = Array.from({ length: 10_000 }, String);
    for (const answer of [
      await limitOf(levels(3)),
      await limitOf(levels(4)),
      await limitOf(`query ($ids: [ID!]!) { workspace(id: "1") { ${aliases.join(' ')} } }`, { ids }),
    ])
      expect(answer).toEqual({
        status: 400,
        data: undefined,
        codes: [{ code: 'QUERY_TOO_COMPLEX', limit: 'cost' }],
      });
  });

  it.each([
    [
      'depth',
      `{ viewer { workspaces { ${'tenants(first: 1) { nodes { workspace { '.repeat(5)} id ${'} } }'.repeat(5)} } } }`,
    ],
    ['aliases', `{ ${'a: viewer { user { id } } '.repeat(101)} }`],
    ['tokens', `{ viewer { user { ${'id '.repeat(2_000)} } } }`],
    ['repeats', `{ ${'viewer { user { id } } '.repeat(280)} }`],
    [
      'repeats',
      `{ viewer { ...f ...g } } fragment f on Viewer { ${'user { id } '.repeat(50)} } fragment g on Viewer { ${'user { id } '.repeat(50)} }`,
    ],
    ['directives', `{ viewer { user { ${'id @skip(if: false) '.repeat(51)} } } }`],
  ])('say which limit it was: %s', async (limit, text) => {
    expect((await limitOf(text)).codes).toEqual([{ code: 'QUERY_TOO_COMPLEX', limit }]);
  });

  it('an answer that outgrows its bounds is one error, over HTTP, WebSocket and events', async () => {
    const sql = createClient({ connection: app.connection, maxConnections: 1, applicationName: 'test' });
    const tenantId = await app.tenantId('healthy');
    // A list that is far longer than its declared bound.
    await sql`insert into tenant_permissions (tenant_id, provider_connection_id, permission, required_for, granted, state, checked_at)
      select tenant_id, id, 'Planted.' || n, 'read', true, 'effective', now()
      from provider_connections, generate_series(1, 40000) n where tenant_id = ${tenantId}`;
    await sql.end();
    const selection = '{ tenant { permissions { permission requiredFor state } } }';
    const over = { code: 'QUERY_TOO_COMPLEX', limit: 'fields' };
    const query = `query ($id: ID!) { tenant(id: $id) { latestVerification ${selection} } }`;
    expect(await limitOf(query, { id: tenantId })).toEqual({ status: 400, data: null, codes: [over] });
    const subscription = `subscription { tenantVerification(tenantId: "${tenantId}") ${selection} }`;
    for (const ask of [askOverSocket, askOverEvents]) {
      const answers = await ask(app.url, reader, subscription);
      expect(answers.map(({ code }) => code)).toEqual(['QUERY_TOO_COMPLEX']);
    }
    // A mutation is made before its answer is: no one must take it for one that failed.
    const owner = await app.as('owner');
    const rename = `mutation ($input: UpdateTenantInput!) { first: updateTenant(input: $input) ${selection}
      second: updateTenant(input: $input) { tenant { id } } }`;
    const renamed = await owner.query(rename, { input: { tenantId, name: 'Renamed anyway' } });
    expect([renamed.status, renamed.data, renamed.errors]).toMatchObject([
      400,
      null,
      [
        {
          message: expect.stringMatching(/ These mutations were executed anyway: first\.$/),
          extensions: { ...over, made: ['first'] },
        },
      ],
    ]);
    const { data } = await owner.query('query ($id: ID!) { tenant(id: $id) { name } }', { id: tenantId });
    expect(data.tenant.name).toBe('Renamed anyway');
  });
});
