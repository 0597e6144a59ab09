import type postgres from 'postgres';

export const tenantCount = 2_000;
/** The first of them have a long history: some 600 runs each. */
const busyTenants = 150;

/**
 * A database as it looks after years, so that PostgreSQL plans as it would then: one workspace with 2,000 tenants and
 * 100,000 runs, and a small one beside it. Written past triggers and foreign keys, which is 5 times faster.
 */
export async function fillDatabase(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local synchronous_commit = off`;
    await fillPeople(tx);
    await fillTenants(tx);
    await fillRuns(tx);
    await fillTheRest(tx);
    await fillBackups(tx);
  });
  await sql`select refresh_tenant_standing((select array_agg(id) from tenants))`;
  await sql`insert into tenant_days (tenant_id, workspace_id, day, overall, operation_run_id)
    select id, workspace_id, date '2026-01-01' + n, 'ready', n from tenants cross join generate_series(1, 100) n`;
  await sql`vacuum analyze`;
}

async function fillPeople(tx: postgres.TransactionSql): Promise<void> {
  await tx`insert into workspaces (name, slug) values ('Large', 'large'), ('Small', 'small')`;
  await tx`insert into users (display_name, email) select 'Person ' || n, 'p' || n || '@example.com'
    from generate_series(1, 200) n`;
  await tx`insert into workspace_memberships (workspace_id, user_id, role)
    select 1, n, case when n = 1 then 'owner' else 'operator' end::workspace_role from generate_series(1, 200) n
    union all select 2, 1, 'owner'::workspace_role`;
  await tx`insert into api_tokens (user_id, workspace_id, name, token_hash, prefix)
    select 1 + n % 200, 1, 'Token', sha256(n::text::bytea), 'ta_' from generate_series(1, 400) n`;
}

async function fillTenants(tx: postgres.TransactionSql): Promise<void> {
  await tx`insert into tenants (workspace_id, name, status, tenant_id)
    select case when n % 100 = 0 then 2 else 1 end, 'Contoso ' || md5(n::text), 'active', gen_random_uuid()::text
    from generate_series(1, ${tenantCount}::int) n`;
  await tx`insert into tenant_memberships (tenant_id, user_id, role)
    select t.id, 2 + (t.id + n) % 190, 'operator'::workspace_role from tenants t cross join generate_series(1, 3) n`;
  await tx`insert into provider_connections (workspace_id, tenant_id, entra_tenant_id, display_name, is_default, status)
    select workspace_id, id, tenant_id, 'Microsoft', true, 'connected' from tenants`;
  await tx`insert into provider_credentials (provider_connection_id, client_id, payload, key_id)
    select id, 'client', decode(repeat('01', 40), 'hex'), 'test' from provider_connections`;
  await tx`insert into tenant_permissions (tenant_id, provider_connection_id, permission, required_for, granted, state, checked_at)
    select tenant_id, id, 'Permission.' || n, 'reading', true, 'effective', now()
    from provider_connections cross join generate_series(1, 15) n`;
  await tx`insert into tenant_onboarding_sessions (workspace_id, tenant_id, status, current_step)
    select workspace_id, id, 'completed', 'complete' from tenants cross join generate_series(1, 3)`;
}

/** Nine of ten are verifications; one of a hundred has failed, one of a thousand was cancelled, forty are under way. */
async function fillRuns(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    insert into operation_runs (workspace_id, tenant_id, type, status, outcome, trigger, provider_connection_id, initiator_user_id,
      report_overall, report_counts, context, started_at, created_at, completed_at, report_digest)
    select workspace_id, tenant_id, type, case when is_open then 'running' else 'completed' end,
      case when is_open then 'pending' else outcome end,
      case when n % 1000 = 5 then 'consent' when n % 3 = 0 then 'user' else 'schedule' end, tenant_id, 1 + n % 150,
      case when report is not null then case when outcome = 'succeeded' then 'ready' else 'blocked' end end,
      '{"total": 2}', case when report is null then '{}' else jsonb_build_object('verification_report', report) end,
      at, at, case when not is_open then at end, md5(report::text)
    from (select n, t.id as tenant_id, t.workspace_id, n > 99960 as is_open, now() - (100000 - n) * interval '1 minute' as at,
        case when n % 10 < 9 then 'provider.connection.check' when n % 20 < 10 then 'entra.groups.sync' else 'inventory.sync' end as type,
        case when n % 1000 = 7 then 'cancelled' when n % 100 = 3 then 'failed' when n % 3 = 0 then 'blocked' else 'succeeded' end as outcome
      from generate_series(1, 100000) n
      join tenants t on t.id = case when n % 10 < 9 then 1 + n % ${busyTenants} else 1 + n % ${tenantCount} end) run
    cross join lateral (select case when type = 'provider.connection.check' then jsonb_build_object(
      'summary', jsonb_build_object('overall', case when outcome = 'succeeded' then 'ready' else 'blocked' end),
      'checks', jsonb_build_array(jsonb_build_object('key', 'token.acquire', 'status', 'fail', 'blocking', true,
        'reason_code', 'credential.secret_expired', 'evidence', '[]'::jsonb))) end as report) given`;
  await tx`insert into operation_run_events (run_id, seq, kind, message)
    select id, n, 'started', 'Started.' from operation_runs cross join generate_series(1, 3) n where id % 3 = 0`;
  await tx`insert into verification_check_acknowledgements (operation_run_id, check_key, reason, acknowledged_by_user_id, evidence_hash)
    select id, 'token.acquire', 'Known.', 1, repeat('0', 64) from operation_runs where id % 20 = 0`;
}

