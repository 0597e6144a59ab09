import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { openSocket } from '../../live/support/streams.ts';
import { startTestApp, testConfig, type TestApp } from '../../support/test-app.ts';
import { until } from '../../support/until.ts';

const policyOf = (limits: object) => ({ policy: { ...testConfig().policy, ...limits } });

async function statuses(count: number, ask: () => Promise<number>): Promise<Record<number, number>> {
  const seen: Record<number, number> = {};
  for (let asked = 0; asked < count; asked += 1) {
    const status = await ask();
    seen[status] = (seen[status] ?? 0) + 1;
  }
  return seen;
}

/** How many were let in before the first that was not; a slow machine's budget refills, so it may be more. */
async function admittedBefore<T>(refusal: T, ask: () => Promise<T>): Promise<number> {
  for (let admitted = 0; admitted < 500; admitted += 1) if ((await ask()) === refusal) return admitted;
  throw new Error('nothing was refused');
}

describe('strangers are limited by address', () => {
  let app: TestApp;
  const perMinute = 20;
  const wrong = { authorization: 'Bearer ta_nonsense' };
  beforeAll(async () => {
    app = await startTestApp({
      ...policyOf({ anonymousPerMinute: perMinute }),
      roles: new Set(['api']),
      trustProxy: 1,
    });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
  });

  let clients = 0;
  /** Each case comes from an address of its own. */
  const from = () => ({ 'x-forwarded-for': `192.0.2.${(clients += 1)}` });
  const get = async (path: string, headers: Record<string, string>) =>
    (await fetch(app.url + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' }))
      .status;

  it.each([
    ['/auth/methods', {}],
    ['/%61uth/methods', {}],
    ['/%61%75th/methods?x=1', {}],
    ['/onboarding/consent?state=x', {}],
    ['/%6Fnboarding/consent?state=x', {}],
    ['/graphql?query={viewer{user{id}}}', {}],
    ['/%67raphql?query={viewer{user{id}}}', {}],
    ['/%67raphql?query={viewer{user{id}}}', wrong],
    ['/tenants/1', wrong],
    ['/operations/1', wrong],
    ['/reports/1.json', wrong],
    ['/graphql/stream?query=x', wrong],
  ])('at %s %o', async (path, headers) => {
    const address = from();
    const ask = () => get(path, { ...address, ...headers });
    expect(await admittedBefore(429, ask)).toBeGreaterThanOrEqual(perMinute);
    expect(await get(path, { ...from(), ...headers })).not.toBe(429);
  });

  it('whatever address they take in their IPv6 network', async () => {
    let host = 0;
    const ask = () =>
      get('/auth/methods', { 'x-forwarded-for': `2001:db8:1:2::${(host += 1).toString(16)}` });
    expect(await admittedBefore(429, ask)).toBeGreaterThanOrEqual(perMinute);
    expect(await get('/auth/methods', { 'x-forwarded-for': '2001:db8:1:3::1' })).toBe(200);
    for (const address of ['2001:0DB8:0001:0002::1', '[2001:db8:1:2::7]:443', '2001:db8:1:2:0:0:0:9']) {
      const again = () => get('/auth/methods', { 'x-forwarded-for': address });
      expect(await admittedBefore(429, again)).toBeLessThan(perMinute);
    }
  });

  it('whatever port their connection has, where a proxy writes it down', async () => {
    let port = 40_000;
    const ask = () => get('/auth/methods', { 'x-forwarded-for': `198.51.100.7:${(port += 1)}` });
    expect(await admittedBefore(429, ask)).toBeGreaterThanOrEqual(perMinute);
  });

  it('with wrong tokens over WebSocket', async () => {
    const headers = from();
    const ask = async () => {
      await using socket = await openSocket(app.url, headers, wrong);
      return await socket.closed;
    };
    expect(await ask()).toBe(4401);
    expect(await admittedBefore(1013, ask)).toBeGreaterThanOrEqual(perMinute - 1);
  });

  it('but not where nothing is asked of the database', async () => {
    const address = from();
    expect(await statuses(perMinute + 10, () => get('/healthz', address))).toEqual({ 200: perMinute + 10 });
    expect(await statuses(perMinute + 10, () => get('/tenants/1', address))).toEqual({ 200: perMinute + 10 });
  });
});

it('a person’s pages and exports count as their requests', async () => {
  await using app = await startTestApp({ ...policyOf({ viewerPerMinute: 20 }), roles: new Set(['api']) });
  const { headers } = await app.as('owner');
  const ask = async () => (await fetch(`${app.url}/reports/1.json`, { headers })).status;
  expect(await admittedBefore(429, ask)).toBeGreaterThan(0);
});

it('a person’s sockets count as their requests', async () => {
  await using app = await startTestApp({ ...policyOf({ viewerPerMinute: 20 }), roles: new Set(['api']) });
  const { headers } = await app.as('owner');
  const ask = async () => {
    await using socket = await openSocket(app.url, headers);
    const message = await socket.next().catch(() => null);
    return message === null ? await socket.closed : 0;
  };
  expect(await admittedBefore(1013, ask)).toBeGreaterThan(0);
});

it('sockets on which no one is signed in yet are counted by address, and given back', async () => {
  await using app = await startTestApp({ ...policyOf({ socketsBeforeInit: 3 }), roles: new Set(['api']) });
  const address = `${app.url.replace('http', 'ws')}/graphql`;
  const open = () => new WebSocket(address, 'graphql-transport-ws');
  const outcome = (socket: WebSocket) =>
    new Promise<string>((resolve) =>
      socket.once('open', () => resolve('open')).once('error', ({ message }) => resolve(message)),
    );
  const waiting = [open(), open(), open()];
  expect(await Promise.all(waiting.map(outcome))).toEqual(['open', 'open', 'open']);
  expect(await outcome(open())).toContain('429');
  const closed = new Promise((resolve) => waiting[0]?.once('close', resolve));
  waiting[0]?.terminate();
  await closed;
  const { headers } = await app.as('owner');
  await using stack = new AsyncDisposableStack();
  // Signed in, a socket takes no such place: more than three of them fit one after the other.
  for (let count = 0; count < 5; count += 1) {
    await until('a free place', async () => {
      const probe = open();
      const isFree = (await outcome(probe)) === 'open';
      probe.terminate();
      return isFree;
    });
    expect(await stack.use(await retrying(() => openSocket(app.url, headers))).next()).toMatchObject({
      type: 'connection_ack',
    });
  }
  for (const socket of waiting) socket.terminate();
});

/** The server hears of a probe's end a little later than the probe. */
async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  let result: T | undefined;
  await until('a socket', async () => {
    result = await attempt().catch(() => undefined);
    return result !== undefined;
  });
  return result as T;
}

it('a request that trickles in, or never comes, is cut off', async () => {
  await using app = await startTestApp({
    ...policyOf({ requestTimeoutSeconds: 1 }),
    roles: new Set(['api']),
  });
  const send = (text: string, url = app.url) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => (answer += data.toString())).on('close', () => resolve(answer));
      socket.on('error', reject);
      socket.write(text);
    });
  const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\n';
  const answers = await Promise.all([
    send(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"que`),
    send(head),
    send(head, app.metricsUrl),
  ]);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 408 /);
});

