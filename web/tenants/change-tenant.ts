import { useAction } from '../api/action.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { toastDone } from '../ui/show-toast.ts';

/** What of a tenant, and of what belongs to it, is another when the tenant was changed. Nothing of a run. */
graphql(`
  fragment TenantChanged on Tenant {
    id
    name
    status
    statusBadge {
      ...Badge
    }
    tenantId
    externalId
    graphTenantId
    isCurrent
    isCurrentBadge {
      ...Badge
    }
    actions {
      ...Action
    }
    providerConnections {
      id
      actions {
        ...Action
      }
    }
  }
`);

const RestoreTenantMutation = graphql(`
  mutation RestoreTenant($tenantId: ID!) {
    updateTenant(input: { tenantId: $tenantId, status: ACTIVE }) {
      tenant {
        ...TenantChanged
      }
    }
  }
`);

const SetCurrentTenantMutation = graphql(`
  mutation SetCurrentTenant($tenantId: ID!) {
    setCurrentTenant(input: { tenantId: $tenantId }) {
      tenant {
        ...TenantChanged
      }
    }
  }
`);

interface NamedTenant {
  readonly id: string;
  readonly name: string;
}

export function useRestoreTenant({ id, name }: NamedTenant): () => void {
  const { run } = useAction(RestoreTenantMutation);
  const { restored, failed } = texts.tenantActions;
  return () => void run({ tenantId: id }, { failed, done: () => toastDone(restored(name)) });
}

export function useSetCurrentTenant({ id, name }: NamedTenant): () => void {
  const { run } = useAction(SetCurrentTenantMutation);
  const { currentDone, failed } = texts.tenantActions;
  return () => void run({ tenantId: id }, { failed, done: () => toastDone(currentDone, name) });
}
