import { makeStyles } from '@fluentui/react-components';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { lazy, Suspense, useState, type Ref } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { Facts } from '../../ui/facts.tsx';
import { Message } from '../../ui/message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { useAddressHash } from '../../ui/address-hash.ts';
import { toCredentialFacts } from './credential-facts.tsx';

const CredentialDialog = lazy(async () => ({
  default: (await import('./credential-dialog.tsx')).CredentialDialog,
}));
const DeleteCredentialDialog = lazy(async () => ({
  default: (await import('./delete-credential-dialog.tsx')).DeleteCredentialDialog,
}));

const CredentialPanelFragment = graphql(`
  fragment CredentialPanel on ProviderConnection {
    id
    displayName
    actions {
      ...Action
    }
    credential {
      type
      clientId
      expiresAt
      updatedAt
      thumbprint
      tokenFile
    }
    credentialCandidate {
      clientId
    }
  }
`);

const useStyles = makeStyles({
  note: { paddingTop: 0 },
});

export interface CredentialPanelProps {
  readonly connection: FragmentType<typeof CredentialPanelFragment>;
  readonly ref: Ref<HTMLElement>;
}

/** The credential in use. `#credential` leads to the button that replaces it. */
export function CredentialPanel({ connection, ref }: CredentialPanelProps) {
  const styles = useStyles();
  const { id, displayName, actions, credential, credentialCandidate } = readFragment(
    CredentialPanelFragment,
    connection,
  );
  const [open, setOpen] = useState<'set' | 'delete' | null>(null);
  const wanted = useAddressHash() === 'credential';
  const close = () => setOpen(null);
  const unavailable = texts.connection.unavailable;
  return (
    <Panel
      title={texts.credential.title}
      ref={ref}
      aside={
        <>
          <ActionButton
            label={credential === null ? texts.credential.set : texts.credential.replace}
            subject={credential === null ? displayName : texts.credential.title}
            reason={reasonOf(actions, 'set_credential', unavailable)}
            icon={<KeyRegular />}
            size="small"
            appearance={credential === null && credentialCandidate === null ? 'primary' : 'secondary'}
            focused={wanted}
            onClick={() => setOpen('set')}
          />
          <ActionButton
            label={texts.credential.delete}
            subject={texts.credential.title}
            reason={reasonOf(actions, 'delete_credential', unavailable)}
            size="small"
            danger
            onClick={() => setOpen('delete')}
          />
        </>
      }
    >
      {credential === null ? (
        <Message
          badge={{ color: 'WARNING', icon: 'warning' }}
          title={texts.credential.none}
          about={texts.credential.noneAbout}
        />
      ) : (
        <>
          <Facts facts={toCredentialFacts(credential, texts.credential.replaced)} />
          <Quiet as="p" padded className={styles.note}>
            {texts.credential.writeOnly}
          </Quiet>
        </>
      )}
      <Suspense>
        {open === 'set' && (
          <CredentialDialog
            connectionId={id}
            clientId={(credentialCandidate ?? credential)?.clientId ?? ''}
            replaces={credential !== null}
            actions={actions}
            onClose={close}
          />
        )}
        {open === 'delete' && <DeleteCredentialDialog connectionId={id} name={displayName} onClose={close} />}
      </Suspense>
    </Panel>
  );
}