describe('variables', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ roles: new Set(['api']) });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
  });

  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const follow = 'subscription ($id: ID!) { tenantVerification(tenantId: $id) { id } }';
  const watches = async () => {
    const metrics = await (await fetch(`${app.metricsUrl}/metrics`)).text();
    expect(metrics).toContain('tenantatlas_watches ');
    return [/^tenantatlas_watches (\d+)/m, /^tenantatlas_event_streams (\d+)/m].map(
      (one) => one.exec(metrics)?.[1],
    );
  };

  it.each([
    ['deeper than any input', nested(11)],
    ['deeper than any stack', nested(8_000)],
    ['more than any list', JSON.stringify(Array.from({ length: 20_001 }, () => 1))],
  ])('%s are refused over events and WebSocket, and leave nothing behind', async (_name, value) => {
    const { headers } = await app.as('readonly');
    const id = await app.tenantId('healthy');
    const body = `{"query":${JSON.stringify(follow)},"variables":{"id":"${id}","x":${value}}}`;
    const before = await watches();
    for (let asked = 0; asked < 5; asked += 1) {
      const response = await fetch(`${app.url}/graphql/stream`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      });
      // To its end: a stream that is leaked never has one.
      const text = await response.text();
      expect(text).toContain('"code":"BAD_USER_INPUT"');
      expect(text).toContain('"field":"variables"');
    }
    await using socket = await openSocket(app.url, headers);
    await socket.next();
    socket.socket.send(`{"id":"1","type":"subscribe","payload":${body}}`);
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'BAD_USER_INPUT', field: 'variables' } }],
    });
    expect(await watches()).toEqual(before);
  });

  it('that the operation does not declare make no cohort of their own', async () => {
    const owner = await app.as('owner');
    const id = await app.tenantId('healthy');
    const streams = [1, 2, 3].map((x) => owner.subscribe(follow, { id, x }));
    for (const stream of streams) expect((await stream.next()).value?.errors).toBeUndefined();
    for (const stream of streams) await stream.return?.();
    await until('the watches to end', async () => (await watches())[0] === '0');
  });
});
