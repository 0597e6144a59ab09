import { capabilities, roles, type Capability, type Role } from '../../../core/access/access.ts';
import { secretOf, type Token, type World } from './world.ts';

/**
 * Who may see what, told a second time and in another way than the program tells it: as sets computed in memory from the
 * world's plan. The walk compares the program with this.
 */
export interface Entitlement {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly userId: number;
  readonly workspaces: ReadonlySet<number>;
  readonly tenants: ReadonlySet<number>;
  readonly connections: ReadonlySet<number>;
  /** Those of their tenants, also where a token may not see connections: to change one without seeing it is FORBIDDEN. */
  readonly connectionsOfTenants: ReadonlySet<number>;
  readonly runs: ReadonlySet<number>;
  readonly sessions: ReadonlySet<number>;
  readonly findings: ReadonlySet<number>;
  readonly policies: ReadonlySet<number>;
  readonly backupSets: ReadonlySet<number>;
  readonly schedules: ReadonlySet<number>;
  readonly scheduleRuns: ReadonlySet<number>;
  readonly tokens: ReadonlySet<number>;
  /** Their own, and everyone's in a workspace they own: those can be revoked, though not listed. */
  readonly revocableTokens: ReadonlySet<number>;
  readonly credentials: ReadonlySet<number>;
  readonly events: ReadonlySet<number>;
  readonly auditEntries: ReadonlySet<number>;
  /** Every id that may appear in any answer. */
  readonly visible: ReadonlySet<number>;
  /** Ids that a visible document holds in itself, though what they name may be out of sight. */
  readonly quoted: ReadonlySet<number>;
  workspaceCapabilities(workspaceId: number): readonly Capability[];
  tenantCapabilities(tenantId: number): readonly Capability[];
}

export function personIn(world: World, userId: number): Entitlement {
  const headers = { cookie: `tenantatlas_session=${secretOf(userId)}` };
  return entitle(world, { name: `user ${userId}`, headers, userId, workspaceId: null, scopes: null });
}

export function tokenIn(world: World, { id, userId, workspaceId, scopes }: Token): Entitlement {
  const headers = { authorization: `Bearer ${secretOf(id)}` };
  return entitle(world, { name: `token ${id} of user ${userId}`, headers, userId, workspaceId, scopes });
}

interface Who {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly userId: number;
  readonly workspaceId: number | null;
  readonly scopes: readonly Capability[] | null;
}

const table: Record<Role, readonly Capability[]> = {
  readonly: ['view', 'provider.view'],
  operator: ['view', 'provider.view', 'provider.run', 'verification.acknowledge'],
  manager: [
    'view',
    'provider.view',
    'provider.run',
    'verification.acknowledge',
    'provider.manage',
    'tenant.manage',
    'schedule.manage',
  ],
  owner: [...capabilities],
};

function entitle(world: World, who: Who): Entitlement {
  const { userId, scopes } = who;
  const holds = (role: Role) =>
    table[role].filter((capability) => scopes === null || scopes.includes(capability));
  const workspaces = world.workspaces.filter(
    (id) => (who.workspaceId === null || who.workspaceId === id) && world.workspaceRole(userId, id) !== null,
  );
  const roleOn = (tenant: World['tenants'][number]): Role | null => {
    const ofWorkspace = world.workspaceRole(userId, tenant.workspaceId);
    const given = ofWorkspace === 'owner' ? 'owner' : world.tenantRole(userId, tenant.id);
    if (!workspaces.includes(tenant.workspaceId) || ofWorkspace === null || given === null) return null;
    return roles[Math.min(roles.indexOf(ofWorkspace), roles.indexOf(given))] ?? null;
  };
  const tenants = new Set(world.tenants.filter((tenant) => roleOn(tenant) !== null).map(({ id }) => id));
  const runs = world.runs.filter((run) =>
    run.tenantId === null ? workspaces.includes(run.workspaceId) : tenants.has(run.tenantId),
  );
  const connections = world.connections.filter(({ tenantId }) => tenants.has(tenantId));
  const owned = workspaces.filter((id) =>
    holds(world.workspaceRole(userId, id) ?? 'readonly').includes('members.manage'),
  );
  const audit = world.auditEntries.filter(({ workspaceId }) => owned.includes(workspaceId));
  const maySeeConnections = scopes === null || scopes.includes('provider.view');
  const sets = {
    workspaces: new Set(workspaces),
    tenants,
    connections: ids(maySeeConnections ? connections : []),
    runs: ids(runs),
    sessions: ids(world.sessions.filter(({ tenantId }) => tenants.has(tenantId))),
    findings: ids(world.findings.filter(({ tenantId }) => tenants.has(tenantId))),
    policies: ids(world.policies.filter(({ tenantId }) => tenants.has(tenantId))),
    backupSets: ids(world.backupSets.filter(({ tenantId }) => tenants.has(tenantId))),
    schedules: ids(world.schedules.filter(({ workspaceId }) => workspaces.includes(workspaceId))),
    scheduleRuns: ids(world.scheduleRuns.filter(({ tenantId }) => tenants.has(tenantId))),
    tokens: ids(
      world.tokens.filter(
        (token) => token.userId === userId && [null, token.workspaceId].includes(who.workspaceId),
      ),
    ),
    credentials: new Set(maySeeConnections ? connections.map(({ credentialId }) => credentialId) : []),
    events: ids(world.events.filter(({ workspaceId }) => owned.includes(workspaceId))),
    auditEntries: ids(audit),
  };
  const people = world.users.filter((id) =>
    workspaces.some((workspace) => world.workspaceRole(id, workspace) !== null),
  );
  const actors = [...runs.map(({ initiatorId }) => initiatorId), ...audit.map(({ actorId }) => actorId)];
  const others = ids(world.ofTenants.filter(({ tenantId }) => tenants.has(tenantId)));
  const revocable = world.tokens.filter(
    (token) => sets.tokens.has(token.id) || owned.includes(token.workspaceId),
  );
  return {
    ...who,
    ...sets,
    revocableTokens: ids(revocable),
    connectionsOfTenants: ids(connections),
    visible: new Set([
      userId,
      ...people,
      ...actors,
      ...others,
      ...Object.values(sets).flatMap((set) => [...set]),
    ]),
    quoted: new Set(runs.flatMap(({ previousId }) => (previousId === null ? [] : [previousId]))),
    workspaceCapabilities: (id) => holds(world.workspaceRole(userId, id) ?? 'readonly'),
    tenantCapabilities: (id) => {
      const tenant = world.tenants.find((one) => one.id === id);
      const role = tenant === undefined ? null : roleOn(tenant);
      return role === null ? [] : holds(role);
    },
  };
}

function ids(rows: readonly { readonly id: number }[]): Set<number> {
  return new Set(rows.map(({ id }) => id));
}
