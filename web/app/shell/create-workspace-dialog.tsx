import { useState } from 'react';
import { useSend } from '../../api/action.ts';
import { useSubmission } from '../../api/submission.ts';
import { graphql } from '../../gql/gql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

const CreateWorkspaceMutation = graphql(`
  mutation CreateWorkspace($input: CreateWorkspaceInput!) {
    createWorkspace(input: $input) {
      workspace {
        id
      }
    }
  }
`);

export function CreateWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const create = useSend(CreateWorkspaceMutation);
  const [name, setName] = useState('');
  const { title, submit, about, name: label } = texts.newWorkspace;
  const sending = useSubmission(
    ['name'],
    () => create({ input: { name } }),
    ({ createWorkspace: { workspace } }) => {
      // A page load, as after signing in: the menus and the socket then know the new membership.
      if (workspace !== null) location.assign(paths.workspace(workspace.id));
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
      <p>{about}</p>
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
