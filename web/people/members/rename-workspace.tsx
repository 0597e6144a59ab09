import { lazy, Suspense, useState } from 'react';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf, type ActionRefs } from '../../ui/availability.ts';
import type { RenameDialogProps } from './rename-dialog.tsx';

const RenameDialog = lazy(async () => ({ default: (await import('./rename-dialog.tsx')).RenameDialog }));

interface RenameWorkspaceProps extends Pick<RenameDialogProps, 'workspace'> {
  readonly actions: ActionRefs;
}

export function RenameWorkspace({ workspace, actions }: RenameWorkspaceProps) {
  const [asking, setAsking] = useState(false);
  const reason = reasonOf(actions, 'manage_members', texts.people.unavailable);
  return (
    <>
      <ActionButton label={texts.renaming.action} reason={reason} onClick={() => setAsking(true)} />
      {asking && (
        <Suspense>
          <RenameDialog workspace={workspace} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
