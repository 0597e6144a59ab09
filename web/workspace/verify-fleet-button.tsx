import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { lazy, Suspense, useState } from 'react';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';

const VerifyFleetDialog = lazy(async () => ({
  default: (await import('./verify-fleet-dialog.tsx')).VerifyFleetDialog,
}));

export interface VerifyFleetButtonProps {
  readonly workspaceId: string;
  /** null: every tenant. */
  readonly tenantIds: readonly string[] | null;
  readonly count: number;
  readonly reason: string | null;
  readonly onStarted: () => Promise<unknown>;
}

export function VerifyFleetButton(props: VerifyFleetButtonProps) {
  const { workspaceId, tenantIds, count, reason, onStarted } = props;
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <>
      <ActionButton
        label={tenantIds === null ? texts.workspace.verifyAll(count) : texts.workspace.verifyShown(count)}
        reason={reason}
        about={texts.workspace.verifyAllAbout}
        icon={<ShieldCheckmarkRegular />}
        appearance="primary"
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <VerifyFleetDialog
            workspaceId={workspaceId}
            tenantIds={tenantIds}
            count={count}
            onClose={() => setOpen(false)}
            onStarted={onStarted}
          />
        </Suspense>
      )}
    </>
  );
}
