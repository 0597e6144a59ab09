import { useSend } from '../../api/action.ts';
import { ConfirmDialog } from '../../app/page/confirm-dialog.tsx';
import { graphql } from '../../gql/gql.ts';
import { routes } from '../../paths.ts';
import { texts } from '../../texts.ts';

const LeaveWorkspaceMutation = graphql(`
  mutation LeaveWorkspace($input: LeaveWorkspaceInput!) {
    leaveWorkspace(input: $input) {
      workspace {
        id
      }
    }
  }
`);

export function LeaveDialog({ workspaceId, onClose }: { workspaceId: string; onClose: () => void }) {
  const leave = useSend(LeaveWorkspaceMutation);
  const { title, submit, loses } = texts.leaving;
  return (
    <ConfirmDialog
      title={title}
      submit={submit}
      send={() => leave({ input: { workspaceId } })}
      // Reloads the page on purpose: nothing of the workspace may stay in the cache, the menus or on the socket.
      onDone={() => location.assign(routes.home)}
      onClose={onClose}
    >
      <ul>
        {loses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
