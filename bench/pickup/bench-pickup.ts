import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { median, quantile, round, type BenchOptions, type Row } from '../row.ts';
import { openDatabase, type BenchDatabase } from '../world/database.ts';
import { world } from '../world/fill.ts';
import { peer, startPeer, startProduct, startSandbox } from '../world/processes.ts';
import { findWorkspace, listTenants, removeStarts } from '../world/tenants.ts';

const startQuery = 'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }';
const watchQuery =
  'subscription ($id: ID!) { workspaceRuns(workspaceId: $id) { id version status outcome } }';

/** How long someone waits from the answer to their start until a subscriber sees the run `running` (ms). */
type PickUp = (tenantId: string) => Promise<number>;

/**
 * B4: from the committed start to a subscriber who sees the run `running`. Ours with API and worker in processes of their
 * own against graphile-worker doing the same work; one start at a time, in turns.
 */
export async function benchPickup({ runs, smoke }: BenchOptions): Promise<readonly Row[]> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase(runs, console.error));
  await removeStarts(database);
  const tenants = (await listTenants(database)).slice(0, smoke ? 3 : 100);
  const ours = await startOurs(database, stack);
  const theirs = await startTheirs(database, stack);
  const taken: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (const tenant of tenants) {
    taken.ours.push(await ours(tenant));
    taken.theirs.push(await theirs(tenant));
  }
  const row = (subject: string, figure: number): Row => ({
    id: 'B4',
    subject,
    figure: round(figure, 1),
    unit: 'ms',
  });
  const ratio = round(median(taken.ours) / median(taken.theirs));
  return [
    row('graphile-worker, median', median(taken.theirs)),
    row('graphile-worker, p90', quantile(taken.theirs, 0.9)),
    row('TenantAtlas, p90', quantile(taken.ours, 0.9)),
    {
      ...row('TenantAtlas, median', median(taken.ours)),
      ratio,
      against: 'graphile-worker',
      wanted: '≤ 2',
      ok: ratio <= 2,
    },
  ];
}

async function startOurs(database: BenchDatabase, stack: AsyncDisposableStack): Promise<PickUp> {
  const sandboxPort = await startSandbox(0, stack);
  const api = await startProduct(database, { roles: 'api' }, stack);
  await startProduct(database, { roles: 'worker', sandboxPort }, stack);
  const seen = createSightings();
  const headers = { authorization: `Bearer ${world.token}` };
  const client = createClient({
    url: `${api.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: headers,
  });
  stack.defer(() => client.dispose());
  const id = await findWorkspace(database);
  await new Promise<void>((resolve, reject) => {
    client.on('connected', () => resolve());
    client.subscribe<{ workspaceRuns: SeenRun }>(
      { query: watchQuery, variables: { id } },
      {
        next: ({ data }) => data && seen.see(data.workspaceRuns),
        error: reject,
        complete: () => undefined,
      },
    );
  });
  return async (tenantId) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: startQuery, variables: { id: tenantId } }),
    });
    const { data } = (await response.json()) as { data: { startVerification: { run: { id: string } } } };
    const committedAt = performance.now();
    const { id: runId } = data.startVerification.run;
    const tookMs = Math.max(0, (await seen.running(runId)) - committedAt);
    // The next start finds a worker with nothing to do, as theirs does.
    await seen.completed(runId);
    return tookMs;
  };
}

async function startTheirs(database: BenchDatabase, stack: AsyncDisposableStack): Promise<PickUp> {
  const { url } = await startPeer(peer('peers/graphile-worker.js'), database, stack);
  const seen = createSightings();
  const socket = new WebSocket(url.replace(/^http/, 'ws'));
  stack.defer(() => socket.terminate());
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('message', (data) => seen.see(JSON.parse((data as Buffer).toString()) as SeenRun));
  const { sql } = database;
  return async (tenantId) => {
    const [run] = await sql.begin(async (tx) => {
      const inserted = await tx<{ id: string }[]>`
        insert into operation_runs (workspace_id, tenant_id, type)
        select workspace_id, id, 'inventory.sync' from tenants where id = ${tenantId} returning id`;
      await tx`select graphile_worker.add_job('pick_up', json_build_object('runId', ${inserted[0]?.id ?? 0}::bigint))`;
      return inserted;
    });
    const committedAt = performance.now();
    return Math.max(0, (await seen.running(run?.id ?? '')) - committedAt);
  };
}

interface SeenRun {
  readonly id: string;
  readonly status: string;
}

/** When each run was first seen in a status; whoever asks later is told as well. */
function createSightings() {
  const times = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const when = (key: string) =>
    new Promise<number>((resolve) => {
      const at = times.get(key);
      if (at === undefined) waiting.set(key, resolve);
      else resolve(at);
    });
  const mark = (key: string) => {
    if (times.has(key)) return;
    const at = performance.now();
    times.set(key, at);
    waiting.get(key)?.(at);
  };
  return {
    see({ id, status }: SeenRun) {
      const isOver = status.toUpperCase() === 'COMPLETED';
      // Events may be merged: a run that is over has been running.
      if (isOver || status.toUpperCase() === 'RUNNING') mark(`${id} running`);
      if (isOver) mark(`${id} completed`);
    },
    running: (id: string) => when(`${id} running`),
    completed: (id: string) => when(`${id} completed`),
  };
}
