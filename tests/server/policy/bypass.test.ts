import { createHash } from 'node:crypto';
import { getIntrospectionQuery, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../../schema/build.ts';
import { createDocuments } from '../../../server/graphql/policy/documents.ts';
import { limits } from '../../../server/graphql/policy/limits.ts';
import { priceOf } from '../../../server/graphql/policy/price.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const schema = buildSchema();
const price = (text: string, variables = {}) => priceOf(schema, parse(text), variables).cost;

let app: TestApp;
let reader: ApiClient;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  reader = await app.as('readonly');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const nested = (first: string) =>
  `workspace(id: "1") { ${`tenants(first: ${first}) { nodes { workspace { `.repeat(3)} id ${'} } }'.repeat(3)} }`;

async function get(search: string): Promise<unknown> {
  const headers = { ...reader.headers, 'apollo-require-preflight': 'true' };
  const response = await fetch(`${app.url}/graphql?${search}`, { headers });
  return ((await response.json()) as { errors?: { extensions: unknown }[] }).errors?.[0]?.extensions;
}

describe('what is judged is what is executed', () => {
  const tooDear = { code: 'QUERY_TOO_COMPLEX', limit: 'cost' };

  it.each([
    ['as it should be', ''],
    ['with a percent sign that begins nothing', '%23%zz'],
    ['with a byte that is not UTF-8', '%23%FF'],
    ['with a fragment', '#&query=%7Bviewer%7Buser%7Bid%7D%7D%7D'],
  ])('in a query string %s', async (_name, rest) => {
    expect(await get(`query=${encodeURIComponent(`{ ${nested('100')} }`)}${rest}`)).toEqual(tooDear);
  });

  it('no document is named by its digest, to be judged with other variables than it is executed with', async () => {
    const query = `query ($n: Int!) { ${nested('$n')} }`;
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const post = async (body: object) => {
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { ...reader.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
      });
      const { data } = (await response.json()) as { data?: unknown };
      return data;
    };
    await post({ query, variables: { n: 1 } });
    expect(await post({ variables: { n: 100 } })).toBeUndefined();
  });

  it('a variable that is left out costs what its default costs', () => {
    const ids = JSON.stringify(Array.from({ length: 900 }, String));
    const progress = 'workspace(id: "1") { verificationProgress(runIds: $ids) { total } }';
    expect(price(`query ($ids: [ID!]! = ${ids}) { ${progress} }`)).toBe(3 + 900);
    expect(price(`query ($ids: [ID!]! = ${ids}) { ${progress} }`, { ids: ['1'] })).toBe(3 + 1);
    const page = 'workspace(id: "1") { tenants(first: $n) { nodes { id } } }';
    expect(price(`query ($n: Int! = 7) { ${page} }`)).toBe(2 + 7 * 2);
  });

  it('a list that gives more than a page at once costs as much', () => {
    expect(price('{ operationRun(id: "1") { events(first: 500) { seq } } }')).toBe(2 + 500);
  });
});

describe('introspection', () => {
  const types = (name: string) =>
    `${name}: __schema { types { name fields { name description args { name description type { name } } } } }`;

  it('costs what it gives back, under however many names', async () => {
    const once = price(`{ ${types('a')} }`);
    expect(once).toBeGreaterThan(4_000);
    expect(price(`{ ${types('a')} ${types('b')} }`)).toBe(2 * once);
    const many = `{ ${Array.from({ length: 40 }, (_, n) => types(`a${n}`)).join(' ')} }`;
    expect(await get(`query=${encodeURIComponent(many)}`)).toEqual({
      code: 'QUERY_TOO_COMPLEX',
      limit: 'cost',
    });
    const renamed = Array.from({ length: 400 }, (_, n) => `d${n}: description`).join(' ');
    expect(price(`{ __schema { types { fields { ${renamed} } } } }`)).toBeGreaterThan(limits.cost);
    expect(price(`{ __type(name: "Tenant") { fields { ${renamed} } } }`)).toBeGreaterThan(20_000);
  });

  it('ends with every fragment, and is priced in no time however deep it goes', () => {
    const inward =
      '{ __schema { types { ...t } } } fragment t on __Type { name ofType { ...t } fields { type { ...t } } }';
    expect(price(inward)).toBeGreaterThan(100);
    const deep = `{ __schema { types { ${'fields { type { '.repeat(300)} name ${'} }'.repeat(300)} } } }`;
    expect(price(deep)).toBe(Infinity);
  });

  it('as tools ask for it is within the limit', async () => {
    const whole = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
    });
    // With room for the schema to grow.
    expect(price(whole)).toBeLessThan(limits.cost * 0.75);
    const { status, data } = await reader.query(whole);
    expect([status, data.__schema.queryType.name]).toEqual([200, 'Query']);
  });
});

it('a text that is long without saying much is not kept: comments are no tokens', () => {
  const documents = createDocuments(schema);
  const short = '{ viewer { user { id } } }';
  const long = `${short} # ${'x'.repeat(100_000)}`;
  expect(documents.get(short)).toBe(documents.get(short));
  expect(documents.get(long).kind).toBe('parsed');
  expect(documents.get(long)).not.toBe(documents.get(long));
});
