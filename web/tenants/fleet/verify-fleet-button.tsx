import { lazy, Suspense, useState } from 'react';
import { texts } from '../../texts.ts';
import { StartButton } from '../../runs/start/start-button.tsx';

const VerifyFleetDialog = lazy(async () => ({
  default: (await import('./verify-fleet-dialog.tsx')).VerifyFleetDialog,
}));

export interface VerifyFleetButtonProps {
  readonly label: string;
  readonly workspaceId: string;
  /** null: every tenant. */
  readonly tenantIds: readonly string[] | null;
  readonly count: number;
  readonly reason: string | null;
  /** The key v presses it. */
  readonly shortcut: boolean;
  readonly onStarted: () => void;
}

export function VerifyFleetButton(props: VerifyFleetButtonProps) {
  const { label, workspaceId, tenantIds, count, reason, shortcut, onStarted } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <StartButton
        label={label}
        reason={count === 0 ? (reason ?? texts.workspace.nothingToVerify) : reason}
        about={texts.workspace.verifyAllAbout}
        appearance="primary"
        shortcut={shortcut}
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
