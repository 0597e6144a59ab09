import { capabilitiesOf, type Capability, type Viewer } from './access.ts';
import type { Tenant } from './tenant.ts';

/** An action of the user interface: visible to whoever sees the thing, disabled with its reason when not allowed. */
export interface ActionAvailability {
  readonly action: string;
  readonly enabled: boolean;
  readonly disabledReason: string | null;
}

const tenantActions = [
  { action: 'verify', capability: 'provider.run' },
  { action: 'manage_connections', capability: 'provider.manage' },
  { action: 'manage_tenant', capability: 'tenant.manage' },
] as const satisfies readonly { action: string; capability: Capability }[];

export function tenantActionsFor(
  tenant: Pick<Tenant, 'role' | 'status'>,
  { scopes }: Viewer,
): ActionAvailability[] {
  const held = capabilitiesOf(tenant.role, scopes);
  return tenantActions.map(({ action, capability }) => {
    const disabledReason = reasonAgainst(held.includes(capability), capability, tenant.status);
    return { action, enabled: disabledReason === null, disabledReason };
  });
}

function reasonAgainst(holds: boolean, capability: Capability, status: Tenant['status']): string | null {
  if (!holds) return `Your role here does not include ${capability}.`;
  if (status === 'archived') return 'The tenant is archived.';
  return null;
}
