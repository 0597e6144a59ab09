import { CreateTokenDialog, type CreateTokenDialogProps } from './create-token-dialog.tsx';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { RevokeTokenDialog } from './revoke-token-dialog.tsx';

/** What is open. The text of a new token is here and nowhere else, until the person has stored it. */
export type TokenStep =
  | { readonly kind: 'create' }
  | { readonly kind: 'store'; readonly plaintext: string }
  | { readonly kind: 'revoke'; readonly token: { readonly id: string; readonly name: string } };

export interface TokenDialogsProps extends Omit<CreateTokenDialogProps, 'onClose' | 'onCreated'> {
  readonly step: TokenStep;
  readonly onStep: (step: TokenStep | null) => void;
  readonly onCreated: () => void;
  readonly onRevoked: () => void;
}

export function TokenDialogs({ step, onStep, onCreated, onRevoked, ...create }: TokenDialogsProps) {
  const close = () => onStep(null);
  switch (step.kind) {
    case 'create':
      return (
        <CreateTokenDialog
          {...create}
          onClose={close}
          onCreated={(plaintext) => {
            onStep({ kind: 'store', plaintext });
            onCreated();
          }}
        />
      );
    case 'store':
      return <NewTokenDialog plaintext={step.plaintext} onStored={close} />;
    case 'revoke':
      return <RevokeTokenDialog token={step.token} onClose={close} onRevoked={onRevoked} />;
  }
}
