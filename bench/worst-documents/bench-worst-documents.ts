import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createClient } from '../../db/engine/client.ts';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import { buildSchema } from '../../schema/build.ts';
import { startApp } from '../../server/app.ts';
import { limits } from '../../server/graphql/policy/limits.ts';
import { createLog } from '../../server/log.ts';
import { fileURLToPath } from 'node:url';
import { signIn } from '../../tests/support/api-client.ts';
import { startTestCluster } from '../../tests/support/cluster.ts';
import { testConfig } from '../../tests/support/test-app.ts';
import { makeDocuments } from './random-documents.ts';

const documentCount = 1_000;
/** The dearest of them are asked for once; what takes most of what it may is then measured. */
const triedCount = 200;
const worstCount = 20;
/** Of each the smallest counts: other programs on the machine only ever add. */
const rounds = 3;
/** ms, MB. */
const goal = { delay: 200, memory: 100 };
const seed = 1;
/** A large workspace: pages of 100 are full at every level. */
const tenantCount = 300;
const runsPerTenant = 20;

/**
 * How long the worst documents that are let in keep everyone else waiting, and what they take. Random documents, priced
 * just below the limit; the heaviest of the dearest are asked for alone, several times. Machines differ and are busy, so
 * a fixed piece of work is timed beside each.
 */
export async function benchWorstDocuments(): Promise<readonly object[]> {
  await using stack = new AsyncDisposableStack();
  const { connection } = stack.use(await startTestCluster());
  await migrateDatabase(connection);
  const config = testConfig({ roles: new Set(['api']) });
  const webRoot = fileURLToPath(new URL('../../dist/web', import.meta.url));
  const app = stack.use(await startApp({ config, connection, log: createLog('error'), webRoot }));
  const url = `http://127.0.0.1:${app.address?.port}`;
  const { headers } = stack.use(await signIn(url, 'owner@northwind.example'));
  const sql = createClient({ connection, maxConnections: 1, applicationName: 'bench' });
  stack.defer(() => sql.end());
  const ids = await fill(sql);
  const documents = makeDocuments(buildSchema(), ids, documentCount, seed);
  const dearest = documents.toSorted((a, b) => b.cost - a.cost).slice(0, triedCount);
  const tried = [];
  for (const { text, cost } of dearest) tried.push({ text, cost, seen: await ask(url, headers, text) });
  const worst = tried.toSorted((a, b) => shareOfGoal(b.seen) - shareOfGoal(a.seen)).slice(0, worstCount);
  const rows = [];
  for (const { text, cost } of worst) {
    const seen = [];
    for (let round = 0; round < rounds; round += 1) seen.push(await ask(url, headers, text));
    rows.push({ cost, ...smallest(seen) });
  }
  return rows.map((row) => ({ ...row, 'limit cost': limits.cost, of: documents.length }));
}

type Measured = Readonly<Record<keyof Awaited<ReturnType<typeof ask>>, number>>;

function shareOfGoal(seen: Measured): number {
  return Math.max(seen['loop delay ms'] / goal.delay, seen['memory MB'] / goal.memory);
}

function smallest(seen: readonly Measured[]): Measured {
  const least = (name: keyof Measured) => Math.min(...seen.map((one) => one[name]));
  return {
    status: least('status'),
    'answer KB': least('answer KB'),
    'took ms': least('took ms'),
    'loop delay ms': least('loop delay ms'),
    'memory MB': least('memory MB'),
    'calibration ms': least('calibration ms'),
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function fill(
  sql: ReturnType<typeof createClient>,
): Promise<{ workspaceId: string; tenantId: string }> {
  const [model] = await sql`select r.tenant_id, r.workspace_id from operation_runs r
    join tenants t on t.id = r.tenant_id where t.external_id = 'healthy' limit 1`;
  const workspaceId = String(model?.['workspace_id']);
  await sql`insert into tenants (workspace_id, name, status, external_id)
    select ${workspaceId}, 'Bench tenant ' || n, 'active', 'bench-' || n from generate_series(1, ${tenantCount}) n`;
  await sql`insert into operation_runs (workspace_id, tenant_id, type, status, outcome, context, created_at, completed_at)
    select t.workspace_id, t.id, r.type, r.status, r.outcome, r.context, r.created_at, r.completed_at
    from tenants t, generate_series(1, ${runsPerTenant}) n,
      (select * from operation_runs where tenant_id = ${String(model?.['tenant_id'])} order by id limit 1) r
    where t.external_id like 'bench-%'`;
  return { workspaceId, tenantId: String(model?.['tenant_id']) };
}

async function ask(url: string, headers: Readonly<Record<string, string>>, query: string) {
  collectGarbage();
  const calibrationMs = calibrate();
  const before = process.memoryUsage().rss;
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const startedAt = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    // A connection that has waited through the calibration may just be closing.
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: JSON.stringify({ query }),
  });
  let bytes = 0;
  if (response.body !== null) for await (const chunk of response.body) bytes += (chunk as Uint8Array).length;
  const tookMs = performance.now() - startedAt;
  // A turn, so that the last delay is counted.
  await delay(20);
  loop.disable();
  return {
    status: response.status,
    'answer KB': Math.round(bytes / 1_024),
    'took ms': Math.round(tookMs),
    'loop delay ms': Math.round(loop.max / 1e6),
    'memory MB': Math.round((process.memoryUsage().rss - before) / 2 ** 20),
    'calibration ms': Math.round(calibrationMs),
  };
}

/** Plain work without allocation. */
function calibrate(): number {
  const startedAt = performance.now();
  let sum = 0;
  for (let step = 0; step < 100_000_000; step += 1) sum = (sum + step) | 0;
  return performance.now() - startedAt + sum * 0;
}
