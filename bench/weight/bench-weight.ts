import { setTimeout as delay } from 'node:timers/promises';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { round, type BenchOptions, type Row } from '../row.ts';
import { openDatabase } from '../world/database.ts';
import { world } from '../world/fill.ts';
import { script, startPeer, startProduct, type BenchProcess } from '../world/processes.ts';
import { weighAtRest } from './at-rest.ts';
import { heapOf } from './heap.ts';
import { listTenants } from '../world/tenants.ts';

/** So many sockets at once are being opened; more only make them wait for each other. */
const openingAtOnce = 100;
/** What a server does after a burst of connections is over by then (ms). */
const settleMs = 1_000;

/**
 * B7: heap per subscriber who waits, each with a socket of their own: ours, which watches a tenant's verification with
 * entitlement checked, against bare graphql-ws on an empty schema.
 */
export async function benchWeight(options: BenchOptions): Promise<readonly Row[]> {
  const { runs, smoke } = options;
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase(runs, console.error));
  const tenants = await listTenants(database);
  const count = smoke ? 50 : 2_000;
  const product = await startProduct(database, { roles: 'api', inspect: true }, stack);
  const bare = await startPeer(script('weight/bare.ts'), database, stack);
  const theirs = await weigh(bare, '', count, () => ({ query: 'subscription { tick }' }));
  const ours = await weigh(product, '/graphql', count, (index) => ({
    query: 'subscription ($id: ID!) { tenantVerification(tenantId: $id) { id version status outcome } }',
    variables: { id: tenants[index % tenants.length] },
  }));
  const ratio = round(ours / theirs);
  return [
    { id: 'B7', subject: 'graphql-ws, empty schema', figure: round(theirs, 1), unit: 'KiB a subscriber' },
    {
      id: 'B7',
      subject: 'TenantAtlas',
      figure: round(ours, 1),
      unit: 'KiB a subscriber',
      ratio,
      against: 'graphql-ws, empty schema',
      wanted: '≤ 1.5',
      ok: ratio <= 1.5,
    },
    ...(await weighAtRest(database, options)),
  ];
}

type Operation = (index: number) => { readonly query: string; readonly variables?: Record<string, unknown> };

async function weigh(
  process: BenchProcess,
  path: string,
  count: number,
  operation: Operation,
): Promise<number> {
  const url = `${process.url.replace(/^http/, 'ws')}${path}`;
  const clients: Client[] = [];
  const openSome = async (from: number, to: number) => {
    for (let index = from; index < to; index += openingAtOnce) {
      const batch = Math.min(openingAtOnce, to - index);
      clients.push(
        ...(await Promise.all(Array.from({ length: batch }, (_, i) => open(url, operation(index + i))))),
      );
    }
  };
  // The first ones bring code and caches with them.
  await openSome(0, openingAtOnce);
  await delay(settleMs);
  const before = await heapOf(process.inspector);
  await openSome(openingAtOnce, openingAtOnce + count);
  await delay(settleMs);
  const after = await heapOf(process.inspector);
  for (const client of clients) await client.dispose();
  return (after - before) / count / 1_024;
}

/** Resolves with the first event: the subscription stands. */
async function open(url: string, operation: ReturnType<Operation>): Promise<Client> {
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    lazy: false,
    connectionParams: { authorization: `Bearer ${world.token}` },
  });
  await new Promise<void>((resolve, reject) => {
    client.subscribe(operation, {
      next: ({ errors }) => (errors === undefined ? resolve() : reject(new Error(JSON.stringify(errors)))),
      error: (error) => reject(error instanceof Error ? error : new Error(JSON.stringify(error))),
      complete: () => undefined,
    });
  });
  return client;
}
