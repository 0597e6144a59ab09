import { once } from 'node:events';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../server/config/config.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const dashboard = 'https://dash.example';
let app: TestApp;
let authorization: string;
let cookie: string;
beforeAll(async () => {
  app = await startTestApp({ allowedOrigins: [dashboard] });
  authorization = `Bearer ${await app.token('operator')}`;
  cookie = (await app.as('operator')).headers['cookie'] ?? '';
});
afterAll(() => app[Symbol.asyncDispose]());

const query = '{ viewer { user { displayName } } }';
const ask = (headers: Record<string, string>, url = app.url) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
const preflight = (path: string, origin: string, url = app.url) =>
  fetch(url + path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

describe.each(['/graphql', '/graphql/stream'])('a preflight for %s', (path) => {
  it('lets a page of a named origin send its token, and no cookies', async () => {
    const { status, headers } = await preflight(path, dashboard);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(dashboard);
    expect(headers.get('access-control-allow-headers')).toMatch(/authorization, content-type/);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toBe('Origin');
  });

  it('of any other origin gets nothing', async () => {
    const { headers } = await preflight(path, 'https://other.example');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a page of a named origin', () => {
  it('reads answers by its token, and is no one with our cookie', async () => {
    const answer = await ask({ origin: dashboard, authorization });
    expect(await answer.json()).toEqual({ data: { viewer: { user: { displayName: 'Ophelia Operator' } } } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(dashboard);
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/x-request-id.*ratelimit/);
    const byCookie = await ask({ origin: dashboard, cookie });
    expect([byCookie.status, byCookie.headers.get('access-control-allow-origin')]).toEqual([401, dashboard]);
    expect((await ask({ cookie })).status).toBe(200);
  });

  it('follows event streams by its token', async () => {
    const stream = (headers: Record<string, string>) =>
      fetch(`${app.url}/graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: 'subscription { operationRun(id: "run_1") { id } }' }),
      });
    const answer = await stream({ origin: dashboard, authorization });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, dashboard]);
    await answer.body?.cancel();
    expect((await stream({ origin: dashboard, cookie })).status).toBe(401);
    expect((await stream({ origin: 'https://other.example', authorization })).status).toBe(403);
  });

  it('opens sockets by its token, and not by our cookie', async () => {
    expect(await connect({ authorization }, { origin: dashboard })).toBe('acknowledged');
    expect(await connect({}, { origin: dashboard, cookie })).toBe(4401);
    expect(await connect({ authorization }, { origin: 'https://other.example' })).toBe('refused');
  });
});

it.each([
  ['Authorization', (value: string) => ({ Authorization: value })],
  ['AUTHORIZATION', (value: string) => ({ AUTHORIZATION: value })],
  ['headers.Authorization', (value: string) => ({ headers: { Authorization: value } })],
  ['headers.authorization', (value: string) => ({ headers: { authorization: value } })],
])('connection_init takes the token as %s', async (_name, toParams) => {
  expect(await connect(toParams(authorization), {})).toBe('acknowledged');
  expect(await connect(toParams('Bearer ta_wrong'), {})).toBe(4401);
});

it('nothing of it is there by default', async () => {
  await using plain = await startTestApp();
  const { headers } = await ask({ origin: dashboard }, plain.url);
  expect([headers.get('vary'), headers.get('access-control-allow-origin')]).toEqual([null, null]);
  const asked = await preflight('/graphql', dashboard, plain.url);
  expect(asked.headers.get('access-control-allow-origin')).toBeNull();
});

it('origins are read from the environment', () => {
  const parsed = parseConfig({ ALLOWED_ORIGINS: 'https://dash.example, http://localhost:5173' });
  expect(parsed.kind === 'valid' && parsed.config.allowedOrigins).toEqual([
    'https://dash.example',
    'http://localhost:5173',
  ]);
  expect(parseConfig({ ALLOWED_ORIGINS: '*' })).toMatchObject({ kind: 'invalid' });
});

/** What becomes of a socket that sends this in connection_init: the code it is closed with, or that it was let in. */
async function connect(
  params: Record<string, unknown>,
  headers: Record<string, string>,
): Promise<number | 'acknowledged' | 'refused'> {
  const socket = new WebSocket(`${app.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
    headers,
  });
  const isOpen = await once(socket, 'open').then(
    () => true,
    () => false,
  );
  if (!isOpen) return 'refused';
  const closed = once(socket, 'close').then(([code]) => code as number);
  const acknowledged = once(socket, 'message').then(() => 'acknowledged' as const);
  socket.send(JSON.stringify({ type: 'connection_init', payload: params }));
  const first = await Promise.race([closed, acknowledged]);
  socket.terminate();
  return first;
}
