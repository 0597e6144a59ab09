import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { capabilities, roles, type Capability, type Role } from '../../../core/access/access.ts';
import { toBlockedChecks } from '../../../core/verification/checks/results.ts';
import { verificationType } from '../../../core/runs/operation-types.ts';
import { buildReport, type VerificationReport } from '../../../core/verification/report.ts';
import { guidOf, mark, type Rows } from './rows.ts';
import { toBackupRows } from './world-backup.ts';

const size = { workspaces: 3, users: 4, tenants: 6 } as const;

/** What is left to chance: who is what where, what tokens may do, who started what. null: not a member. */
export interface Plan {
  readonly workspaceRoles: readonly (Role | null)[];
  readonly tenantRoles: readonly (Role | null)[];
  readonly tokenScopes: readonly (readonly Capability[] | null)[];
  readonly initiators: readonly number[];
}

// One in three is not a member, one token in three is unrestricted.
const anyRole = fc.noBias(fc.option(fc.constantFrom(...roles), { freq: 3 }));
const someScopes = fc.noBias(fc.option(fc.subarray([...capabilities]), { freq: 3 }));

export const plans: fc.Arbitrary<Plan> = fc.record({
  workspaceRoles: exactly(size.users * size.workspaces, anyRole),
  tenantRoles: exactly(size.users * size.tenants, anyRole),
  tokenScopes: exactly(size.users * size.workspaces, someScopes),
  initiators: exactly(size.tenants, fc.nat(size.users - 1)),
});

function exactly<T>(length: number, item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: length, maxLength: length });
}

export interface Run {
  readonly id: number;
  readonly workspaceId: number;
  readonly tenantId: number | null;
  readonly initiatorId: number;
  /** Also of other tenants, which no real report holds: the edge behind it has to stand on its own. */
  readonly previousId: number | null;
}

export interface World {
  readonly workspaces: readonly number[];
  readonly users: readonly number[];
  readonly tenants: readonly { readonly id: number; readonly workspaceId: number }[];
  readonly connections: readonly {
    readonly id: number;
    readonly tenantId: number;
    readonly credentialId: number;
  }[];
  readonly runs: readonly Run[];
  /** Rows that only say whom they belong to: permissions, onboarding sessions, acknowledgements. */
  readonly ofTenants: readonly { readonly id: number; readonly tenantId: number }[];
  readonly sessions: readonly { readonly id: number; readonly tenantId: number }[];
  readonly findings: readonly { readonly id: number; readonly tenantId: number }[];
  readonly policies: readonly { readonly id: number; readonly tenantId: number }[];
  readonly backupSets: readonly { readonly id: number; readonly tenantId: number }[];
  readonly schedules: readonly { readonly id: number; readonly workspaceId: number }[];
  readonly scheduleRuns: readonly { readonly id: number; readonly tenantId: number }[];
  readonly events: readonly { readonly id: number; readonly workspaceId: number }[];
  readonly auditEntries: readonly {
    readonly id: number;
    readonly workspaceId: number;
    readonly actorId: number;
  }[];
  readonly tokens: readonly Token[];
  workspaceRole(userId: number, workspaceId: number): Role | null;
  tenantRole(userId: number, tenantId: number): Role | null;
  readonly rows: readonly Rows[];
}

export interface Token {
  readonly id: number;
  readonly userId: number;
  readonly workspaceId: number;
  readonly scopes: readonly Capability[] | null;
}

/** What a viewer sends: the digest is what the world stores. */
export const secretOf = (id: number): string => `ta_secret-${id}`;
const digest = (id: number): Buffer => createHash('sha256').update(secretOf(id)).digest();

/** `base` has ten digits and begins with 7, see findIds; worlds of one database are ten thousand apart. */
export function buildWorld(plan: Plan, base: number): World {
  let last = base;
  const next = () => (last += 1);
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  const workspaces = many(size.workspaces, next);
  const users = many(size.users, next);
  const tenants = many(size.tenants, (i) => ({
    id: next(),
    workspaceId: at(workspaces, i % size.workspaces),
  }));
  const connections = tenants.map(({ id: tenantId }) => ({ id: next(), tenantId, credentialId: next() }));
  const runs = buildRuns({ plan, next, workspaces, users, tenants });
  const onlyTenants = tenants.map(({ id: tenantId }) => ({ id: next(), tenantId }));
  const sessions = tenants.map(({ id: tenantId }) => ({ id: next(), tenantId }));
  const findings = tenants.map(({ id: tenantId }) => ({ id: next(), tenantId }));
  const policies = tenants.map(({ id: tenantId }) => ({ id: next(), tenantId }));
  const backupSets = tenants.map(({ id: tenantId }) => ({ id: next(), tenantId }));
  const schedules = workspaces.map((workspaceId) => ({ id: next(), workspaceId }));
  const scheduleRuns = tenants.map(({ id: tenantId }) => ({ id: next(), tenantId }));
  const events = workspaces.map((workspaceId) => ({ id: next(), workspaceId }));
  const auditEntries = workspaces.map((workspaceId, i) => ({
    id: next(),
    workspaceId,
    actorId: at(users, i),
  }));
  const tokens = users.flatMap((userId, u) =>
    workspaces.map((workspaceId, w) => ({
      id: next(),
      userId,
      workspaceId,
      scopes: withView(plan.tokenScopes[u * size.workspaces + w] ?? null),
    })),
  );
  const parts = {
    workspaces,
    users,
    tenants,
    connections,
    runs,
    ofTenants: onlyTenants,
    sessions,
    findings,
    policies,
    backupSets,
    schedules,
    scheduleRuns,
    events,
    auditEntries,
    tokens,
  };
  const world = {
    ...parts,
    workspaceRole: (userId: number, workspaceId: number) =>
      plan.workspaceRoles[users.indexOf(userId) * size.workspaces + workspaces.indexOf(workspaceId)] ?? null,
    tenantRole: (userId: number, tenantId: number) =>
      plan.tenantRoles[
        users.indexOf(userId) * size.tenants + tenants.findIndex(({ id }) => id === tenantId)
      ] ?? null,
  };
  return { ...world, rows: toRows(world) };
}

