import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import { createTestDatabase } from '../../support/template-database.ts';

/** What the database refuses, whoever writes: every case is one statement against a small valid world. */
let sql: postgres.Sql;

beforeAll(async () => {
  const { connection } = await createTestDatabase();
  sql = createClient({ connection, maxConnections: 4, applicationName: 'rules' });
  await sql.unsafe(world);
});
afterAll(async () => {
  await sql.end();
});

const guid = (digit: number) => `${digit}0000000-0000-4000-8000-000000000000`;
const hash = 'a'.repeat(64);
const failing = ['consent.app_roles', 'tenant.identity'].map((key) => ({
  key,
  status: 'fail',
  blocking: false,
}));
const report = JSON.stringify({
  verification_report: { summary: { overall: 'needs_attention', counts: { total: 2 } }, checks: failing },
});

const world = `
  insert into workspaces (name, slug) values ('One', 'one'), ('Two', 'two');
  insert into users (email, display_name) values ('a@one.example', 'A'), ('b@two.example', 'B');
  insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner'), (2, 2, 'owner');
  insert into tenants (workspace_id, name, tenant_id) values (1, 'T1', '${guid(1)}'), (1, 'T2', '${guid(2)}'), (2, 'T3', '${guid(1)}');
  insert into tenant_memberships (tenant_id, user_id, role) values (1, 1, 'operator');
  insert into provider_connections (workspace_id, tenant_id, entra_tenant_id, display_name, is_default)
    values (1, 1, '${guid(1)}', 'C1', true), (1, 1, '${guid(3)}', 'C2', false), (1, 2, '${guid(2)}', 'C3', true);
  insert into operation_runs (workspace_id, tenant_id, type, provider_connection_id) values (1, 1, 'provider.connection.check', 1);
  insert into operation_runs (workspace_id, tenant_id, type, status, outcome, completed_at, context)
    values (1, 1, 'provider.connection.check', 'completed', 'succeeded', now(), '${report}');
  insert into operation_run_events (run_id, seq, kind, message) values (1, 1, 'queued', 'Queued.');
  insert into audit_entries (workspace_id, action, subject_type, subject_id) values (1, 'test', 'tenant', 1);
  insert into user_sessions (user_id, token_hash, expires_at) values (1, decode(repeat('00', 32), 'hex'), now() + interval '1 hour');
  insert into verification_check_acknowledgements (operation_run_id, check_key, reason, acknowledged_by_user_id, evidence_hash)
    values (2, 'consent.app_roles', 'known', 1, '${hash}');
  insert into tenant_onboarding_sessions (workspace_id, tenant_id) values (1, 1);
  insert into schedules (workspace_id, operation_type, name, selector, cadence, at_local, time_zone, window_minutes, next_due_at)
    values (1, 'provider.connection.check', 'Nightly', '{"all": true}', 'daily', '02:00', 'UTC', 60, now());
  insert into schedule_runs (workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, status, reason_code, ended_at)
    values (1, 1, 1, 'provider.connection.check', '2026-11-30 02:00Z', '2026-11-30 03:00Z', 'skipped', 'scope.busy', now());
`;

const due = (schedule: number, tenant: number) =>
  `insert into schedule_dues (schedule_id, tenant_id, workspace_id, operation_type, due_at, start_at, closes_at)
    values (${schedule}, ${tenant}, 1, 'provider.connection.check', '2026-11-30 02:00Z', '2026-11-30 02:10Z', '2026-11-30 03:00Z')`;
const scheduleRun = (tenant: number, status: string, rest: string) =>
  `insert into schedule_runs (workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, status, reason_code,
      operation_run_id, started_at, ended_at)
    values (1, 1, ${tenant}, 'provider.connection.check', '2026-11-30 02:00Z', '2026-11-30 03:00Z', '${status}', ${rest})`;
const schedule = (columns: string, values: string) =>
  `insert into schedules (workspace_id, operation_type, name, selector, window_minutes, ${columns})
    values (1, 'provider.connection.check', 'S', '{}', 60, ${values})`;

