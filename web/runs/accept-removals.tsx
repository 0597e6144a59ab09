import { useMutation } from '@apollo/client/react';
import { useLocation } from 'wouter';
import { sayFailure } from '../api/say-failure.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';

const AcceptRemovalsFragment = graphql(`
  fragment AcceptRemovals on OperationRun {
    version
    type
    failureSummary {
      code
    }
    providerConnection {
      id
    }
    tenant {
      id
      actions {
        ...Action
      }
    }
  }
`);

const AcceptRemovalsMutation = graphql(`
  mutation AcceptRemovals($type: String!, $tenantId: ID!, $providerConnectionId: ID) {
    startOperation(
      input: {
        type: $type
        tenantId: $tenantId
        providerConnectionId: $providerConnectionId
        acceptRemovals: true
      }
    ) {
      run {
        id
      }
    }
  }
`);

/** The way on after a safety stop, for somebody who has looked; nothing for a run without one. */
export function AcceptRemovals({ run }: { run: FragmentType<typeof AcceptRemovalsFragment> }) {
  const { type, failureSummary, providerConnection, tenant } = readFragment(AcceptRemovalsFragment, run);
  const [, navigate] = useLocation();
  const [mutate, { loading }] = useMutation(AcceptRemovalsMutation, {
    onCompleted: ({ startOperation }) => navigate(paths.run(startOperation.run.id)),
    onError: (error) => sayFailure(texts.run.acceptFailed, error),
  });
  if (tenant === null || !failureSummary.some(({ code }) => code === 'safety_stop')) return null;
  const variables = { type, tenantId: tenant.id, providerConnectionId: providerConnection?.id ?? null };
  return (
    <div>
      <ActionButton
        label={texts.run.acceptRemovals}
        reason={reasonOf(tenant.actions, 'verify', texts.run.notAllowed)}
        about={texts.run.acceptRemovalsAbout}
        busy={loading}
        size="small"
        danger
        onClick={() => void mutate({ variables })}
      />
    </div>
  );
}
