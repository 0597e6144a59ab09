import { useApolloClient } from '@apollo/client/react';
import { makeStyles } from '@fluentui/react-components';
import { useSubmission } from '../../api/submission.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/show-toast.ts';

/** The row follows from the cache. */
const RevokeApiTokenMutation = graphql(`
  mutation RevokeApiToken($apiTokenId: ID!) {
    revokeApiToken(input: { apiTokenId: $apiTokenId }) {
      apiToken {
        ...ApiTokenRow
      }
    }
  }
`);

const useStyles = makeStyles({ lead: { margin: 0 } });

export interface RevokeTokenDialogProps {
  readonly token: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

export function RevokeTokenDialog({ token: { id, name }, onClose, onRevoked }: RevokeTokenDialogProps) {
  const styles = useStyles();
  const client = useApolloClient();
  const { revoke, revokeTitle, revokeLead, revoked } = texts.apiTokens;
  const { busy, problem, submit } = useSubmission(
    [],
    () => client.mutate({ mutation: RevokeApiTokenMutation, variables: { apiTokenId: id } }),
    () => {
      showToast({ tone: 'SUCCESS', title: revoked(name) });
      onClose();
      onRevoked();
    },
  );
  return (
    <FormDialog
      title={revokeTitle(name)}
      submit={revoke}
      danger
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles.lead}>{revokeLead}</p>
    </FormDialog>
  );
}