async function fillTheRest(tx: postgres.TransactionSql): Promise<void> {
  await tx`insert into findings (workspace_id, tenant_id, provider_connection_id, operation_run_id, kind, external_id,
      change, title, severity, status, fingerprint, acknowledged_by_user_id, acknowledged_at, acknowledgement_reason)
    select t.workspace_id, t.id, t.id, n, 'groups', n::text, 'changed', 'Changed', (array['low', 'medium', 'high'])[1 + n % 3],
      case when n % 50 = 0 then 'new' else 'acknowledged' end, encode(sha256(n::text::bytea), 'hex'),
      case when n % 50 <> 0 then 1 end, case when n % 50 <> 0 then now() end, case when n % 50 <> 0 then 'Known.' end
    from generate_series(1, 40000) n join tenants t on t.id = 1 + n % ${tenantCount}`;
  await tx`insert into inventory_items (tenant_id, provider_connection_id, kind, external_id, name, first_seen_at, last_seen_at)
    select 1 + n % 100, 1 + n % 100, (array['apps', 'groups', 'scripts'])[1 + n % 3], n::text, 'Item ' || md5(n::text), now(), now()
    from generate_series(1, 40000) n`;
  await tx`insert into schedules (workspace_id, operation_type, name, selector, cadence, at_local, time_zone, window_minutes, next_due_at)
    select 1, 'provider.connection.check', 'Nightly', '{"all": true}', 'daily', '02:00', 'UTC', 240, now() + interval '1 hour'
    from generate_series(1, 5)`;
  await tx`insert into schedule_runs (workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, status, reason_code,
      operation_run_id, started_at, ended_at)
    select t.workspace_id, 1 + night % 5, t.id, 'provider.connection.check', now() - night * interval '1 day', now(),
      case when t.id % 100 = 1 then 'skipped' else 'success' end, case when t.id % 100 = 1 then 'scope.busy' end,
      case when t.id % 100 <> 1 then 1 + (night * 2000 + t.id) % 100000 end, case when t.id % 100 <> 1 then now() end, now()
    from generate_series(1, 30) night cross join tenants t`;
  await tx`insert into schedule_dues (schedule_id, tenant_id, workspace_id, operation_type, due_at, start_at, closes_at)
    select 1, id, workspace_id, 'provider.connection.check', now(), now() + id * interval '1 minute', now() + interval '2 days'
    from tenants`;
  await tx`insert into events (workspace_id, kind, tenant_id, cause_key, severity, data, once_key, at)
    select t.workspace_id, 'tenant.not_ready', t.id, 'consent.missing', 'critical', '{}', 'filled ' || n, now()
    from generate_series(1, 40000) n join tenants t on t.id = 1 + n % ${tenantCount}`;
  await tx`insert into audit_entries (workspace_id, actor_user_id, action, subject_type, subject_id)
    select case when n % 50 = 0 then 2 else 1 end, 1 + n % 150, 'tenant.updated', 'tenant', 1 + n % ${tenantCount}
    from generate_series(1, 60000) n`;
  await tx`insert into verification_rechecks (tenant_id, provider_connection_id, attempt, due_at, reason_code)
    select id, id, 1, now() + interval '1 hour', 'permission.missing' from tenants where id % 10 = 0`;
}

/** A hundred tenants with 60 policies each, of which each has changed five times, and a set for each of 300 nights. */
async function fillBackups(tx: postgres.TransactionSql): Promise<void> {
  await tx`insert into backup_sets (tenant_id, connection_id, entra_tenant_id, seq, origin, kinds, completeness, taken_at, item_count)
    select t.id, t.id, t.tenant_id, n, 'scheduled', '[]', case when n % 3 = 0 then 'partial' else 'complete' end,
      now() - (300 - n) * interval '1 day', 60
    from tenants t cross join generate_series(1, 300) n where t.id <= 100`;
  await tx`insert into policies (tenant_id, entra_tenant_id, kind, external_id, name, first_seen_at, gone_at)
    select t.id, t.tenant_id, (array['groups', 'settings_catalog', 'compliance_policies'])[1 + n % 3], n::text,
      'Policy ' || md5(n::text), now(), case when n % 20 = 0 then now() end
    from tenants t cross join generate_series(1, 60) n where t.id <= 100`;
  await tx`insert into policy_versions (workspace_id, directory, kind, content_hash, normaliser_version, payload, secret_state, size_bytes)
    select 1, '', 'settings_catalog', encode(sha256(n::text::bytea), 'hex'), 1, '{}', 'none', 2 from generate_series(1, 10000) n`;
  await tx`insert into policy_spans (policy_id, version_id, assignments, assignments_hash, from_seq, from_at, to_seq)
    select p.id, 1 + (p.id * 5 + n) % 10000, '[]', encode(sha256(n::text::bytea), 'hex'), n * 50, now(),
      case when n < 5 then (n + 1) * 50 end
    from policies p cross join generate_series(1, 5) n`;
}
