import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const owner = JSON.stringify({ email: 'owner@northwind.example' });

interface Answer {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly body: string;
}

/** Not fetch, which writes Host itself. */
async function post(url: string, headers: Record<string, string>, body = owner): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    sent.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          cookies: response.headers['set-cookie'] ?? [],
          body: text,
        }),
      );
    });
    sent.end(body);
  });
}

async function openSocket(url: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const outcome = await new Promise<string>((resolve) => {
    socket.on('open', () => resolve('open')).on('error', ({ message }) => resolve(message));
  });
  socket.terminate();
  return outcome;
}

describe('on one’s own machine', () => {
  let app: TestApp;
  let port: string;
  beforeAll(async () => {
    app = await startTestApp();
    ({ port } = new URL(app.url));
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
  });

  it('no page whose name leads here by its own DNS signs in as a demo person', async () => {
    const rebound = `rebind.evil.example:${port}`;
    for (const headers of [{ host: rebound, origin: `http://${rebound}` }, { host: rebound }]) {
      expect(await post(`${app.url}/auth/demo`, headers as Record<string, string>)).toEqual({
        status: 403,
        cookies: [],
        body: expect.stringContaining(`Open TenantAtlas at ${app.config.publicUrl}`),
      });
    }
    expect(await openSocket(app.url, { host: rebound, origin: `http://${rebound}` })).toContain('403');
  });

  it.each([
    'evil.example@localhost',
    'localhost/evil.example',
    '127.0.0.1#.evil.example',
    'localhost\\.evil.example',
    'localhost.evil.example',
  ])('a Host like %s is none of ours', async (host) => {
    expect(await post(`${app.url}/auth/demo`, { host })).toMatchObject({ status: 403, cookies: [] });
  });

  it('a request line with another host in it is for that host, whatever Host says', async () => {
    const socket = connect(Number(port), '127.0.0.1');
    const head = `Host: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: ${owner.length}`;
    socket.write(
      `POST http://evil.example/auth/demo HTTP/1.1\r\n${head}\r\nConnection: close\r\n\r\n${owner}`,
    );
    let answer = '';
    for await (const data of socket) answer += String(data);
    expect(answer).toMatch(/^HTTP\/1.1 403 /);
    expect(answer).not.toContain('Set-Cookie');
  });

  it.each(['127.0.0.1', 'localhost', '[::1]'])('a page under %s is ours', async (name) => {
    const host = `${name}:${port}`;
    const { status } = await post(`${app.url}/auth/demo`, { host, origin: `http://${host}` });
    expect(status).toBe(204);
    expect(await openSocket(app.url, { host, origin: `http://${host}` })).toBe('open');
  });

  it.each([
    ['of another program on this machine', () => 'http://localhost:3000'],
    ['under https, where nothing of ours is', () => `https://localhost:${port}`],
    ['with a name around ours', () => `http://localhost.evil.example:${port}`],
    ['of a file', () => 'null'],
  ])('a page %s is not', async (_name, originOf) => {
    const origin = originOf();
    expect(await post(`${app.url}/auth/demo`, { origin })).toMatchObject({ status: 403, cookies: [] });
    expect(await openSocket(app.url, { origin })).toContain('403');
    const stream = await fetch(`${app.url}/graphql/stream?query=x`, { headers: { origin } });
    expect(stream.status).toBe(403);
  });
});

describe('under a public address with https', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ publicUrl: 'https://atlas.example', secureCookies: true });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
  });

  it('a page of the same name without https is another site, and so is this machine', async () => {
    for (const origin of [
      'http://atlas.example',
      'https://atlas.example:8443',
      app.url,
      'http://localhost:4000',
    ]) {
      const host = 'atlas.example';
      expect(await post(`${app.url}/auth/demo`, { host, origin })).toMatchObject({ status: 403 });
      expect(await openSocket(app.url, { host, origin })).toContain('403');
    }
    expect(await openSocket(app.url, { origin: 'https://atlas.example' })).toBe('open');
  });

  it('no other host can set our session cookie, and one of the plain name is not read', async () => {
    const headers = { host: 'atlas.example', origin: 'https://atlas.example' };
    const { status, cookies } = await post(`${app.url}/auth/demo`, headers);
    expect(status).toBe(204);
    expect(cookies).toEqual([
      expect.stringMatching(
        /^__Host-tenantatlas_session=.{43}; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const [name, secret] = /^([^=]+)=([^;]+)/.exec(cookies[0] ?? '')?.slice(1) ?? [];
    const ask = async (cookie: string) => {
      const query = JSON.stringify({ query: '{ viewer { user { email } } }' });
      return (await post(`${app.url}/graphql`, { cookie }, query)).status;
    };
    expect(await ask(`${name}=${secret}`)).toBe(200);
    expect(await ask(`tenantatlas_session=${secret}`)).toBe(401);
  });
});

describe('answers', () => {
  it('are kept by no cache, whatever was asked', async () => {
    await using app = await startTestApp();
    const { headers } = await app.as('owner');
    const query = encodeURIComponent('{ viewer { user { email } } }');
    const paths = [
      `/graphql?query=${query}`,
      '/graphql',
      '/auth/methods',
      '/reports/1.json',
      '/healthz',
      '/nothing',
    ];
    for (const path of paths) {
      const response = await fetch(app.url + path, {
        headers: { ...headers, 'apollo-require-preflight': 'true' },
      });
      expect([path, response.headers.get('cache-control')]).toEqual([
        path,
        expect.stringContaining('no-store'),
      ]);
    }
    const answer = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { user { email } } }' }),
    });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });
});
