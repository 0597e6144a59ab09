import { useLocation } from 'wouter';
import { useAction } from '../api/action.ts';
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

/** The way on after a safety stop, for someone who has looked; nothing for a run without one. */
export function AcceptRemovals({ run }: { run: FragmentType<typeof AcceptRemovalsFragment> }) {
  const { type, failureSummary, providerConnection, tenant } = readFragment(AcceptRemovalsFragment, run);
  const [, navigate] = useLocation();
  const { busy, run: send } = useAction(AcceptRemovalsMutation);
  if (tenant === null || !failureSummary.some(({ code }) => code === 'safety_stop')) return null;
  const variables = { type, tenantId: tenant.id, providerConnectionId: providerConnection?.id ?? null };
  return (
    <div>
      <ActionButton
        label={texts.run.acceptRemovals}
        reason={reasonOf(tenant.actions, 'verify', texts.run.notAllowed)}
        about={texts.run.acceptRemovalsAbout}
        busy={busy}
        size="small"
        danger
        onClick={() =>
          void send(variables, {
            failed: texts.run.acceptFailed,
            done: ({ startOperation }) => navigate(paths.run(startOperation.run.id)),
          })
        }
      />
    </div>
  );
}
