import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { documents } from '../../../cli/documents.ts';
import { createSafelist, loadSafelist, toListed } from '../../../server/graphql/policy/safelist.ts';
import { startTestApp, testConfig, webRoot, type TestApp } from '../../support/test-app.ts';

const who = 'query Who { viewer { user { displayName } } }';
const follow = 'subscription Follow($id: ID!) { operationRun(id: $id) { id } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
let file: string;
let app: TestApp;
let headers: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'persisted-'));
  file = path.join(folder, 'operations.json');
  await writeFile(file, JSON.stringify({ [`sha256:${hashOf(who)}`]: who, follow }));
  app = await startTestApp({ policy: { ...testConfig().policy, persistedOperations: file } });
  headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${await app.token('operator')}`,
  };
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}
const post = async (body: object, url = app.url, sent = headers): Promise<Answer> => {
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: sent, body: JSON.stringify(body) });
  return (await answer.json()) as Answer;
};
const get = async (search: Record<string, string>): Promise<Answer> => {
  const answer = await fetch(`${app.url}/graphql?${new URLSearchParams(search).toString()}`, { headers });
  return (await answer.json()) as Answer;
};
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions?.code;
const ophelia = { data: { viewer: { user: { displayName: 'Ophelia Operator' } } } };
const byApollo = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
});

describe('with a list, an operation is answered that is named', () => {
  it.each([
    ['by documentId, as the client preset sends it', { documentId: `sha256:${hashOf(who)}` }],
    ['by documentId without a prefix', { documentId: hashOf(who) }],
    ['by doc_id, as Relay sends it', { doc_id: hashOf(who), variables: {} }],
    ['by the hash, as Apollo sends it', byApollo(who)],
    ['by its text', { query: who }],
    ['by its text with the hash, as Apollo sends it after a miss', { query: who, ...byApollo(who) }],
  ])('%s', async (_how, body) => {
    expect(await post(body)).toEqual(ophelia);
  });

  it('by GET, in all three ways', async () => {
    expect(await get({ documentId: hashOf(who) })).toEqual(ophelia);
    expect(await get({ doc_id: hashOf(who) })).toEqual(ophelia);
    expect(await get({ extensions: JSON.stringify(byApollo(who).extensions) })).toEqual(ophelia);
  });

  it('by its text with the __typename that caches add, and in another layout', async () => {
    const { data } = await post({
      query: 'query Who {\n  viewer {\n    user { displayName __typename } __typename } }',
    });
    expect(data).toEqual({
      viewer: { user: { displayName: 'Ophelia Operator', __typename: 'User' }, __typename: 'Viewer' },
    });
  });

  it('over event streams and WebSockets', async () => {
    const stream = await fetch(`${app.url}/graphql/stream`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ documentId: 'follow', variables: { id: 'run_1' } }),
    });
    expect(await firstEvent(stream)).toContain('"id":"run_1"');
    expect(await overSocket({ query: '', extensions: { persistedQuery: 'follow' } })).toMatchObject({
      type: 'next',
      payload: { data: { operationRun: { id: 'run_1' } } },
    });
    expect(await overSocket({ query: '', extensions: { persistedQuery: 'unknown' } })).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
  });
});

it('Apollo Client with its link for hashes gets its answer, although it adds __typename', async () => {
  const http = new HttpLink({ uri: `${app.url}/graphql`, headers });
  const link = new PersistedQueryLink({ sha256: hashOf }).concat(http);
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const { data } = await client.query({ query: parse(who) });
  expect(data).toMatchObject(ophelia.data);
});

describe('with a list, nothing else is answered', () => {
  it('not another text, also with the hash of one that is listed', async () => {
    const other = '{ viewer { user { email } } }';
    expect(codeOf(await post({ query: other }))).toBe('FORBIDDEN');
    expect(codeOf(await post({ query: other, ...byApollo(who) }))).toBe('FORBIDDEN');
    expect(codeOf(await post({ query: 'query Who { viewer { user { displayName: email } } }' }))).toBe(
      'FORBIDDEN',
    );
  });

  it('an unknown id is told by the code on which Apollo sends the text', async () => {
    for (const body of [{ documentId: 'x' }, { doc_id: 'x' }, byApollo('{ x }')])
      expect(codeOf(await post(body))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(codeOf(await get({ documentId: 'x' }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

it('without a list, an id is told by the code on which Apollo stops sending it', async () => {
  await using plain = await startTestApp();
  const sent = { ...headers, authorization: `Bearer ${await plain.token('operator')}` };
  expect(codeOf(await post(byApollo(who), plain.url, sent))).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  expect(await post({ query: who, ...byApollo(who) }, plain.url, sent)).toEqual(ophelia);
});

it('what the viewer and the command line send is on every list', async () => {
  const list = await loadSafelist(file, webRoot(), []);
  const cache = new InMemoryCache();
  const ofViewer = JSON.parse(await readFile(path.join(webRoot(), 'operations.json'), 'utf8')) as string[];
  const sent = ofViewer.map((text) => print(cache.transformDocument(parse(text))));
  expect(sent.length).toBeGreaterThan(20);
  for (const text of [...sent, ...Object.values(documents)])
    expect([text, list?.has(text)]).toEqual([text, true]);
});

it('the list is read as each tool writes it', () => {
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'abc', name: 'Who', type: 'query', body: who }],
  };
  expect(createSafelist(toListed(manifest)).find('abc')).toBe(who);
  expect(createSafelist(toListed({ '1f0c': who })).find('1f0c')).toBe(who);
  expect(createSafelist(toListed([who])).find(hashOf(who))).toBe(who);
  for (const none of [
    {},
    [],
    null,
    'x',
    { a: 1 },
    { format: 'apollo-persisted-query-manifest', operations: [{ id: 'a' }] },
  ])
    expect(() => toListed(none)).toThrow('it is not a list of documents');
});

async function firstEvent({ body }: Response): Promise<string> {
  let text = '';
  for await (const chunk of body ?? []) {
    text += new TextDecoder().decode(chunk as Uint8Array);
    if (text.includes('event: next')) break;
  }
  return text;
}

async function overSocket(payload: object): Promise<unknown> {
  const socket = new WebSocket(`${app.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const read = async () => JSON.parse(String(((await once(socket, 'message')) as [Buffer])[0])) as unknown;
  const { authorization } = headers;
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  await read();
  const answer = read();
  const subscription = { id: '1', type: 'subscribe', payload: { variables: { id: 'run_1' }, ...payload } };
  socket.send(JSON.stringify(subscription));
  const first = await answer;
  socket.terminate();
  return first;
}
