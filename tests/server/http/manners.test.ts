import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printSchemaFile, buildSchema } from '../../../schema/build.ts';
import { startTestApp, testConfig, webRoot, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let authorization: string;
beforeAll(async () => {
  app = await startTestApp({ policy: { ...testConfig().policy, viewerPerMinute: 6_000 } });
  authorization = `Bearer ${await app.token('operator')}`;
});
afterAll(() => app[Symbol.asyncDispose]());

const post = (
  headers: Record<string, string> = {},
  body = JSON.stringify({ query: '{ viewer { user { id } } }' }),
) =>
  fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, ...headers },
    body,
  });

describe('a request', () => {
  it('by GET with a token is no forgery, and by GET with a cookie could be one', async () => {
    const address = `${app.url}/graphql?${new URLSearchParams({ query: '{ viewer { user { displayName } } }' }).toString()}`;
    const answer = await fetch(address, { headers: { authorization } });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { data: { viewer: { user: { displayName: 'Ophelia Operator' } } } },
    ]);
    const { headers } = await app.as('operator');
    expect((await fetch(address, { headers: { ...headers, accept: 'text/html' } })).status).toBe(400);
  });

  it('keeps its own id, else its trace’s, and gets both back', async () => {
    const id = 'ci-4711:a/b';
    expect((await post({ 'x-request-id': id })).headers.get('x-request-id')).toBe(id);
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { headers } = await post({ traceparent });
    expect([headers.get('traceparent'), headers.get('x-request-id')]).toEqual([
      traceparent,
      traceparent.slice(3, 35),
    ]);
    for (const none of ['00-0-0-01', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, 'x'])
      expect((await post({ traceparent: none })).headers.get('traceparent')).toBeNull();
    for (const foul of ['a b', '"', 'x'.repeat(129)])
      expect((await post({ 'x-request-id': foul })).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('without valid credentials is told how to sign in', async () => {
    const wrong = await post({ authorization: 'Bearer ta_wrong' });
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="TenantAtlas", error="invalid_token"',
    ]);
    const none = await fetch(`${app.url}/reports/1.json`);
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="TenantAtlas"']);
  });

  it('is told what is left of its limit', async () => {
    const { headers } = await post();
    expect(headers.get('ratelimit-policy')).toBe('"requests";q=6000;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"requests";r=(6000|5\d{3});t=\d+$/);
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/graphql'])(
    'of %s is told what is taken',
    async (type) => {
      const answer = await post({ 'content-type': type });
      expect([answer.status, await answer.text()]).toEqual([
        415,
        expect.stringContaining('application/json'),
      ]);
    },
  );
});

describe('an address', () => {
  const open = (address: string) => fetch(app.url + address, { headers: { accept: 'text/html' } });

  it('that nothing is at is 404, also in a browser', async () => {
    for (const address of [
      '/openapi.json',
      '/docs',
      '/robots.txt',
      '/.well-known/security.txt',
      '/workspaces/1/no',
    ])
      expect([address, (await open(address)).status]).toEqual([address, 404]);
  });

  it('of a page of the application is 200', async () => {
    const listed = JSON.parse(await readFile(path.join(webRoot(), 'addresses.json'), 'utf8')) as string[];
    expect(listed).toEqual(expect.arrayContaining(['/', '/operations/:runId', '/help/reasons']));
    for (const address of listed.map((route) => route.replaceAll(/:\w+/g, '1')))
      expect([address, (await open(address)).status]).toEqual([address, 200]);
  });

  it('/schema.graphql has the schema, scalars with the https address of what they are', async () => {
    const text = await (await fetch(`${app.url}/schema.graphql`)).text();
    expect(text).toBe(printSchemaFile(buildSchema()));
    expect(text).toMatch(/scalar DateTime @specifiedBy\(url: "https:/);
    expect(text).toMatch(/scalar JSON @specifiedBy\(url: "https:/);
  });
});

describe('an EventSource', () => {
  it('that comes back after a stream was complete is told to stop', async () => {
    const { data } = await (
      await app.as('operator')
    ).query('{ viewer { workspaces { operationRuns(first: 1, status: [COMPLETED]) { nodes { id } } } } }');
    const id = data.viewer.workspaces[0].operationRuns.nodes[0].id as string;
    const query = `subscription { operationRun(id: "${id}") { status } }`;
    const address = `${app.url}/graphql/stream?${new URLSearchParams({ query }).toString()}`;
    const first = await fetch(address, { headers: { authorization } });
    const [, lastEventId] = /event: complete\nid: (\w+)\n/.exec(await first.text()) ?? [];
    const again = await fetch(address, { headers: { authorization, 'last-event-id': lastEventId ?? '' } });
    expect([again.status, await again.text()]).toEqual([204, '']);
    expect(first.headers.get('x-request-id')).toEqual(expect.any(String));
  });
});
