import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/** B7's limit: graphql-ws on a schema with one subscription that never says anything after its first event. */
const schema = buildSchema('type Query { a: Int } type Subscription { tick: Int }');

async function* tick() {
  yield { tick: 1 };
  await new Promise(() => undefined);
}

const server = createServer();
useServer({ schema, roots: { subscription: { tick } } }, new WebSocketServer({ server }));
server.listen(0, '127.0.0.1', () => console.log(`listening on ${(server.address() as AddressInfo).port}`));
