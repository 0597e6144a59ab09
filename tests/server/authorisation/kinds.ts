import type { Entitlement } from './entitlement.ts';
import type { World } from './world.ts';

/** What an argument of type ID names. */
export interface Kind {
  /** What its ids begin with. */
  readonly prefix: string;
  all(world: World): readonly number[];
  entitled(viewer: Entitlement): ReadonlySet<number>;
}

const ids = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id);

const workspace: Kind = {
  prefix: 'workspace',
  all: ({ workspaces }) => workspaces,
  entitled: (viewer) => viewer.workspaces,
};
const tenant: Kind = {
  prefix: 'tenant',
  all: ({ tenants }) => ids(tenants),
  entitled: (viewer) => viewer.tenants,
};
const connection: Kind = {
  prefix: 'connection',
  all: ({ connections }) => ids(connections),
  entitled: (viewer) => viewer.connectionsOfTenants,
};
const shownConnection: Kind = { ...connection, entitled: (viewer) => viewer.connections };
const run: Kind = { prefix: 'run', all: ({ runs }) => ids(runs), entitled: (viewer) => viewer.runs };
const finding: Kind = {
  prefix: 'finding',
  all: ({ findings }) => ids(findings),
  entitled: (viewer) => viewer.findings,
};
const schedule: Kind = {
  prefix: 'schedule',
  all: ({ schedules }) => ids(schedules),
  entitled: (viewer) => viewer.schedules,
};
const token: Kind = {
  prefix: 'token',
  all: ({ tokens }) => ids(tokens),
  entitled: (viewer) => viewer.revocableTokens,
};
const session: Kind = {
  prefix: 'session',
  all: ({ sessions }) => ids(sessions),
  entitled: (viewer) => viewer.sessions,
};
/** Someone the viewer can see need not be a member of the workspace at hand, so only strangers count as foreign. */
const user: Kind = { prefix: 'user', all: ({ users }) => users, entitled: (viewer) => viewer.visible };

const policy: Kind = {
  prefix: 'policy',
  all: ({ policies }) => ids(policies),
  entitled: (viewer) => viewer.policies,
};
const backup: Kind = {
  prefix: 'backupset',
  all: ({ backupSets }) => ids(backupSets),
  entitled: (viewer) => viewer.backupSets,
};

const byArgument: Readonly<Record<string, Kind>> = {
  workspaceId: workspace,
  tenantId: tenant,
  tenantIds: tenant,
  policyId: policy,
  connectionId: connection,
  providerConnectionId: connection,
  runId: run,
  runIds: run,
  operationRunId: run,
  findingId: finding,
  scheduleId: schedule,
  rehearsalRunId: run,
  userId: user,
  apiTokenId: token,
  sessionId: session,
  onboardingSessionId: session,
  tenantOnboardingSessionId: session,
};

const byField: Readonly<Record<string, Kind>> = {
  workspace,
  tenant,
  providerConnection: shownConnection,
  operationRun: run,
  tenantOnboardingSession: session,
};

/** Roots that take an id of any type: the walk of the others asks by plain numbers, which name nothing here. */
export const nodeRoots: ReadonlySet<string> = new Set(['node', 'nodes']);

/** Nodes by what their ids begin with. */
export const kindsByPrefix: Readonly<Record<string, { readonly typeName: string; readonly kind: Kind }>> = {
  workspace: { typeName: 'Workspace', kind: workspace },
  user: { typeName: 'User', kind: { ...user, entitled: ({ userId }) => new Set([userId]) } },
  tenant: { typeName: 'Tenant', kind: tenant },
  connection: { typeName: 'ProviderConnection', kind: shownConnection },
  run: { typeName: 'OperationRun', kind: run },
  finding: { typeName: 'Finding', kind: finding },
  policy: { typeName: 'Policy', kind: policy },
  backupset: { typeName: 'BackupSet', kind: backup },
  schedule: { typeName: 'Schedule', kind: schedule },
  token: { typeName: 'ApiToken', kind: { ...token, entitled: ({ tokens }) => tokens } },
  session: { typeName: 'TenantOnboardingSession', kind: session },
};

/** `field` is the root field for an argument that is just called id. */
export function kindOf(field: string, argument: string): Kind {
  const kind = argument === 'id' ? byField[field] : byArgument[argument];
  if (kind === undefined) {
    throw new Error(
      `Say in tests/server/authorisation/kinds.ts what ${field}(${argument}) names: the walk must know.`,
    );
  }
  return kind;
}
