import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { QueryClient } from '@tanstack/query-core';
import { Client as UrqlClient, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { buildClientSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { auditServer } from 'graphql-http';
import { GraphQLClient } from 'graphql-request';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import relay from 'relay-runtime';
import WebSocket from 'ws';

const run = promisify(execFile);
const who = '{ viewer { user { displayName } } }';
const ophelia = 'Ophelia Operator';
const world = `{ viewer { user { id displayName } workspaces { id name tenants(first: 3) { nodes {
  id name providerConnections { id displayName } latestVerification { id status } } } } } }`;
const follow = 'subscription ($id: ID!) { operationRun(id: $id) { id status } }';

/** Each with its defaults: only the address, the token, and what its own documentation asks for. */
export const tries = [
  {
    client: '@apollo/client',
    tried: 'a query with its cache, which then has a name for every thing',
    async run({ url, headers }) {
      const client = new ApolloClient({
        cache: new InMemoryCache(),
        link: new HttpLink({ uri: `${url}/graphql`, headers }),
      });
      const { data } = await client.query({ query: gql(world) });
      assertNames(data);
    },
  },
  {
    client: '@urql/core',
    tried: 'a query with its default options, which is a GET',
    async run({ url, headers }) {
      const fetchOptions = { headers };
      const client = new UrqlClient({ url: `${url}/graphql`, fetchOptions, exchanges: [fetchExchange] });
      const { data, error } = await client.query(who, {}).toPromise();
      assert.equal(error, undefined);
      assert.equal(data.viewer.user.displayName, ophelia);
    },
  },
  {
    client: '@urql/exchange-graphcache',
    tried: 'a query through the cache',
    async run({ url, headers }) {
      const exchanges = [cacheExchange({ keys: { Viewer: () => null } }), fetchExchange];
      const client = new UrqlClient({ url: `${url}/graphql`, fetchOptions: { headers }, exchanges });
      const { data, error } = await client.query(world, {}).toPromise();
      assert.equal(error, undefined);
      assertNames(data);
    },
  },
  {
    client: 'relay-compiler',
    tried: 'fragments with @connection, @refetchable and both paging directions, against schema.graphql',
    async run() {
      await run(process.execPath, ['node_modules/relay-compiler/cli.js', 'relay.config.json'], {
        cwd: import.meta.dirname,
      });
    },
  },
  {
    client: 'relay-runtime',
    tried: 'its store, read back: every name belongs to its own thing',
    async run({ url, headers }) {
      const { fetchQuery, Environment, Network, RecordSource, Store } = relay;
      const { default: request } = await import('./relay/src/__generated__/tenantsQuery.graphql.js');
      const environment = new Environment({
        network: Network.create(async ({ text }, variables) => {
          const body = JSON.stringify({ query: text, variables });
          const sent = { ...headers, 'content-type': 'application/json' };
          return await (await fetch(`${url}/graphql`, { method: 'POST', headers: sent, body })).json();
        }),
        store: new Store(new RecordSource()),
      });
      const { viewer } = await fetchQuery(environment, request, {}).toPromise();
      const source = environment.getStore().getSource();
      assert.equal(source.get(viewer.user.id).displayName, ophelia);
      assert.equal(source.get(viewer.workspaces[0].id).name, 'Northwind Managed Services');
      for (const id of source.getRecordIDs())
        if (/^[a-z]+_\d+$/.test(id)) assert.equal(source.get(id).__id, id);
    },
  },
  {
    client: 'graphql-request',
    tried: 'a query',
    async run({ url, headers }) {
      const { viewer } = await new GraphQLClient(`${url}/graphql`, { headers }).request(who);
      assert.equal(viewer.user.displayName, ophelia);
    },
  },
  {
    client: '@tanstack/query-core',
    tried: 'a query by graphql-request',
    async run({ url, headers }) {
      const queryFn = () => new GraphQLClient(`${url}/graphql`, { headers }).request(who);
      const { viewer } = await new QueryClient().fetchQuery({ queryKey: ['who'], queryFn });
      assert.equal(viewer.user.displayName, ophelia);
    },
  },
  {
    client: 'graphql-ws',
    tried: 'a subscription with { Authorization } in connection_init',
    async run({ url, headers: { Authorization }, runId }) {
      const client = createWsClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { Authorization },
      });
      for await (const { data } of client.iterate({ query: follow, variables: { id: runId } })) {
        assert.equal(data.operationRun.id, runId);
      }
      await client.dispose();
    },
  },
  {
    client: 'graphql-sse',
    tried: 'a subscription, which ends with the run',
    async run({ url, headers, runId }) {
      const client = createSseClient({ url: `${url}/graphql/stream`, headers });
      for await (const { data } of client.iterate({ query: follow, variables: { id: runId } })) {
        assert.equal(data.operationRun.id, runId);
      }
      client.dispose();
    },
  },
  {
    client: 'graphql',
    tried: 'introspection, and a document validated against it',
    async run({ url, headers }) {
      const found = await new GraphQLClient(`${url}/graphql`, { headers }).request(getIntrospectionQuery());
      assert.deepEqual(validate(buildClientSchema(found), parse(world)), []);
    },
  },
  {
    client: 'graphql-http',
    tried: 'its audit of GraphQL over HTTP',
    async run({ url, headers }) {
      const fetchFn = (address, init) =>
        fetch(address, {
          ...init,
          headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers },
        });
      const results = await auditServer({ url: `${url}/graphql`, fetchFn });
      assert.deepEqual(
        results.filter(({ status }) => status === 'error').map(({ name }) => name),
        [],
      );
    },
  },
  {
    client: 'curl',
    tried: 'curl -G with --data-urlencode',
    async run({ url, headers: { Authorization } }) {
      const header = `Authorization: ${Authorization}`;
      const query = ['--data-urlencode', `query=${who}`];
      const { stdout } = await run('curl', ['-sG', `${url}/graphql`, '-H', header, ...query]);
      assert.equal(JSON.parse(stdout).data.viewer.user.displayName, ophelia);
    },
  },
];

function assertNames({ viewer }) {
  assert.equal(viewer.user.displayName, ophelia);
  assert.equal(viewer.workspaces[0].name, 'Northwind Managed Services');
  assert.equal(viewer.workspaces[0].tenants.nodes.length, 3);
}
