import { useMutation } from '@apollo/client/react';
import { sayFailure } from '../api/say-failure.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { showToast } from '../ui/show-toast.ts';

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
  const [restore] = useMutation(RestoreTenantMutation, {
    variables: { tenantId: id },
    onCompleted: () => showToast({ tone: 'SUCCESS', title: texts.tenantActions.restored(name) }),
    onError: (error) => sayFailure(texts.tenantActions.failed, error),
  });
  return () => void restore();
}

export function useSetCurrentTenant({ id, name }: NamedTenant): () => void {
  const [setCurrent] = useMutation(SetCurrentTenantMutation, {
    variables: { tenantId: id },
    onCompleted: () => showToast({ tone: 'SUCCESS', title: texts.tenantActions.currentDone, body: name }),
    onError: (error) => sayFailure(texts.tenantActions.failed, error),
  });
  return () => void setCurrent();
}
