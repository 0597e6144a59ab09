import { useSend } from '../../api/action.ts';
import { ConfirmDialog } from '../../app/page/confirm-dialog.tsx';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
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
  return (
    <ConfirmDialog
      title={texts.credential.deleteTitle}
      submit={texts.credential.deleteDo}
      send={() => send({ id: connectionId })}
      onDone={() => toastDone(texts.credential.deleted)}
      onClose={onClose}
    >
      {texts.credential.deleteAbout(name)}
    </ConfirmDialog>
  );
}
