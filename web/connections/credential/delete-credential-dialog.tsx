import { useSend } from '../../api/action.ts';
import { useSubmission } from '../../api/submission.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { toastDone } from '../../ui/show-toast.ts';
import { refetchConnection } from '../refetch.ts';

const DeleteCredentialMutation = graphql(`
  mutation DeleteCredential($id: ID!) {
    deleteProviderCredential(input: { connectionId: $id }) {
      providerConnection {
        id
      }
    }
  }
`);

export interface DeleteCredentialDialogProps {
  readonly connectionId: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function DeleteCredentialDialog({ connectionId, name, onClose }: DeleteCredentialDialogProps) {
  const send = useSend(DeleteCredentialMutation, refetchConnection);
  const { busy, problem, submit } = useSubmission(
    [],
    () => send({ id: connectionId }),
    () => {
      toastDone(texts.credential.deleted);
      onClose();
    },
  );
  return (
    <FormDialog
      title={texts.credential.deleteTitle}
      submit={texts.credential.deleteDo}
      danger
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <span>{texts.credential.deleteAbout(name)}</span>
    </FormDialog>
  );
}
