import { makeStyles, tokens } from '@fluentui/react-components';
import type { CredentialType } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { Fact } from '../../ui/facts.tsx';
import { RelativeTime } from '../../ui/time.tsx';
import { Expiry } from './expiry.tsx';

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  line: { display: 'inline-flex', alignItems: 'center' },
});

/** What may be known of a credential, in use or rehearsed. */
export interface KnownCredential {
  readonly type: CredentialType;
  readonly clientId: string;
  readonly expiresAt: string | null;
  readonly thumbprint: string | null;
  readonly tokenFile?: string | null;
  readonly updatedAt: string;
}

export function toCredentialFacts(credential: KnownCredential, since: string): Fact[] {
  const { type, clientId, expiresAt, thumbprint, tokenFile = null, updatedAt } = credential;
  const { expiresNever, expiresUnknown, ...words } = texts.credential;
  const unknown = type === 'FEDERATED' ? expiresNever : expiresUnknown;
  return [
    { term: words.type, value: texts.tenantConnections.credentialTypes[type] },
    { term: words.clientId, value: <ClientId id={clientId} /> },
    { term: words.expires, value: expiresAt === null ? unknown : <Expiry at={expiresAt} /> },
    ...(thumbprint === null ? [] : [{ term: words.thumbprint, value: <Code text={thumbprint} /> }]),
    ...(tokenFile === null ? [] : [{ term: words.tokenFile, value: <Code text={tokenFile} /> }]),
    { term: since, value: <RelativeTime at={updatedAt} /> },
  ];
}

function ClientId({ id }: { id: string }) {
  return (
    <span className={useStyles().line}>
      <Code text={id} />
      <CopyButton compact text={id} label={texts.credential.copyClientId} />
    </span>
  );
}

function Code({ text }: { text: string }) {
  return <code className={useStyles().code}>{text}</code>;
}
