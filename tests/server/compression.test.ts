import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';

interface Answer {
  readonly status: number;
  readonly encoding: string | undefined;
  readonly cacheControl: string | undefined;
  readonly vary: string;
  readonly body: Buffer;
}

let app: TestApp;
let cookie: string;
beforeAll(async () => {
  app = await startTestApp();
  await using owner = await app.as('owner');
  cookie = owner.headers['cookie'] ?? '';
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

/** Not fetch, which asks for what it can decode, and decodes it. */
async function ask(
  path: string,
  { accept, body, method = body === undefined ? 'GET' : 'POST' }: Question = {},
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const headers = {
      cookie,
      accept: '*/*',
      ...(accept !== undefined && { 'accept-encoding': accept }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const sent = request(app.url + path, { method, headers });
    sent.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          encoding: response.headers['content-encoding'],
          cacheControl: response.headers['cache-control'],
          vary: (response.headers.vary ?? '').toLowerCase(),
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

interface Question {
  readonly accept?: string;
  readonly body?: object;
  readonly method?: string;
}

function decode({ encoding, body }: Answer): string {
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  if (encoding === 'gzip') return gunzipSync(body).toString();
  return body.toString();
}

const tenants =
  'query Tenants($n: Int!) { viewer { workspaces { id name tenants(first: $n) { nodes { id name externalId status } } } } }';
const long = { query: tenants, variables: { n: 50 } };

async function latestReport(): Promise<string> {
  await using owner = await app.as('owner');
  const { data } = await owner.query(
    '{ viewer { workspaces { operationRuns(first: 20, types: ["provider.connection.check"]) { nodes { id verdict } } } } }',
  );
  const runs: { id: string; verdict: string | null }[] = data.viewer.workspaces[0].operationRuns.nodes;
  return `/reports/${runs.find(({ verdict }) => verdict !== null)?.id ?? ''}`;
}

describe('an answer of some length', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['compress', undefined],
  ])('is what it is without compression: Accept-Encoding %s', async (accept, encoding) => {
    const plain = await ask('/graphql', { body: long });
    const packed = await ask('/graphql', { body: long, accept });
    expect(plain).toMatchObject({ status: 200, encoding: undefined });
    expect(packed).toMatchObject({ status: 200, encoding, cacheControl: 'no-store' });
    expect(decode(packed)).toBe(plain.body.toString());
    if (encoding === undefined) return;
    expect(packed.vary).toContain('accept-encoding');
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
  });

  it('is compressed whatever kind it is', async () => {
    const report = await latestReport();
    const paths = ['json', 'csv', 'junit.xml', 'sarif', 'html'].map((ending) => `${report}.${ending}`);
    // A page that browsers keep, whose size the build decides.
    for (const path of [...paths, '/index.html']) {
      const plain = await ask(path);
      const packed = await ask(path, { accept: 'br, gzip' });
      expect({ path, status: plain.status, encoding: plain.encoding }).toEqual({
        path,
        status: 200,
        encoding: undefined,
      });
      expect(decode(packed)).toBe(plain.body.toString());
      if (plain.body.length < 1_400) continue;
      expect({ path, encoding: packed.encoding }).toEqual({ path, encoding: 'br' });
      expect(packed.vary).toContain('accept-encoding');
    }
  });

  it('that is an error is compressed like any other', async () => {
    const body = { query: `{ viewer { ${'nothing '.repeat(80)} } }` };
    const plain = await ask('/graphql', { body });
    const packed = await ask('/graphql', { body, accept: 'gzip' });
    expect(packed.status).toBe(plain.status);
    expect(decode(packed)).toBe(plain.body.toString());
  });
});

describe('an answer is left as it is', () => {
  it('when it is short', async () => {
    for (const path of ['/healthz', '/readyz', '/auth/methods', '/no-such-address']) {
      expect(await ask(path, { accept: 'br, gzip' })).toMatchObject({ encoding: undefined });
    }
    const short = await ask('/graphql', { body: { query: '{ __typename }' }, accept: 'br, gzip' });
    expect(short).toMatchObject({ status: 200, encoding: undefined });
  });

  it('when it carries a token in plain text, and no one on the way may change that', async () => {
    const { id } = JSON.parse((await ask('/graphql', { body: long })).body.toString()).data.viewer
      .workspaces[0];
    const fields =
      'plaintext apiToken { id name workspace { tenants(first: 50) { nodes { id name externalId } } } }';
    const answer = await ask('/graphql', {
      accept: 'br, gzip',
      body: {
        query: `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { ${fields} } }`,
        variables: { input: { workspaceId: id, name: 'for a script' } },
      },
    });
    expect(answer).toMatchObject({
      status: 200,
      encoding: undefined,
      cacheControl: 'no-store, no-transform',
    });
    expect(answer.body.toString()).toMatch(/"plaintext":"ta_/);
    expect(answer.body.length).toBeGreaterThan(1_400);
  });

  it('when it is a stream', async () => {
    const subscription = 'subscription ($id: ID!) { operationRun(id: $id) { id status } }';
    const id = (await latestReport()).replace('/reports/', '');
    const query = new URLSearchParams({ query: subscription, variables: JSON.stringify({ id }) });
    const answer = await ask(`/graphql/stream?${query.toString()}`, { accept: 'br, gzip' });
    expect(answer).toMatchObject({ status: 200, encoding: undefined });
    expect(answer.body.toString()).toContain(`"id":"${id}"`);
  });
});

it('a file of the build is sent as it was compressed then', async () => {
  const page = (await ask('/')).body.toString();
  const [, script = ''] = /src="([^"]+[.]js)"/.exec(page.replace('/theme-boot.js', '')) ?? [];
  const plain = await ask(script);
  for (const accept of ['br', 'gzip']) {
    const packed = await ask(script, { accept });
    expect(packed).toMatchObject({ status: 200, encoding: accept });
    expect(packed.vary).toContain('accept-encoding');
    expect(decode(packed)).toBe(plain.body.toString());
  }
});
