import { useSend } from '../../api/action.ts';
import { ConfirmDialog } from '../../app/page/confirm-dialog.tsx';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { toastDone } from '../../ui/show-toast.ts';

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

export interface RevokeTokenDialogProps {
  readonly token: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

export function RevokeTokenDialog({ token: { id, name }, onClose, onRevoked }: RevokeTokenDialogProps) {
  const send = useSend(RevokeApiTokenMutation);
  const { revoke, revokeTitle, revokeLead, revoked } = texts.apiTokens;
  return (
    <ConfirmDialog
      title={revokeTitle(name)}
      submit={revoke}
      send={() => send({ apiTokenId: id })}
      onDone={() => {
        toastDone(revoked(name));
        onRevoked();
      }}
      onClose={onClose}
    >
      {revokeLead}
    </ConfirmDialog>
  );
}
