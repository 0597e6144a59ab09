import { lazy, Suspense, useState } from 'react';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';

const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog.tsx')).LeaveDialog }));

/** For every member, whatever their role: whether they are the last owner, the API says. */
export function LeaveWorkspace({ workspaceId }: { workspaceId: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActionButton label={texts.leaving.action} reason={null} danger onClick={() => setAsking(true)} />
      {asking && (
        <Suspense>
          <LeaveDialog workspaceId={workspaceId} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
