/**
 * Every guard that stands alone between a viewer and what is not theirs, and how it would be forgotten. Guards of second
 * rank are not here (a batch by the ids of tenants that were found through a guarded look-up): without them nothing is
 * seen yet, they are there for the day when someone reaches the batch in another way.
 */
export type Guard =
  (Walked & { readonly statement: string }) | (Walked & { readonly edits: readonly Edit[] });

interface Walked {
  readonly guard: string;
  /** The step of the walk and the viewer, by index, that notice first that the guard is gone: taken first to save time. */
  readonly dies: readonly [Step, number];
}

export type Step = 'counts' | 'queries' | 'mutations' | 'subscriptions';

export type Edit = readonly [file: string, find: string, replace: string];

const viewWith = (condition: string, role: string, join = 'tenant.workspace_id = member.workspace_id') => `
  create or replace view entitled_tenants as
  select member.user_id, tenant.workspace_id, tenant.id as tenant_id, ${role} as role
  from workspace_memberships member
  join tenants tenant on ${join}
  left join tenant_memberships tenant_member
    on tenant_member.tenant_id = tenant.id and tenant_member.user_id = member.user_id
  where ${condition}`;
const rightCondition = `member.role = 'owner' or tenant_member.id is not null`;
const rightRole = `case when member.role = 'owner' then member.role else least(member.role, tenant_member.role) end`;