function withView(scopes: readonly Capability[] | null): readonly Capability[] | null {
  return scopes && [...new Set<Capability>(['view', ...scopes])];
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`there is no item ${index}`);
  return item;
}

interface RunParts extends Pick<World, 'workspaces' | 'users' | 'tenants'> {
  readonly plan: Plan;
  readonly next: () => number;
}

/** Two verifications a tenant, and one run a workspace that belongs to no tenant. */
function buildRuns({ plan, next, workspaces, users, tenants }: RunParts): Run[] {
  const runs: Run[] = [];
  for (const [index, { id: tenantId, workspaceId }] of tenants.entries()) {
    const initiatorId = at(users, plan.initiators[index] ?? 0);
    const first = { id: next(), workspaceId, tenantId, initiatorId, previousId: runs.at(-1)?.id ?? null };
    runs.push(first, { ...first, id: next(), previousId: first.id });
  }
  const ofWorkspaces = workspaces.map((workspaceId, i) => {
    return { id: next(), workspaceId, tenantId: null, initiatorId: at(users, i), previousId: null };
  });
  return [...runs, ...ofWorkspaces];
}

function toRows(world: Omit<World, 'rows'>): Rows[] {
  const { workspaces, users, tenants, connections, runs, tokens } = world;
  const soon = new Date(Date.now() + 24 * 3_600_000);
  const workspaceOf = (tenantId: number) => tenants.find(({ id }) => id === tenantId)?.workspaceId;
  return [
    ['workspaces', workspaces.map((id) => ({ id, name: mark(id), slug: mark(id) }))],
    ['users', users.map((id) => ({ id, email: `${mark(id)}@world.example`, display_name: mark(id) }))],
    [
      'workspace_memberships',
      users.flatMap((user_id) =>
        workspaces.flatMap((workspace_id) => {
          const role = world.workspaceRole(user_id, workspace_id);
          return role === null ? [] : [{ workspace_id, user_id, role }];
        }),
      ),
    ],
    [
      'tenants',
      tenants.map(({ id, workspaceId }) => ({
        id,
        workspace_id: workspaceId,
        name: mark(id),
        external_id: mark(id),
        tenant_id: guidOf(id),
        status: 'active',
        app_client_id: mark(id),
        app_client_secret: 'planted-legacy-secret',
      })),
    ],
    [
      'tenant_memberships',
      users.flatMap((user_id) =>
        tenants.flatMap(({ id: tenant_id }) => {
          const role = world.tenantRole(user_id, tenant_id);
          return role === null ? [] : [{ tenant_id, user_id, role }];
        }),
      ),
    ],
    [
      'provider_connections',
      connections.map(({ id, tenantId }) => ({
        id,
        workspace_id: workspaceOf(tenantId),
        tenant_id: tenantId,
        entra_tenant_id: guidOf(tenantId),
        is_default: true,
        display_name: mark(id),
        last_error_message: mark(id),
      })),
    ],
    [
      'provider_credentials',
      connections.map(({ id, credentialId }) => ({
        id: credentialId,
        provider_connection_id: id,
        client_id: mark(credentialId),
        payload: Buffer.concat([Buffer.from([1]), Buffer.from('planted-payload'.padEnd(40, '.'))]),
        key_id: 'test',
      })),
    ],
    [
      'tenant_permissions',
      world.ofTenants.map(({ id, tenantId }) => ({
        id,
        tenant_id: tenantId,
        permission: mark(id),
        required_for: 'x',
        granted: true,
        state: 'effective',
        checked_at: soon,
        provider_connection_id: connections.find((connection) => connection.tenantId === tenantId)?.id,
      })),
    ],
    [
      'operation_runs',
      runs.map((run) =>
        toRunRow(run, connections.find(({ tenantId }) => tenantId === run.tenantId)?.id ?? null),
      ),
    ],
    [
      'operation_run_events',
      runs.map(({ id }) => ({ run_id: id, seq: 1, kind: 'queued', message: mark(id) })),
    ],
    [
      'tenant_onboarding_sessions',
      world.sessions.map(({ id, tenantId }) => ({
        id,
        workspace_id: workspaceOf(tenantId),
        tenant_id: tenantId,
        state: { note: mark(id) },
      })),
    ],
    [
      'findings',
      world.findings.map(({ id, tenantId }) => ({
        id,
        workspace_id: workspaceOf(tenantId),
        tenant_id: tenantId,
        provider_connection_id: connections.find((connection) => connection.tenantId === tenantId)?.id,
        operation_run_id: runs.find((run) => run.tenantId === tenantId)?.id,
        kind: 'apps',
        external_id: mark(id),
        change: 'gone',
        title: mark(id),
        severity: 'low',
        fingerprint: createHash('sha256').update(mark(id)).digest('hex'),
      })),
    ],
    ...toBackupRows(world, (tenantId) => ({
      workspaceId: workspaceOf(tenantId),
      connectionId: connections.find((connection) => connection.tenantId === tenantId)?.id,
    })),
    [
      'schedules',
      world.schedules.map(({ id, workspaceId }) => ({
        id,
        workspace_id: workspaceId,
        operation_type: verificationType,
        name: mark(id),
        // Names a tenant of another workspace, too, as no real one does.
        selector: { tenantIds: tenants.map((tenant) => tenant.id) },
        cadence: 'daily',
        at_local: '02:00',
        time_zone: 'UTC',
        window_minutes: 60,
        next_due_at: soon,
      })),
    ],
    [
      'schedule_runs',
      world.scheduleRuns.map(({ id, tenantId }) => ({
        id,
        workspace_id: workspaceOf(tenantId),
        schedule_id: world.schedules.find(({ workspaceId }) => workspaceId === workspaceOf(tenantId))?.id,
        tenant_id: tenantId,
        operation_type: verificationType,
        due_at: soon,
        closes_at: new Date(soon.getTime() + 3_600_000),
        status: 'skipped',
        reason_code: mark(id),
        blocking_run_id: runs.find((run) => run.tenantId === tenantId)?.id,
        ended_at: soon,
      })),
    ],
    [
      'events',
      world.events.map(({ id, workspaceId }) => ({
        id,
        workspace_id: workspaceId,
        kind: 'tenant.not_ready',
        tenant_id: tenants.find((tenant) => tenant.workspaceId === workspaceId)?.id,
        cause_key: mark(id),
        severity: 'critical',
        data: { reason: mark(id) },
        once_key: mark(id),
        at: soon,
      })),
    ],
    [
      'audit_entries',
      world.auditEntries.map(({ id, workspaceId, actorId }) => ({
        id,
        workspace_id: workspaceId,
        actor_user_id: actorId,
        action: 'tenant.created',
        subject_type: 'tenant',
        subject_id: id,
        data: { note: mark(id) },
      })),
    ],
    [
      'api_tokens',
      tokens.map(({ id, userId, workspaceId, scopes }) => ({
        id,
        user_id: userId,
        workspace_id: workspaceId,
        name: mark(id),
        scopes,
        token_hash: digest(id),
        prefix: 'ta_',
        expires_at: soon,
      })),
    ],
    ['user_sessions', users.map((user_id) => ({ user_id, token_hash: digest(user_id), expires_at: soon }))],
  ];
}

