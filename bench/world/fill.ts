import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import scenarios from '../../sandbox/scenarios.json' with { type: 'json' };
import { createKeyring, type Keyring } from '../../db/connections/envelope.ts';
import { createDatabase } from '../../db/engine/client.ts';
import type { DatabaseConnection } from '../../db/engine/sessions/address.ts';
import { sealCredential } from '../../flows/connections/open-credential.ts';
import { seedDemo } from '../../server/sign-in/demo.ts';

export type Sql = postgres.Sql;

/** The world that every benchmark measures in: one large workspace beside the demo's, with one owner and one token. */
export const world = {
  slug: 'bench',
  tenants: 1_000,
  owner: 'owner@northwind.example',
  token: `ta_${'b'.repeat(43)}`,
  /** As ENCRYPTION_KEYS of the processes that work in it. */
  key: { id: 'bench', key: Buffer.alloc(32, 7) },
} as const;

/** Rows of operation_runs in one statement: progress is said in between, and a broken fill costs no more than this. */
const batchRows = 20_000;

export async function fillWorld(
  sql: Sql,
  connection: DatabaseConnection,
  runs: number,
  say: (line: string) => void,
): Promise<void> {
  const keyring = createKeyring([world.key]);
  {
    await using database = createDatabase({ connection, maxConnections: 1, applicationName: 'bench-fill' });
    await seedDemo(database, keyring, new Date());
  }
  const workspaceId = await fillWorkspace(sql, keyring);
  for (let from = 1; from <= runs; from += batchRows) {
    await fillRuns(sql, workspaceId, { from, to: Math.min(runs, from + batchRows - 1), runs });
    if (from % (batchRows * 10) === 1 && from > 1) say(`  ${from - 1} of ${runs} runs`);
  }
  await sql`vacuum analyze operation_runs`;
  // The triggers that would have done it were off.
  await sql`select refresh_tenant_standing(array_agg(id)) from tenants where workspace_id = ${workspaceId}`;
  await fillOthers(sql, workspaceId, Math.ceil(runs / 10));
  await sql`vacuum analyze`;
}

async function fillWorkspace(sql: Sql, keyring: Keyring): Promise<number> {
  const [workspace] = await sql<{ id: string }[]>`
    insert into workspaces (name, slug) values ('Bench', ${world.slug}) returning id`;
  const workspaceId = Number(workspace?.id);
  await sql`
    insert into workspace_memberships (workspace_id, user_id, role)
    select ${workspaceId}, id, 'owner' from users where email = ${world.owner}`;
  await sql`
    insert into api_tokens (user_id, workspace_id, name, token_hash, prefix)
    select id, ${workspaceId}, 'bench', ${createHash('sha256').update(world.token).digest()}, 'ta_bbbbbb'
    from users where email = ${world.owner}`;
  await sql`
    insert into tenants (workspace_id, name, status, external_id)
    select ${workspaceId}, 'Tenant ' || to_char(n, 'FM00000'), 'active', 'bench-' || n
    from generate_series(1, ${world.tenants}) n`;
  await fillConnections(sql, keyring, workspaceId);
  return workspaceId;
}

/** Each tenant's connection leads to the demo's healthy directory, with a credential of its own. */
async function fillConnections(sql: Sql, keyring: Keyring, workspaceId: number): Promise<void> {
  const healthy = scenarios.find(({ name }) => name === 'healthy');
  if (healthy === undefined) throw new Error('The sandbox has no healthy directory.');
  const { tenantId: entraTenantId, clientId, clientSecret } = healthy;
  const connections = await sql<{ id: string }[]>`
    insert into provider_connections (workspace_id, tenant_id, entra_tenant_id, display_name, is_default, cloud)
    select workspace_id, id, ${entraTenantId}, 'Microsoft · ' || name, true, 'sandbox'
    from tenants where workspace_id = ${workspaceId} order by id returning id`;
  const sealed = connections.map(({ id }) =>
    sealCredential(
      keyring,
      { connectionId: Number(id), entraTenantId, cloud: 'sandbox', slot: 'in_use' },
      { type: 'client_secret', clientId, clientSecret },
    ),
  );
  await sql`
    insert into provider_credentials (provider_connection_id, client_id, payload, key_id)
    select id, ${clientId}, decode(payload, 'hex'), ${world.key.id}
    from unnest(${connections.map(({ id }) => id)}::bigint[],
      ${sealed.map(({ payload }) => payload.toString('hex'))}::text[]) as c (id, payload)`;
}