export const guards: readonly Guard[] = [
  {
    guard: 'a tenant needs a tenant membership',
    dies: ['counts', 0],
    statement: viewWith('true', 'member.role'),
  },
  {
    guard: 'a tenant needs a membership of its workspace',
    dies: ['counts', 0],
    statement: viewWith(rightCondition, rightRole, 'true'),
  },
  {
    guard: 'the effective role is the lower of the two',
    dies: ['mutations', 1],
    statement: viewWith(rightCondition, rightRole.replace('least', 'greatest')),
  },
  {
    guard: 'a token reaches the tenants of its workspace only',
    dies: ['queries', 5],
    edits: [
      [
        'db/access/access.ts',
        'undefined : eq(entitledTenants.workspaceId, viewer.workspaceId)',
        'undefined : undefined',
      ],
    ],
  },
  {
    guard: 'a token reaches its workspace only',
    dies: ['queries', 5],
    edits: [
      [
        'db/access/access.ts',
        'undefined : eq(workspaceMemberships.workspaceId, viewer.workspaceId)',
        'undefined : undefined',
      ],
    ],
  },
  {
    guard: 'a token reaches the runs of its workspace only',
    dies: ['queries', 5],
    edits: [
      ['db/runs/runs.ts', 'undefined : eq(operationRuns.workspaceId, workspaceId)', 'undefined : undefined'],
    ],
  },
  {
    guard: 'workspaces are those of the viewer',
    dies: ['queries', 0],
    edits: [['db/access/access.ts', 'eq(workspaceMemberships.userId, viewer.userId)', 'undefined']],
  },
  {
    guard: 'tenants are those of the viewer',
    dies: ['counts', 0],
    edits: [['db/access/access.ts', 'eq(entitledTenants.userId, viewer.userId)', 'undefined']],
  },
  {
    guard: 'a run of a tenant needs entitlement to the tenant',
    dies: ['counts', 0],
    edits: [
      [
        'db/runs/runs.ts',
        'e.tenant_id = operation_runs.tenant_id and e.user_id = ${userId}',
        'e.tenant_id = operation_runs.tenant_id',
      ],
    ],
  },
  {
    guard: 'a run of a workspace needs membership of it',
    dies: ['queries', 0],
    edits: [
      ['db/runs/runs.ts', 'm.workspace_id = operation_runs.workspace_id and m.user_id = ${userId}', 'true'],
    ],
  },
  {
    guard: 'a connection by id is looked up for the viewer',
    dies: ['queries', 0],
    edits: [
      [
        'db/connections/connections.ts',
        'and(viewerIs(viewer), isOneOf(providerConnections.id',
        'and(undefined, isOneOf(providerConnections.id',
      ],
    ],
  },
  {
    guard: 'a tenant by id is looked up for the viewer',
    dies: ['queries', 0],
    edits: [
      [
        'db/tenants/tenants.ts',
        'and(viewerIs(reader), isOneOf(tenants.id',
        'and(undefined, isOneOf(tenants.id',
      ],
    ],
  },
  {
    guard: 'tenants are listed and counted for the viewer',
    dies: ['queries', 0],
    edits: [['db/tenants/tenants.ts', '    viewerIs(reader),\n', '']],
  },
  {
    guard: 'runs are listed and counted for the viewer',
    dies: ['counts', 0],
    edits: [['db/runs/run-pages.ts', 'runIsVisibleTo(viewer),', '']],
  },
  {
    guard: 'the overview counts the viewer’s tenants',
    dies: ['counts', 0],
    edits: [
      [
        'db/tenants/workspaces.ts',
        'and(viewerIs(reader), eq(entitledTenants.workspaceId, ofWorkspace), hasStatus(status))',
        'and(eq(entitledTenants.workspaceId, ofWorkspace), hasStatus(status))',
      ],
    ],
  },
  {
    guard: 'reasons are those of the viewer’s tenants',
    dies: ['counts', 0],
    edits: [['db/verification/reason-clusters.ts', 'e.user_id = ${viewer.userId} and', '']],
  },
  {
    guard: 'progress counts the viewer’s runs',
    dies: ['counts', 0],
    edits: [['db/verification/verification-progress.ts', 'runIsVisibleTo(viewer),', '']],
  },
  {
    guard: 'a connection and its credential need provider.view',
    dies: ['queries', 5],
    edits: [
      [
        'flows/connections/view.ts',
        "assertCapability('owner', viewer, 'provider.view')",
        'void assertCapability',
      ],
    ],
  },
  {
    guard: 'the audit log is for owners',
    dies: ['queries', 1],
    edits: [
      ['flows/people/view.ts', `assertCapability(role, viewer, 'members.manage')`, 'void role'],
      ['db/access/owner-list.ts', `eq(workspaceMemberships.role, 'owner')`, 'undefined'],
    ],
  },
  {
    guard: 'events are for owners',
    dies: ['queries', 1],
    edits: [
      ['flows/notifications/view.ts', `assertCapability(role, viewer, 'members.manage')`, 'void role'],
      ['db/access/owner-list.ts', `eq(workspaceMemberships.role, 'owner')`, 'undefined'],
    ],
  },
  {
    guard: 'tokens are listed for their user',
    dies: ['queries', 0],
    edits: [['db/people/tokens.ts', 'eq(apiTokens.userId, userId)', 'undefined']],
  },
  {
    guard: 'a token lists those of its workspace only',
    dies: ['queries', 5],
    edits: [
      ['db/people/tokens.ts', 'undefined : eq(apiTokens.workspaceId, workspaceId)', 'undefined : undefined'],
    ],
  },
  {
    guard: 'someone else’s token does not exist',
    dies: ['mutations', 0],
    edits: [['flows/people/revoke-api-token.ts', 'if (userId === viewer.userId) return true', 'return true']],
  },
  {
    guard: 'a change needs its capability',
    dies: ['queries', 5],
    edits: [
      [
        'flows/access/assert-capability.ts',
        'if (capabilitiesOf(role, scopes).includes(capability)) return',
        'if (capabilitiesOf(role, scopes).length > -1) return',
      ],
    ],
  },
  {
    guard: 'a start looks for the tenant of the viewer',
    dies: ['mutations', 1],
    edits: [['db/tenants/tenants.ts', 'and(viewerIs(reader), eq(tenants.id, id))', 'eq(tenants.id, id)']],
  },
  {
    guard: 'a start uses a connection of the tenant',
    dies: ['mutations', 0],
    edits: [
      ['db/connections/connections.ts', 'and(eq(providerConnections.tenantId, tenantId), chosen)', 'chosen'],
    ],
  },
  {
    guard: 'only members of the workspace are given a tenant',
    dies: ['mutations', 0],
    edits: [
      [
        'db/people/members.ts',
        "eq(workspaceMemberships.workspaceId, workspaceId),\n        'userId'",
        "'userId'",
      ],
    ],
  },
  {
    guard: 'a stream needs entitlement to what it delivers',
    dies: ['subscriptions', 0],
    edits: [
      [
        'flows/live/access.ts',
        `return answer.rights === null ? 'not_found' : 'entitled'`,
        `return answer.rights === null ? 'entitled' : 'entitled'`,
      ],
    ],
  },
  {
    guard: 'a stream of a token stays in its workspace',
    dies: ['subscriptions', 5],
    edits: [
      [
        'flows/live/access.ts',
        'if (isOutside || answer === undefined)',
        'void isOutside;\n    if (answer === undefined)',
      ],
    ],
  },
  {
    guard: 'a stream of a tenant’s runs needs entitlement to the tenant',
    dies: ['subscriptions', 0],
    edits: [
      [
        'db/runs/live.ts',
        'e.tenant_id = q.tenant_id and e.user_id = q.user_id and e.workspace_id',
        'e.tenant_id = q.tenant_id and e.workspace_id',
      ],
    ],
  },
];
