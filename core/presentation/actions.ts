import { capabilitiesOf, lackOf, type Capability, type Role, type Viewer } from '../access/access.ts';
import type { ProviderConnection } from '../connections/connection.ts';
import { operationTypes, verificationType, type OperationTypeDefinition } from '../runs/operation-types.ts';
import { hasWorked, isFinal, type OperationRun, type RunOutcome } from '../runs/run.ts';
import type { Tenant } from '../tenants/tenant.ts';

/** An action of the user interface: visible to anyone who sees the object, disabled with a reason when not allowed. */
export interface ActionAvailability {
  readonly action: string;
  readonly enabled: boolean;
  readonly disabledReason: string | null;
}

interface Action {
  readonly action: string;
  readonly capability: Capability;
  /** What else may prevent it, considered only for those who have the capability. */
  readonly obstacles: readonly (keyof typeof obstacles)[];
}

/** Besides `verify`: every other operation that can be started on a tenant, by type. */
const operationActions = Object.entries<OperationTypeDefinition>(operationTypes)
  .filter(([type, { startedBy }]) => startedBy === 'start_operation' && type !== verificationType)
  .map(([action, { capability }]): Action => ({ action, capability, obstacles: ['archived'] }));

/** `restore` is the only action an archived tenant offers; members and findings are managed whatever its status. */
const tenantActions: readonly Action[] = [
  { action: 'verify', capability: 'provider.run', obstacles: ['archived'] },
  ...operationActions,
  { action: 'stop_recheck', capability: 'provider.run', obstacles: [] },
  { action: 'acknowledge', capability: 'verification.acknowledge', obstacles: [] },
  { action: 'manage_connections', capability: 'provider.manage', obstacles: ['archived'] },
  { action: 'manage_tenant', capability: 'tenant.manage', obstacles: ['archived'] },
  { action: 'archive', capability: 'tenant.manage', obstacles: ['archived'] },
  { action: 'restore', capability: 'tenant.manage', obstacles: ['live'] },
  { action: 'manage_schedules', capability: 'schedule.manage', obstacles: [] },
  { action: 'manage_members', capability: 'members.manage', obstacles: [] },
];

const connectionActions: readonly Action[] = [
  {
    action: 'verify',
    capability: 'provider.run',
    obstacles: ['archived', 'disabled', 'busy'],
  },
  { action: 'update', capability: 'provider.manage', obstacles: ['archived', 'busy'] },
  { action: 'make_default', capability: 'provider.manage', obstacles: ['archived', 'default'] },
  { action: 'disable', capability: 'provider.manage', obstacles: ['archived', 'disabled', 'busy'] },
  { action: 'enable', capability: 'provider.manage', obstacles: ['archived', 'not_disabled'] },
  { action: 'set_credential', capability: 'provider.manage', obstacles: ['archived', 'busy'] },
  {
    action: 'rehearse_credential',
    capability: 'provider.manage',
    obstacles: ['archived', 'disabled', 'busy'],
  },
  {
    action: 'activate_credential',
    capability: 'provider.manage',
    obstacles: ['archived', 'busy', 'no_candidate', 'not_rehearsed'],
  },
  // Also for an archived tenant: deleting a secret is always allowed.
  { action: 'discard_candidate', capability: 'provider.manage', obstacles: ['busy', 'no_candidate'] },
  { action: 'delete_credential', capability: 'provider.manage', obstacles: ['busy', 'no_credential'] },
];

interface Facts {
  readonly tenant: Pick<Tenant, 'role' | 'status'>;
  readonly connection?: Pick<ProviderConnection, 'status' | 'isDefault'>;
  /** Whether a queued or running run is using the connection. */
  readonly isBusy?: boolean;
  /** In use, or rehearsed and waiting for a decision. */
  readonly hasCredential?: boolean;
  /** How the rehearsal of the candidate went; null without a candidate. */
  readonly rehearsalOutcome?: RunOutcome | null;
}