interface Batch {
  readonly from: number;
  readonly to: number;
  readonly runs: number;
}

/**
 * Three of four are verifications with the documents of the demo's own past verifications, the others syncs; a year of
 * them, a tenant's newest verification among the last. Triggers announce every run to listeners that are not there, so they
 * are off, and what they would have copied beside the document is copied here.
 */
async function fillRuns(sql: Sql, workspaceId: number, { from, to, runs }: Batch): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      with model as (
        select row_number() over (order by id) - 1 as n, count(*) over () as models, r.*
        from operation_runs r
        where r.type = 'provider.connection.check' and r.workspace_id <> ${workspaceId} and r.status = 'completed'),
      place as (
        select row_number() over (order by t.id) - 1 as n, t.id as tenant_id, c.id as connection_id
        from tenants t join provider_connections c on c.tenant_id = t.id where t.workspace_id = ${workspaceId}),
      owner as (select id from users where email = ${world.owner})
      insert into operation_runs (workspace_id, tenant_id, provider_connection_id, initiator_user_id, type, status, outcome,
        context, failure_summary, summary_counts, reason_code, report_overall, report_counts, report_digest, attempt,
        last_event_seq, created_at, started_at, completed_at)
      select ${workspaceId}, place.tenant_id, place.connection_id, owner.id,
        case when is_check then model.type when i % 8 = 3 then 'inventory.sync' else 'entra.groups.sync' end,
        'completed', case when is_check then model.outcome else 'succeeded' end,
        case when is_check then model.context else '{}' end,
        case when is_check then model.failure_summary else '[]' end, model.summary_counts,
        case when is_check then model.reason_code end, case when is_check then model.report_overall end,
        case when is_check then model.report_counts end, case when is_check then model.report_digest end, 1, 3,
        at, at, at + interval '4 seconds'
      from generate_series(${from}::bigint, ${to}::bigint) i
      cross join lateral (select i % 4 <> 3 as is_check,
        now() - interval '1 year' * (${runs}::bigint - i) / ${runs}::bigint - interval '1 minute' as at) kind
      join place on place.n = (i * 7919) % ${world.tenants}
      join model on model.n = (i * 31) % model.models
      cross join owner
      order by i`;
  });
}

/** What grows beside the runs: audit entries, and findings of the last run of each tenant. */
async function fillOthers(sql: Sql, workspaceId: number, count: number): Promise<void> {
  await sql`
    insert into audit_entries (workspace_id, actor_user_id, action, subject_type, subject_id, at)
    select ${workspaceId}, u.id, 'tenant.updated', 'tenant', t.id, now() - interval '1 minute' * (${count}::int - i)
    from generate_series(1, ${count}::int) i
    join (select row_number() over (order by id) - 1 as n, id from tenants where workspace_id = ${workspaceId}) t
      on t.n = i % ${world.tenants}
    cross join users u where u.email = ${world.owner}`;
  await sql`
    insert into findings (workspace_id, tenant_id, provider_connection_id, operation_run_id, kind, external_id, change,
      title, severity, fingerprint)
    select ${workspaceId}, r.tenant_id, r.provider_connection_id, r.id, 'compliance_policies', 'bench-' || i, 'changed',
      'Policy ' || i, (array['low', 'medium', 'high'])[1 + i % 3], encode(sha256(('bench-' || i)::bytea), 'hex')
    from generate_series(1, ${count}::int) i
    join (select row_number() over (order by tenant_id) - 1 as n, tenant_id, provider_connection_id, max(id) as id
      from operation_runs where workspace_id = ${workspaceId} group by 2, 3) r on r.n = i % ${world.tenants}`;
}
