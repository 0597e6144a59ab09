import type { Entitlement } from './entitlement.ts';
import type { World } from './world.ts';

/** What an argument of type ID names. */
export interface Kind {
  all(world: World): readonly number[];
  entitled(viewer: Entitlement): ReadonlySet<number>;
}

const ids = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id);

const workspace: Kind = { all: ({ workspaces }) => workspaces, entitled: (viewer) => viewer.workspaces };
const tenant: Kind = { all: ({ tenants }) => ids(tenants), entitled: (viewer) => viewer.tenants };
const connection: Kind = {
  all: ({ connections }) => ids(connections),
  entitled: (viewer) => viewer.connectionsOfTenants,
};
const shownConnection: Kind = { ...connection, entitled: (viewer) => viewer.connections };
const run: Kind = { all: ({ runs }) => ids(runs), entitled: (viewer) => viewer.runs };
const finding: Kind = { all: ({ findings }) => ids(findings), entitled: (viewer) => viewer.findings };
const schedule: Kind = {
  all: ({ schedules }) => ids(schedules),
  entitled: (viewer) => viewer.schedules,
};
const token: Kind = { all: ({ tokens }) => ids(tokens), entitled: (viewer) => viewer.revocableTokens };
const session: Kind = { all: ({ sessions }) => ids(sessions), entitled: (viewer) => viewer.sessions };
/** Someone the viewer can see need not be a member of the workspace at hand, so only strangers count as foreign. */
const user: Kind = { all: ({ users }) => users, entitled: (viewer) => viewer.visible };

const byArgument: Readonly<Record<string, Kind>> = {
  workspaceId: workspace,
  tenantId: tenant,
  tenantIds: tenant,
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
