import { useMutation } from '@apollo/client/react';
import { toSentence } from '../../api/say-failure.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/show-toast.ts';
import { connectionPageAgain } from '../use-change.ts';

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
  const [mutate, { loading, error }] = useMutation(DeleteCredentialMutation, {
    ...connectionPageAgain,
    variables: { id: connectionId },
    onCompleted: () => {
      showToast({ tone: 'SUCCESS', title: texts.credential.deleted });
      onClose();
    },
    onError: () => {},
  });
  return (
    <FormDialog
      title={texts.credential.deleteTitle}
      submit={texts.credential.deleteDo}
      danger
      busy={loading}
      problem={error === undefined ? null : toSentence(error)}
      onSubmit={() => void mutate()}
      onClose={onClose}
    >
      <span>{texts.credential.deleteAbout(name)}</span>
    </FormDialog>
  );
}