function toRunRow({ id, workspaceId, tenantId, initiatorId, previousId }: Run, connectionId: number | null) {
  const common = { id, workspace_id: workspaceId, tenant_id: tenantId, initiator_user_id: initiatorId };
  if (tenantId === null)
    return { ...common, type: 'inventory.sync', status: 'queued', context: { provider: mark(id) } };
  return {
    ...common,
    type: verificationType,
    status: 'completed',
    outcome: 'failed',
    // Streams of a workspace begin with what ended lately: these have not ended long ago however long the walk takes.
    completed_at: new Date(Date.now() + 3_600_000),
    provider_connection_id: connectionId,
    failure_summary: [{ code: 'x', reason_code: 'connection.missing', message: mark(id) }],
    context: {
      provider: 'microsoft',
      provider_connection_id: connectionId,
      target_scope: { entra_tenant_id: guidOf(tenantId), entra_tenant_name: mark(tenantId) },
      verification_report: toReport(id, tenantId, connectionId, previousId),
    },
  };
}

function toReport(
  id: number,
  tenantId: number,
  connectionId: number | null,
  previousReportId: number | null,
): VerificationReport {
  const context = {
    tenantId,
    connectionId,
    cloud: 'global',
    entraTenantId: guidOf(tenantId),
    clientId: null,
  } as const;
  const checks = toBlockedChecks('connection.missing', context);
  const marked = checks.map((check) => ({ ...check, message: mark(id) }));
  return buildReport({ flow: verificationType, generatedAt: new Date(), previousReportId, checks: marked });
}
