import { useState } from 'react';
import { createIdempotencyKey } from '../../api/idempotency-key.ts';
import { useSubmission } from '../../api/submission.ts';
import { texts } from '../../texts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { noteFleet } from './fleet-verification.ts';
import { useStartFleet } from './start-fleet.ts';

export interface VerifyFleetDialogProps {
  readonly workspaceId: string;
  /** null: every tenant. */
  readonly tenantIds: readonly string[] | null;
  readonly count: number;
  readonly onClose: () => void;
  readonly onStarted: () => void;
}

export function VerifyFleetDialog(props: VerifyFleetDialogProps) {
  const { workspaceId, tenantIds, count, onClose, onStarted } = props;
  const startFleet = useStartFleet();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const start = () => startFleet({ workspaceId, tenantIds, idempotencyKey });
  const submission = useSubmission([], start, (fleet) => {
    noteFleet(fleet);
    onClose();
    onStarted();
  });
  const { verifyAllTitle, verifyAllWhat, verifyAllLeftOut, start: submit } = texts.workspace;
  return (
    <FormDialog
      title={verifyAllTitle(count)}
      submit={submit}
      busy={submission.busy}
      problem={submission.problem}
      onSubmit={submission.submit}
      onClose={onClose}
    >
      {tenantIds === null ? `${verifyAllWhat} ${verifyAllLeftOut}` : verifyAllWhat}
    </FormDialog>
  );
}
