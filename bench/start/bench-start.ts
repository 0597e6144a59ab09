import { round, type BenchOptions, type Row } from '../row.ts';
import { findWorkspace, toLoadRows } from '../latest/bench-latest.ts';
import { openDatabase, type BenchDatabase } from '../world/database.ts';
import { world } from '../world/fill.ts';
import { loadInTurns, type Target } from '../world/load.ts';
import { script, startPeer, startProduct } from '../world/processes.ts';

const query =
  'mutation Start($id: ID!) { startVerification(input: { tenantId: $id }) { result run { id } } }';

/**
 * B2: verifications started per second, each of another tenant; no worker takes them. Ours against the same inserts in
 * one hand-written transaction. A round ends when every tenant has been started once.
 */
export async function benchStart({ runs, smoke }: BenchOptions): Promise<readonly Row[]> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase(runs, console.error));
  const tenants = await listTenants(database);
  const product = await startProduct(database, { roles: 'api' }, stack);
  const floor = await startPeer(script('start/floor.ts'), database, stack);
  const to = (name: string, process: Target['process']): Target => {
    let rest: string[] = [];
    return {
      name,
      process,
      path: '/graphql',
      headers: { authorization: `Bearer ${world.token}` },
      next: () => {
        const id = rest.pop();
        return id === undefined ? null : JSON.stringify({ query, variables: { id } });
      },
      reset: async () => {
        await removeStarts(database);
        rest = tenants.slice(0, smoke ? 20 : tenants.length);
      },
    };
  };
  const targets = [to('floor', floor), to('TenantAtlas', product)];
  const loads = await loadInTurns(targets, database, {
    connections: smoke ? 2 : 16,
    warmUpMs: smoke ? 20 : 300,
    roundMs: 60_000,
    rounds: smoke ? 1 : 5,
  });
  await removeStarts(database);
  const [floorLoad, ours] = loads;
  const ratio = round((ours?.perSecond ?? 0) / (floorLoad?.perSecond ?? 0));
  return [
    ...loads.flatMap(toLoadRows('B2', 'starts/s')),
    {
      id: 'B2',
      subject: `TenantAtlas, ${runs} runs`,
      figure: ours?.perSecond ?? 0,
      unit: 'starts/s',
      ratio,
      against: 'floor',
      wanted: '≥ 0.6',
      ok: ratio >= 0.6,
    },
  ];
}

export async function listTenants(database: BenchDatabase): Promise<string[]> {
  const workspaceId = await findWorkspace(database);
  const tenants = await database.sql<{ id: string }[]>`
    select id from tenants where workspace_id = ${workspaceId} order by id`;
  return tenants.map(({ id }) => id);
}

/** What a round has started, so that the next one finds the same database. Triggers would refuse. */
export async function removeStarts({ sql }: BenchDatabase): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from pgboss.job where name = 'provider.connection.check'`;
    await tx`
      delete from audit_entries where subject_type = 'operation_run'
        and subject_id in (select id from operation_runs where status <> 'completed')`;
    await tx`delete from operation_run_events where run_id in (select id from operation_runs where status <> 'completed')`;
    await tx`delete from operation_runs where status <> 'completed'`;
  });
  await sql`vacuum analyze operation_runs`;
}