const refusals: readonly (readonly [rule: string, constraint: string, statement: string])[] = [
  [
    'two workspaces with one slug',
    'workspaces_slug_unique',
    `insert into workspaces (name, slug) values ('X', 'one')`,
  ],
  [
    'a slug that is no slug',
    'workspaces_slug_shape',
    `insert into workspaces (name, slug) values ('X', 'Not a slug')`,
  ],
  [
    'a workspace in a time zone that there is not',
    'workspaces_time_zone_known',
    `update workspaces set time_zone = 'Europe/Atlantis'`,
  ],
  ['half a freeze', 'tenants_freeze_is_whole', `update tenants set frozen_until = now()`],
  [
    'a schedule in a time zone that there is not',
    'schedules_time_zone_known',
    schedule('cadence, at_local, time_zone, next_due_at', `'daily', '02:00', 'Mars/Olympus', now()`),
  ],
  [
    'an enabled schedule that is never due',
    'schedules_next_due_exactly_when_enabled',
    `update schedules set next_due_at = null`,
  ],
  [
    'a paused schedule that is due',
    'schedules_next_due_exactly_when_enabled',
    `update schedules set is_enabled = false`,
  ],
  [
    'a weekly schedule without days',
    'schedules_cadence_is_whole',
    schedule('cadence, at_local, time_zone, next_due_at', `'weekly', '02:00', 'UTC', now()`),
  ],
  [
    'every five hours, which divides no day',
    'schedules_every_hours_divides_a_day',
    schedule('cadence, every_hours, time_zone, next_due_at', `'hourly', 5, 'UTC', now()`),
  ],
  [
    'a time of day that no clock shows',
    'schedules_at_local_is_a_time',
    `update schedules set at_local = '24:00'`,
  ],
  ['a due beside its run', 'schedule_dues_no_run_yet', due(1, 1)],
  [
    'a second run of one due time',
    'schedule_runs_unique',
    scheduleRun(1, 'skipped', `'scope.busy', null, null, now()`),
  ],
  [
    'skipped with a run',
    'schedule_runs_skipped_exactly_without_a_run',
    scheduleRun(2, 'skipped', `'scope.busy', 1, now(), now()`),
  ],
  [
    'skipped for no reason',
    'schedule_runs_skipped_for_a_reason',
    scheduleRun(2, 'skipped', 'null, null, null, now()'),
  ],
  [
    'ended while running',
    'schedule_runs_ended_exactly_when_final',
    scheduleRun(2, 'running', 'null, 1, now(), now()'),
  ],
  [
    'a change of a final one',
    'schedule_runs_final',
    `update schedule_runs set reason_code = 'schedule.missed'`,
  ],
  ['the removal of one', 'schedule_runs_append_only', 'delete from schedule_runs'],
  ['a second row of ticks', 'schedule_ticks_one_row', 'insert into schedule_ticks values (2, now())'],
  [
    'a run started by nothing that is known',
    'operation_runs_trigger_known',
    `insert into operation_runs (workspace_id, tenant_id, type, trigger) values (1, 2, 'inventory.sync', 'moon')`,
  ],
  [
    'an email in other case',
    'users_email_unique',
    `insert into users (email, display_name) values ('A@ONE.example', 'X')`,
  ],
  [
    'two memberships of one person',
    'workspace_memberships_unique',
    `insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'readonly')`,
  ],
  [
    'a current tenant of another workspace',
    'workspace_memberships_current_tenant_of_workspace',
    `update workspace_memberships set current_tenant_id = 3 where id = 1`,
  ],
  [
    'a directory twice in a workspace',
    'tenants_workspace_tenant_id_unique',
    `insert into tenants (workspace_id, name, tenant_id) values (1, 'X', '${guid(1)}')`,
  ],
  ['a tenant status no one knows', 'tenants_status_known', `update tenants set status = 'gone' where id = 1`],
  [
    'a directory id that is no GUID',
    'tenants_tenant_id_guid',
    `update tenants set tenant_id = 'contoso.example' where id = 1`,
  ],
  [
    'a directory id in upper case',
    'tenants_tenant_id_guid',
    `update tenants set tenant_id = 'A0000000-0000-4000-8000-000000000000' where id = 1`,
  ],
  ['a tenant without a name', 'tenants_name_not_blank', `update tenants set name = '  ' where id = 1`],
  [
    'two tenant memberships of one person',
    'tenant_memberships_unique',
    `insert into tenant_memberships (tenant_id, user_id, role) values (1, 1, 'readonly')`,
  ],
  [
    'a connection to a directory twice',
    'provider_connections_directory_unique',
    `insert into provider_connections (workspace_id, tenant_id, entra_tenant_id, display_name) values (1, 1, '${guid(1)}', 'X')`,
  ],
  [
    'a second default connection',
    'provider_connections_default_unique',
    `update provider_connections set is_default = true where id = 2`,
  ],
  [
    'a connection in another workspace than its tenant',
    'provider_connections_tenant_of_workspace',
    `update provider_connections set workspace_id = 2 where id = 1`,
  ],
  [
    'a connection health no one knows',
    'provider_connections_health_known',
    `update provider_connections set health_status = 'fine' where id = 1`,
  ],
  [
    'a plain credential',
    'provider_credentials_payload_is_envelope',
    `insert into provider_credentials (provider_connection_id, client_id, payload, key_id) values (1, 'x', convert_to('{"clientSecret":"a secret in plain words"}', 'UTF8'), 'k')`,
  ],
  [
    'a second active run on a connection',
    'operation_runs_active_connection_unique',
    `insert into operation_runs (workspace_id, tenant_id, type, provider_connection_id) values (1, 1, 'inventory.sync', 1)`,
  ],
  [
    'a completed run that is pending',
    'operation_runs_completed_has_outcome',
    `insert into operation_runs (workspace_id, type, status, completed_at) values (1, 'inventory.sync', 'completed', now())`,
  ],
  [
    'a queued run with an outcome',
    'operation_runs_completed_has_outcome',
    `insert into operation_runs (workspace_id, type, outcome) values (1, 'inventory.sync', 'failed')`,
  ],
  [
    'a completed run without a time',
    'operation_runs_completed_has_time',
    `insert into operation_runs (workspace_id, type, status, outcome) values (1, 'inventory.sync', 'completed', 'failed')`,
  ],
  [
    'a running run that never started',
    'operation_runs_running_has_start',
    `insert into operation_runs (workspace_id, type, status) values (1, 'inventory.sync', 'running')`,
  ],
  [
    'a completed verification without a report',
    'operation_runs_completed_verification_has_report',
    `update operation_runs set status = 'completed', outcome = 'failed', completed_at = now() where id = 1`,
  ],
  [
    'a completed verification whose report is running',
    'operation_runs_completed_verification_has_report',
    `update operation_runs set status = 'completed', outcome = 'failed', completed_at = now(), context = '{"verification_report":{"summary":{"overall":"running"}}}' where id = 1`,
  ],
  [
    'a run of a tenant in another workspace',
    'operation_runs_tenant_of_workspace',
    `insert into operation_runs (workspace_id, tenant_id, type) values (2, 1, 'inventory.sync')`,
  ],
  [
    'a run over another tenant’s connection',
    'operation_runs_connection_of_tenant',
    `insert into operation_runs (workspace_id, tenant_id, type, provider_connection_id) values (1, 1, 'inventory.sync', 3)`,
  ],
  [
    'a change of a completed run',
    'operation_runs_completed_is_final',
    `update operation_runs set summary_counts = '{}' where id = 2`,
  ],
  [
    'a run that becomes another type',
    'operation_runs_identity_is_fixed',
    `update operation_runs set type = 'inventory.sync' where id = 1`,
  ],
  ['a changed event', 'operation_run_events_append_only', `update operation_run_events set message = 'X'`],
  ['a deleted event', 'operation_run_events_append_only', `delete from operation_run_events`],
  [
    'an event number twice',
    'operation_run_events_pkey',
    `insert into operation_run_events (run_id, seq, kind, message) values (1, 1, 'x', 'x')`,
  ],
  ['a changed audit entry', 'audit_entries_append_only', `update audit_entries set action = 'X'`],
  ['a truncated audit log', 'audit_entries_append_only', `truncate audit_entries`],
  [
    'a second acknowledgement of a check',
    'verification_check_acknowledgements_unique',
    `insert into verification_check_acknowledgements (operation_run_id, check_key, reason, acknowledged_by_user_id, evidence_hash) values (2, 'consent.app_roles', 'again', 1, '${hash}')`,
  ],
  [
    'an acknowledgement without a reason',
    'verification_check_acknowledgements_reason_given',
    `insert into verification_check_acknowledgements (operation_run_id, check_key, reason, acknowledged_by_user_id, evidence_hash) values (2, 'tenant.identity', ' ', 1, '${hash}')`,
  ],
  [
    'a second open onboarding session of a tenant',
    'tenant_onboarding_sessions_open_unique',
    `insert into tenant_onboarding_sessions (workspace_id, tenant_id) values (1, 1)`,
  ],
  [
    'a token hash that is no SHA-256',
    'user_sessions_hash_is_sha256',
    `insert into user_sessions (user_id, token_hash, expires_at) values (1, '\\x00', now())`,
  ],
];

