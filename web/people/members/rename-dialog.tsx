import { useState } from 'react';
import { useSend } from '../../api/action.ts';
import { useSubmission } from '../../api/submission.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { toastDone } from '../../ui/show-toast.ts';

const RenameWorkspaceMutation = graphql(`
  mutation RenameWorkspace($workspaceId: ID!, $name: String!) {
    updateWorkspace(input: { workspaceId: $workspaceId, name: $name }) {
      workspace {
        id
        name
      }
    }
  }
`);

export interface RenameDialogProps {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

export function RenameDialog({ workspace, onClose }: RenameDialogProps) {
  const send = useSend(RenameWorkspaceMutation);
  const [name, setName] = useState(workspace.name);
  const { title, label, submit, done } = texts.renaming;
  const sending = useSubmission(
    ['name'],
    () => send({ workspaceId: workspace.id, name }),
    () => {
      onClose();
      toastDone(done);
    },
  );
  return (
    <FormDialog
      title={title}
      submit={submit}
      busy={sending.busy}
      problem={sending.problem}
      onSubmit={sending.submit}
      onClose={onClose}
    >
      <TextField
        label={label}
        required
        value={name}
        problem={sending.problemOf('name')}
        onChange={(value) => {
          sending.forget();
          setName(value);
        }}
      />
    </FormDialog>
  );
}