/** The same sentences as in the CONFLICT when it is attempted anyway. */
export const obstacles = {
  archived: { holds: ({ tenant }: Facts) => tenant.status === 'archived', reason: 'The tenant is archived.' },
  live: {
    holds: ({ tenant }: Facts) => tenant.status !== 'archived',
    reason: 'The tenant is not archived.',
  },
  disabled: {
    holds: ({ connection }: Facts) => connection?.status === 'disabled',
    reason: 'The connection is disabled.',
  },
  not_disabled: {
    holds: ({ connection }: Facts) => connection?.status !== 'disabled',
    reason: 'The connection is not disabled.',
  },
  default: {
    holds: ({ connection }: Facts) => connection?.isDefault === true,
    reason: 'The connection is already the default.',
  },
  busy: {
    holds: ({ isBusy }: Facts) => isBusy === true,
    reason: 'A run is using the connection. Wait until it completes, or cancel it.',
  },
  no_credential: {
    holds: ({ hasCredential }: Facts) => hasCredential !== true,
    reason: 'The connection has no credential.',
  },
  no_candidate: {
    holds: ({ rehearsalOutcome = null }: Facts) => rehearsalOutcome === null,
    reason: 'No credential has been rehearsed. Rehearse one first.',
  },
  not_rehearsed: {
    holds: ({ rehearsalOutcome = null }: Facts) => rehearsalOutcome !== null && !hasWorked(rehearsalOutcome),
    reason: 'The rehearsal did not succeed, so the credential is not known to work.',
  },
} as const;

export function tenantActionsFor(
  tenant: Pick<Tenant, 'role' | 'status'>,
  viewer: Viewer,
): ActionAvailability[] {
  return toAvailabilities(tenantActions, { tenant }, viewer);
}

export function connectionActionsFor(facts: Required<Facts>, viewer: Viewer): ActionAvailability[] {
  return toAvailabilities(connectionActions, facts, viewer);
}

/** Done in a workspace as a whole. Actions on tenants also need the capability there. */
const workspaceActions = [
  { action: 'verify_all', capability: 'provider.run' },
  { action: 'start_operation', capability: 'provider.run' },
  { action: 'onboard_tenant', capability: 'tenant.manage' },
  { action: 'manage_schedules', capability: 'schedule.manage' },
  { action: 'manage_members', capability: 'members.manage' },
  { action: 'read_audit_log', capability: 'members.manage' },
] as const satisfies readonly { action: string; capability: Capability }[];

export function workspaceActionsFor(role: Role, { scopes }: Viewer): ActionAvailability[] {
  const held = capabilitiesOf(role, scopes);
  return workspaceActions.map(({ action, capability }) => toAvailability(action, capability, held, null));
}

/** `role` is the viewer's on the run's tenant, or in the workspace for a run without one. */
export function runActionsFor(
  { type, status, cancelRequestedAt }: Pick<OperationRun, 'type' | 'status' | 'cancelRequestedAt'>,
  role: Role,
  { scopes }: Viewer,
): ActionAvailability[] {
  const held = capabilitiesOf(role, scopes);
  const ended = isFinal(status) ? 'The run is completed.' : null;
  const stopping = cancelRequestedAt === null ? null : 'Cancellation has been requested.';
  return [toAvailability('cancel', operationTypes[type].capability, held, ended ?? stopping)];
}

function toAvailabilities(
  actions: readonly Action[],
  facts: Facts,
  { scopes }: Viewer,
): ActionAvailability[] {
  const held = capabilitiesOf(facts.tenant.role, scopes);
  return actions.map(({ action, capability, obstacles: possible }) => {
    const obstacle = possible.find((name) => obstacles[name].holds(facts));
    return toAvailability(
      action,
      capability,
      held,
      obstacle === undefined ? null : obstacles[obstacle].reason,
    );
  });
}

/** A missing capability comes first: someone who may not do it need not know what else prevents it. */
export function toAvailability(
  action: string,
  capability: Capability,
  held: readonly Capability[],
  obstacle: string | null,
): ActionAvailability {
  const disabledReason = held.includes(capability) ? obstacle : lackOf(capability);
  return { action, enabled: disabledReason === null, disabledReason };
}
