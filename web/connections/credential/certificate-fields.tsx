import { useApolloClient } from '@apollo/client/react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { CertificateInspectionQuery } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { TextAreaField } from '../../ui/fields.tsx';
import type { CredentialDraft, DraftProblems } from './credential-draft.ts';
import { findCertificate, readPemFiles } from './read-pem-files.ts';
import { SecretField } from './secret-field.tsx';
import { useSettled } from './use-settled.ts';

const CertificateInspectionDocument = graphql(`
  query CertificateInspection($id: ID!, $certificatePem: String!) {
    providerConnection(id: $id) {
      id
      certificateInspection(certificatePem: $certificatePem) {
        problem
        expiresAt
        thumbprint
      }
    }
  }
`);

const useStyles = makeStyles({
  hidden: { display: 'none' },
  problem: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorStatusDangerForeground3 },
});

export interface CertificateFieldsProps {
  readonly connectionId: string;
  readonly draft: CredentialDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<CredentialDraft>) => void;
}

export function CertificateFields({ connectionId, draft, problems, onChange }: CertificateFieldsProps) {
  const { certificatePem, privateKeyPem } = draft;
  const inspection = useInspection(connectionId, findCertificate(certificatePem));
  const words = texts.credential;
  return (
    <>
      <PemFiles onRead={onChange} />
      <TextAreaField
        label={words.certificate}
        hint={hintOf(inspection) ?? words.certificateHint}
        problem={problems.certificatePem ?? inspection?.problem ?? null}
        required
        value={certificatePem}
        onChange={(text) => onChange({ certificatePem: text })}
      />
      <SecretField
        label={words.privateKey}
        hint={words.privateKeyHint}
        problem={problems.privateKeyPem ?? null}
        value={privateKeyPem}
        rows={3}
        onChange={(text) => onChange({ privateKeyPem: text })}
      />
    </>
  );
}

type Inspection = NonNullable<CertificateInspectionQuery['providerConnection']>['certificateInspection'];

/** Only the certificate is sent, which is public; its key stays here until it is submitted. */
function useInspection(connectionId: string, certificatePem: string | null): Inspection | null {
  const client = useApolloClient();
  const settled = useSettled(certificatePem);
  const [known, setKnown] = useState<{ pem: string; inspection: Inspection } | null>(null);
  useEffect(() => {
    if (settled === null) return undefined;
    let current = true;
    const variables = { id: connectionId, certificatePem: settled };
    void client
      .query({ query: CertificateInspectionDocument, variables, fetchPolicy: 'no-cache' })
      .then(({ data }) => {
        const inspection = data.providerConnection?.certificateInspection;
        if (current && inspection !== undefined) setKnown({ pem: settled, inspection });
      })
      // A courtesy: without an answer the same is said when the credential is submitted.
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [client, connectionId, settled]);
  return known !== null && known.pem === certificatePem ? known.inspection : null;
}

const day = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium' });

function hintOf(inspection: Inspection | null): string | null {
  if (inspection?.expiresAt == null || inspection.thumbprint === null) return null;
  return texts.credential.certificateReads(day.format(new Date(inspection.expiresAt)), inspection.thumbprint);
}

/** Whichever file holds what: each part goes to the field it belongs to. */
function PemFiles({ onRead }: { onRead: (change: Partial<CredentialDraft>) => void }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [nothing, setNothing] = useState(false);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const found = await readPemFiles([...(target.files ?? [])]);
    setNothing(Object.keys(found).length === 0);
    onRead(found);
    // So that the same file can be chosen again.
    target.value = '';
  };
  return (
    <div>
      <Button icon={<DocumentRegular />} onClick={() => input.current?.click()}>
        {texts.credential.files}
      </Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        multiple
        aria-label={texts.credential.files}
        onChange={(event) => void read(event)}
      />
      {nothing && (
        <p role="alert" className={styles.problem}>
          {texts.credential.noPem}
        </p>
      )}
    </div>
  );
}
