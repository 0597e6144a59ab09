import { capabilitiesOf, type Capability, type Viewer } from './access.ts';
import type { Tenant } from './tenant.ts';

/** An action of the user interface: visible to whoever sees the thing, disabled with its reason when not allowed. */
export interface ActionAvailability {
  readonly action: string;
  readonly enabled: boolean;
  readonly disabledReason: string | null;
}

interface Action {
  readonly action: string;
  readonly capability: Capability;
  /** What else may stand in the way, asked only of those who hold the capability. */
  readonly obstacles: readonly (keyof typeof obstacles)[];
}

/** `restore` is the one thing an archived tenant can be asked for; people and findings are managed whatever its status. */
const tenantActions: readonly Action[] = [
  { action: 'verify', capability: 'provider.run', obstacles: ['archived'] },
  { action: 'acknowledge', capability: 'verification.acknowledge', obstacles: [] },
  { action: 'manage_connections', capability: 'provider.manage', obstacles: ['archived'] },
  { action: 'manage_tenant', capability: 'tenant.manage', obstacles: ['archived'] },
  { action: 'archive', capability: 'tenant.manage', obstacles: ['archived'] },
  { action: 'restore', capability: 'tenant.manage', obstacles: ['live'] },
  { action: 'manage_members', capability: 'members.manage', obstacles: [] },
];

interface Facts {
  readonly tenant: Pick<Tenant, 'role' | 'status'>;
}

const obstacles = {
  archived: { holds: ({ tenant }: Facts) => tenant.status === 'archived', reason: 'The tenant is archived.' },
  live: {
    holds: ({ tenant }: Facts) => tenant.status !== 'archived',
    reason: 'The tenant is not archived.',
  },
} as const;

export function tenantActionsFor(
  tenant: Pick<Tenant, 'role' | 'status'>,
  viewer: Viewer,
): ActionAvailability[] {
  return toAvailabilities(tenantActions, { tenant }, viewer);
}

function toAvailabilities(
  actions: readonly Action[],
  facts: Facts,
  { scopes }: Viewer,
): ActionAvailability[] {
  const held = capabilitiesOf(facts.tenant.role, scopes);
  return actions.map(({ action, capability, obstacles: possible }) => {
    const obstacle = possible.find((name) => obstacles[name].holds(facts));
    const disabledReason = !held.includes(capability)
      ? `Your role here does not include ${capability}.`
      : obstacle === undefined
        ? null
        : obstacles[obstacle].reason;
    return { action, enabled: disabledReason === null, disabledReason };
  });
}
