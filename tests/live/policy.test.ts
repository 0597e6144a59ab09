import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient, type ApiClient } from '../support/api-client.ts';
import { startTestApp, testConfig, type TestApp } from '../support/test-app.ts';
import { followRun, hostileDocuments } from './support/documents.ts';
import { askOn, askOverEvents, askOverHttp, askOverSocket, openSocket } from './support/streams.ts';

const anonymous = (url: string) => createApiClient(url, {});

describe('documents', () => {
  let app: TestApp;
  let owner: ApiClient;
  beforeAll(async () => {
    app = await startTestApp();
    owner = await app.as('owner');
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
  });

  it.each(Object.entries(hostileDocuments))(
    '%s: the same answer over WebSocket and events',
    async (_name, query) => {
      const answers = await askOverSocket(app.url, owner, query);
      expect(answers.length).toBeGreaterThan(0);
      expect(answers.map(({ code }) => code)).not.toContain('INTERNAL_SERVER_ERROR');
      expect(await askOverEvents(app.url, owner, query)).toEqual(answers);
    },
  );

  // A document that only executing could refuse is refused on HTTP for being a subscription.
  const sameAsQuery = Object.entries(hostileDocuments).filter(
    ([name]) => !/^(an id|two root|an unknown type)/.test(name),
  );
  it.each(sameAsQuery)('%s: HTTP agrees', async (_name, query) => {
    expect(await askOverHttp(owner, query)).toEqual(await askOverSocket(app.url, owner, query));
  });

  it('answers a limit with 400 and the contract’s code', async () => {
    const { status, errors } = await owner.query(`{ ${'a: viewer { user { id } } '.repeat(101)} }`);
    expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  });

  it('sends subscriptions to streams, and everything else to HTTP', async () => {
    const subscription = await owner.query('subscription { operationRun(id: 1) { id } }');
    expect([subscription.status, subscription.errors?.[0]?.extensions]).toEqual([
      400,
      { code: 'BAD_USER_INPUT', field: 'query' },
    ]);
    const mutation = 'mutation { startVerification(input: { tenantId: 1 }) { result } }';
    const [refusal] = await askOverSocket(app.url, owner, mutation);
    expect(refusal?.code).toBe('BAD_USER_INPUT');
    expect(await askOverEvents(app.url, owner, mutation)).toEqual([refusal]);
  });

  it.each(['/graphql', '/graphql/stream'])('refuses batches and large bodies at %s', async (path) => {
    const post = async (body: string) => {
      const headers = { 'content-type': 'application/json', ...owner.headers };
      const response = await fetch(`${app.url}${path}`, { method: 'POST', headers, body });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      return [response.status, errors[0]?.extensions.code];
    };
    const one = { query: '{ viewer { user { id } } }' };
    expect(await post(JSON.stringify([one, one]))).toEqual([400, 'QUERY_TOO_COMPLEX']);
    expect(await post(JSON.stringify({ ...one, variables: { x: 'x'.repeat(2 ** 20) } }))).toEqual([
      413,
      'QUERY_TOO_COMPLEX',
    ]);
  });

  it('closes a socket for a message that is too large', async () => {
    await using socket = await openSocket(app.url, owner.headers);
    await socket.next();
    socket.send({ id: '1', type: 'subscribe', payload: { query: `# ${'x'.repeat(2 ** 16)}` } });
    expect(await socket.closed).toBe(1009);
  });

  it('carries 20 operations on a socket, and says so to the next', async () => {
    await using socket = await openSocket(app.url, owner.headers);
    await socket.next();
    const variables = { id: await app.tenantId('healthy') };
    const query = 'subscription ($id: ID!) { tenantVerification(tenantId: $id) { id } }';
    for (let id = 1; id <= 21; id += 1)
      socket.send({ id: `${id}`, type: 'subscribe', payload: { query, variables } });
    const messages = [];
    while (messages.length < 21) messages.push(await socket.next());
    const errors = messages.filter(({ type }) => type === 'error');
    expect(errors).toMatchObject([
      { id: '21', payload: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } }] },
    ]);
  });

  it('closes with 4401 without credentials and refuses pages of others', async () => {
    await using socket = await openSocket(app.url, {});
    expect(await socket.closed).toBe(4401);
    await expect(openSocket(app.url, { ...owner.headers, origin: 'https://evil.example' })).rejects.toThrow(
      '403',
    );
    const stream = await fetch(`${app.url}/graphql/stream?query=x`, {
      headers: { ...owner.headers, origin: 'https://evil.example' },
    });
    expect(stream.status).toBe(403);
  });

  it('shows a run live to curl', async () => {
    const { data } = await owner.query(
      'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }',
      { id: await app.tenantId('healthy') },
    );
    const body = JSON.stringify({ query: followRun, variables: { id: data.startVerification.run.id } });
    const { stdout } = await promisify(execFile)('curl', [
      ...['-sN', `${app.url}/graphql/stream`, '-H', 'content-type: application/json'],
      ...['-H', `cookie: ${owner.headers['cookie'] ?? ''}`, '-d', body],
    ]);
    const frames = stdout.split('\n\n').filter((frame) => frame.startsWith('event:'));
    expect(frames.at(0)).toMatch(/^event: next\ndata: \{"data":\{"operationRun":/);
    expect(frames.at(-2)).toContain('"status":"COMPLETED","outcome":"SUCCEEDED"');
    expect(frames.at(-1)).toBe('event: complete\nid: complete\ndata:');
  });
});