describe('the database refuses', () => {
  it.each(refusals)('%s (%s)', async (_rule, constraint, statement) => {
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ constraint_name: constraint });
  });

  it('a run that goes back from running to queued', async () => {
    const attempt = sql.begin(async (tx) => {
      await tx`update operation_runs set status = 'running', started_at = now() where id = 1`;
      await tx`update operation_runs set status = 'queued' where id = 1`;
    });
    await expect(attempt).rejects.toMatchObject({ constraint_name: 'operation_runs_status_never_goes_back' });
  });
});

describe('the database keeps on its own', () => {
  it('the version: one more with every update, whatever the writer says', async () => {
    const [before] = await sql`select version from operation_runs where id = 1`;
    await sql`update operation_runs set version = 99 where id = 1`;
    const [after] = await sql`select version from operation_runs where id = 1`;
    expect(after?.['version']).toBe(Number(before?.['version']) + 1);
  });

  it('the copies of the report beside the document', async () => {
    const [row] =
      await sql`select report_overall, report_counts, report_intact from operation_runs where id = 2`;
    expect(row).toEqual({
      report_overall: 'needs_attention',
      report_counts: { total: 2 },
      report_intact: true,
    });
  });

  it('the access epoch: it moves with every change of who may see what, and with nothing else', async () => {
    const epoch = async () =>
      Number((await sql`select access_epoch from workspaces where id = 1`)[0]?.['access_epoch']);
    const moves: number[] = [];
    for (const statement of [
      `insert into tenant_memberships (tenant_id, user_id, role) values (2, 1, 'readonly')`,
      `update tenant_memberships set role = 'operator' where tenant_id = 2`,
      `delete from tenant_memberships where tenant_id = 2`,
      `insert into workspace_memberships (workspace_id, user_id, role) values (1, 2, 'readonly')`,
      `update workspace_memberships set current_tenant_id = 1 where user_id = 2 and workspace_id = 1`,
      `delete from workspace_memberships where user_id = 2 and workspace_id = 1`,
    ]) {
      const before = await epoch();
      await sql.unsafe(statement);
      moves.push((await epoch()) - before);
    }
    expect(moves).toEqual([1, 1, 1, 1, 0, 1]);
  });

  it('the run of a due time: with its birth the due goes', async () => {
    await sql.begin(async (tx) => {
      await tx.unsafe(due(1, 2));
      await tx.unsafe(scheduleRun(2, 'running', 'null, 1, now(), null'));
      expect(await tx`select from schedule_dues`).toHaveLength(0);
    });
  });

  it('an index under every foreign key', async () => {
    const bare = await sql`
      select conrelid::regclass::text as table, conname from pg_constraint c
      where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = any (c.conkey))`;
    expect([...bare]).toEqual([]);
  });
});

describe('entitled_tenants', () => {
  it('gives the weaker of two roles, everything to owners, and nothing to strangers', async () => {
    await sql.begin(async (tx) => {
      await tx`insert into users (email, display_name) values ('m@one.example', 'M')`;
      await tx`insert into workspace_memberships (workspace_id, user_id, role) select 1, id, 'manager' from users where email = 'm@one.example'`;
      await tx`insert into tenant_memberships (tenant_id, user_id, role) select 1, id, 'operator' from users where email = 'm@one.example'`;
      await tx`insert into tenant_memberships (tenant_id, user_id, role) select 3, id, 'owner' from users where email = 'm@one.example'`;
      const rows = await tx`
        select email, tenant_id::int, role from entitled_tenants join users on users.id = user_id order by email, tenant_id`;
      expect([...rows]).toEqual([
        { email: 'a@one.example', tenant_id: 1, role: 'owner' },
        { email: 'a@one.example', tenant_id: 2, role: 'owner' },
        { email: 'b@two.example', tenant_id: 3, role: 'owner' },
        { email: 'm@one.example', tenant_id: 1, role: 'operator' },
      ]);
    });
  });
});
