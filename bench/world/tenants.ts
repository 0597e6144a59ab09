import type { BenchDatabase } from './database.ts';
import { world } from './fill.ts';

export async function findWorkspace({ sql }: BenchDatabase): Promise<string> {
  const [workspace] = await sql<{ id: string }[]>`select id from workspaces where slug = ${world.slug}`;
  return String(workspace?.id);
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
    const removed = await tx<{ tenant_id: string | null }[]>`
      delete from operation_runs where status <> 'completed' returning tenant_id`;
    // A tenant's standing names its latest run, and the trigger that keeps it sleeps here like the others.
    await tx`select refresh_tenant_standing(${removed.map(({ tenant_id }) => tenant_id)}::bigint[])`;
  });
  await sql`vacuum analyze operation_runs`;
}
