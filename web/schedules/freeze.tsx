import { lazy, Suspense, useState } from 'react';
import { useAction } from '../api/action.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { toastDone } from '../ui/show-toast.ts';

const FreezeDialog = lazy(async () => ({ default: (await import('./freeze-dialog.tsx')).FreezeDialog }));

const FrozenFragment = graphql(`
  fragment Frozen on Workspace {
    id
    freeze {
      until
    }
  }
`);

/** What shows a freeze, and by whom. */
graphql(`
  fragment FreezeChanged on Workspace {
    id
    freeze {
      ...FrozenNotice
    }
  }
`);

const UnfreezeMutation = graphql(`
  mutation UnfreezeWorkspace($workspaceId: ID!) {
    unfreeze(input: { workspaceId: $workspaceId }) {
      workspace {
        ...FreezeChanged
      }
    }
  }
`);

export interface FrozenProps {
  readonly workspace: FragmentType<typeof FrozenFragment>;
  readonly reason: string | null;
}

/** The one button for both: what it does depends on whether a freeze is on. */
export function Frozen({ workspace, reason }: FrozenProps) {
  const { id: workspaceId, freeze } = readFragment(FrozenFragment, workspace);
  const [open, setOpen] = useState(false);
  const { busy, run } = useAction(UnfreezeMutation);
  const { title, unfreeze, ended, failed } = texts.freezing;
  if (freeze !== null) {
    const end = () => void run({ workspaceId }, { failed, done: () => toastDone(ended) });
    return <ActionButton label={unfreeze} reason={reason} busy={busy} onClick={end} />;
  }
  return (
    <>
      <ActionButton label={title} reason={reason} onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <FreezeDialog workspaceId={workspaceId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
