import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { noteFleet } from './fleet-verification.ts';

const VerifyFleetMutation = graphql(`
  mutation VerifyFleet($workspaceId: ID!, $tenantIds: [ID!], $idempotencyKey: String) {
    startWorkspaceVerification(
      input: { workspaceId: $workspaceId, tenantIds: $tenantIds, idempotencyKey: $idempotencyKey }
    ) {
      started
      deduped
      scopeBusy
      blocked
    }
  }
`);

export interface VerifyFleetDialogProps {
  readonly workspaceId: string;
  /** null: every tenant. */
  readonly tenantIds: readonly string[] | null;
  readonly count: number;
  readonly onClose: () => void;
  /** Settles when the counts above the table include the new runs. */
  readonly onStarted: () => Promise<unknown>;
}

export function VerifyFleetDialog(props: VerifyFleetDialogProps) {
  const { workspaceId, tenantIds, count, onClose, onStarted } = props;
  const [mutate] = useMutation(VerifyFleetMutation);
  // One key per dialog: whatever is lost on the way, pressing again starts nothing twice.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const start = async () => {
    const { data } = await mutate({
      variables: { workspaceId, tenantIds: tenantIds && [...tenantIds], idempotencyKey },
    });
    // The countdown below the tiles begins with counts that know the new runs.
    await onStarted();
    return data.startWorkspaceVerification;
  };
  const submission = useSubmission([], start, ({ started, deduped, scopeBusy, blocked }) => {
    noteFleet({ workspaceId, total: started + deduped, scopeBusy, blocked });
    onClose();
  });
  return (
    <FormDialog
      title={texts.workspace.verifyAllTitle(count)}
      submit={texts.workspace.start}
      busy={submission.busy}
      problem={submission.problem}
      onSubmit={submission.submit}
      onClose={onClose}
    >
      {texts.workspace.verifyAllWhat}
    </FormDialog>
  );
}
