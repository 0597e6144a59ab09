import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { round, type BenchOptions, type Row } from '../row.ts';
import { findWorkspace } from '../latest/bench-latest.ts';
import { listTenants, removeStarts } from '../start/bench-start.ts';
import { cpuOf, cpuOfPostgres } from '../world/cpu.ts';
import { openDatabase, type BenchDatabase } from '../world/database.ts';
import { world } from '../world/fill.ts';
import { startProduct, startSandbox, type BenchProcess } from '../world/processes.ts';

const query = `mutation ($id: ID!, $tenantIds: [ID!]) {
  startWorkspaceVerification(input: { workspaceId: $id, tenantIds: $tenantIds }) { results { result } }
}`;

/** What Microsoft takes to answer (ms). */
const latencyMs = 50;
const lookEveryMs = 20;

/**
 * B5: a workspace's tenants verified against a Microsoft that answers in 50 ms. Ideal is the time of one verification
 * alone × tenants ÷ concurrency; what the machine's cores allow is the other limit.
 */
export async function benchSweep({ runs, smoke }: BenchOptions): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const concurrency of smoke ? [8] : [8, 32])
    rows.push(...(await sweep(runs, concurrency, smoke ? 8 : 500)));
  return rows;
}

async function sweep(runs: number, concurrency: number, count: number): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase(runs, console.error));
  await removeStarts(database);
  const sandboxPort = await startSandbox(latencyMs, stack);
  const api = await startProduct(database, { roles: 'api' }, stack);
  const worker = await startProduct(database, { roles: 'worker', sandboxPort, concurrency }, stack);
  const tenants = (await listTenants(database)).slice(0, count);
  await verify(database, api, tenants.slice(0, 1));
  const alone = await verify(database, api, tenants.slice(0, 1));
  const cpu = async () => ({
    api: await cpuOf(api.pid),
    worker: await cpuOf(worker.pid),
    postgres: await cpuOfPostgres(database.postmaster),
  });
  const before = await cpu();
  const all = await verify(database, api, tenants);
  const after = await cpu();
  const each = (part: keyof typeof before) => ((after[part] ?? 0) - (before[part] ?? 0)) / count;
  const cpuEach = each('api') + each('worker') + each('postgres');
  const ideal = (alone.tookMs * count) / concurrency;
  const limit = Math.max(ideal, (cpuEach * count) / availableParallelism());
  return toRows({ concurrency, count, alone, all, ideal, limit, cpuEach, each });
}

interface Sweep {
  readonly startedMs: number;
  readonly tookMs: number;
}

/** `startedMs`: until the mutation was answered; `tookMs`: until the last of these tenants' runs was over. */
async function verify(database: BenchDatabase, api: BenchProcess, tenantIds: string[]): Promise<Sweep> {
  const { sql } = database;
  const workspaceId = await findWorkspace(database);
  const startedAt = performance.now();
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${world.token}` },
    body: JSON.stringify({ query, variables: { id: workspaceId, tenantIds } }),
  });
  const text = await response.text();
  if (text.split('"STARTED"').length !== tenantIds.length + 1) throw new Error(text.slice(0, 500));
  const startedMs = performance.now() - startedAt;
  for (;;) {
    const [row] = await sql<{ active: boolean }[]>`
      select exists (select from operation_runs where status in ('queued', 'running')) as active`;
    if (row?.active === false) return { startedMs, tookMs: performance.now() - startedAt };
    await delay(lookEveryMs);
  }
}

interface Measured {
  readonly concurrency: number;
  readonly count: number;
  readonly alone: Sweep;
  readonly all: Sweep;
  readonly ideal: number;
  readonly limit: number;
  readonly cpuEach: number;
  readonly each: (part: 'api' | 'worker' | 'postgres') => number;
}

function toRows({ concurrency, count, alone, all, ideal, limit, cpuEach, each }: Measured): Row[] {
  const subject = `${count} tenants, concurrency ${concurrency}`;
  const row = (what: string, figure: number, unit: string): Row => ({
    id: 'B5',
    subject: what === '' ? subject : `${subject}: ${what}`,
    figure: round(figure, 1),
    unit,
  });
  // With few at once Microsoft is what is waited for; with many it may be the cores.
  const bound =
    concurrency <= 8
      ? { against: 'ideal', ms: ideal, most: 1.25 }
      : { against: 'ideal or cores', ms: limit, most: 1.2 };
  const ratio = round(all.tookMs / bound.ms);
  return [
    row('one alone', alone.tookMs, 'ms'),
    row('started in', all.startedMs, 'ms'),
    row('API', each('api'), 'CPU ms each'),
    row('worker', each('worker'), 'CPU ms each'),
    row('PostgreSQL', each('postgres'), 'CPU ms each'),
    { ...row('all', cpuEach, 'CPU ms each'), wanted: '≤ 40', ok: cpuEach <= 40 },
    {
      ...row('', all.tookMs, 'ms'),
      ratio,
      against: bound.against,
      wanted: `≤ ${bound.most}`,
      ok: ratio <= bound.most,
    },
  ];
}