describe('a process with limits, in production, with a list of operations', () => {
  let app: TestApp;
  let folder: string;
  const listed = '{ viewer { user { displayName } } }';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'operations-'));
    const persistedOperations = join(folder, 'operations.json');
    await writeFile(
      persistedOperations,
      JSON.stringify({ a: listed, b: followRun, c: getIntrospectionQuery() }),
    );
    const policy = {
      ...testConfig().policy,
      isProduction: true,
      viewerPerMinute: 30,
      anonymousPerMinute: 10,
      streamsPerViewer: 3,
      persistedOperations,
    };
    app = await startTestApp({ policy });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it('answers what is listed and nothing else, on every transport', async () => {
    const owner = await app.as('owner');
    expect((await owner.query(listed)).data.viewer.user.displayName).toBe('Olivia Owner');
    const unlisted = followRun.replace('operationRun(', 'other: operationRun(');
    const refusal = [{ code: 'FORBIDDEN', message: 'This server only accepts persisted operations.' }];
    expect(await askOverHttp(owner, unlisted)).toEqual(refusal);
    expect(await askOverSocket(app.url, owner, unlisted)).toEqual(refusal);
    expect(await askOverEvents(app.url, owner, unlisted)).toEqual(refusal);
  });

  it('hides the schema from strangers', async () => {
    const stranger = await anonymous(app.url).query(getIntrospectionQuery());
    expect([stranger.status, stranger.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    const manager = await app.as('manager');
    expect((await manager.query(getIntrospectionQuery())).data.__schema).toBeDefined();
  });

  it('bounds the streams of a viewer, sockets and events together', async () => {
    const reader = await app.as('readonly');
    await using stack = new AsyncDisposableStack();
    for (let open = 0; open < 3; open += 1) await stack.use(await openSocket(app.url, reader.headers)).next();
    await using fourth = await openSocket(app.url, reader.headers);
    expect(await fourth.closed).toBe(1013);
    const events = await fetch(`${app.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...reader.headers },
      body: JSON.stringify({ query: followRun, variables: { id: '1' } }),
    });
    expect([events.status, events.headers.get('retry-after')]).toEqual([429, '1']);
  });

  it('limits a viewer by the minute, whatever is asked over', async () => {
    const operator = await app.as('operator');
    await using socket = await openSocket(app.url, operator.headers);
    await socket.next();
    let answer = await operator.query(listed);
    for (let asked = 1; asked < 100 && answer.status === 200; asked += 1)
      answer = await operator.query(listed);
    expect([answer.status, answer.errors?.[0]?.extensions]).toEqual([
      429,
      // Two seconds on a fast machine; on a slow one a part of them has passed.
      { code: 'RATE_LIMITED', retryAfterSeconds: expect.toBeOneOf([1, 2]) },
    ]);
    expect(await askOn(socket, followRun)).toMatchObject([{ code: 'RATE_LIMITED' }]);
    await using another = await openSocket(app.url, operator.headers);
    expect(await another.closed).toBe(1013);
  });

  it('limits strangers and those with wrong credentials by address', async () => {
    const wrong = createApiClient(app.url, { authorization: 'Bearer ta_nonsense' });
    const statuses = new Set<number>();
    for (let asked = 0; asked < 20; asked += 1) statuses.add((await wrong.query(listed)).status);
    expect([...statuses]).toContain(429);
    expect((await anonymous(app.url).query(listed)).status).toBe(429);
  });
});
