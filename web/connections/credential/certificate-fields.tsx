import { useApolloClient } from '@apollo/client/react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { CertificateInspectionQuery } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { SelectField, TextAreaField } from '../../ui/fields.tsx';
import {
  certificateFormats,
  findCertificate,
  partsOfPasted,
  readCertificateFiles,
} from './certificate-text.ts';
import type { CredentialDraft, DraftProblems } from './credential-draft.ts';
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

export function CertificateFields(props: CertificateFieldsProps) {
  const { draft, onChange } = props;
  const words = texts.credentialDialog;
  return (
    <>
      <CertificateFiles onRead={onChange} />
      <SelectField
        label={words.format}
        value={draft.format}
        options={certificateFormats.map((value) => ({ value, label: words.formats[value] }))}
        // What is no longer shown is not kept either.
        onChange={(format) => onChange({ ...noCertificate, format })}
      />
      {draft.format === 'PFX' ? <PfxFields {...props} /> : <PemFields {...props} />}
    </>
  );
}

const noCertificate = { certificatePem: '', privateKeyPem: '', pfxBase64: '', pfxName: '', pfxPassword: '' };

function PemFields({ connectionId, draft, problems, onChange }: CertificateFieldsProps) {
  const { certificatePem, privateKeyPem } = draft;
  const inspection = useInspection(connectionId, findCertificate(certificatePem));
  const words = texts.credentialDialog;
  return (
    <>
      <TextAreaField
        label={words.certificate}
        hint={hintOf(inspection) ?? words.certificateHint}
        problem={problems.certificatePem ?? inspection?.problem ?? null}
        required
        value={certificatePem}
        onChange={(text) => onChange(partsOfPasted(text, draft) ?? { certificatePem: text })}
      />
      <SecretField
        label={words.privateKey}
        hint={words.privateKeyHint}
        problem={problems.privateKeyPem ?? null}
        value={privateKeyPem}
        rows={3}
        onChange={(text) => onChange(partsOfPasted(text, draft) ?? { privateKeyPem: text })}
      />
    </>
  );
}

function PfxFields({ draft, problems, onChange }: CertificateFieldsProps) {
  const { pfxBase64, pfxName, pfxPassword } = draft;
  const words = texts.credentialDialog;
  return (
    <>
      <SecretField
        label={words.pfx}
        hint={pfxName === '' ? words.pfxHint : words.pfxRead(pfxName)}
        problem={problems.pfxBase64 ?? null}
        value={pfxBase64}
        rows={3}
        onChange={(text) => onChange(partsOfPasted(text, draft) ?? { pfxBase64: text, pfxName: '' })}
      />
      <SecretField
        label={words.pfxPassword}
        hint={words.pfxPasswordHint}
        problem={problems.pfxPassword ?? null}
        required={false}
        value={pfxPassword}
        onChange={(text) => onChange({ pfxPassword: text })}
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
  return texts.credentialDialog.certificateReads(
    day.format(new Date(inspection.expiresAt)),
    inspection.thumbprint,
  );
}

/** Whichever file holds what: each part goes to the field it belongs to. */
function CertificateFiles({ onRead }: { onRead: (change: Partial<CredentialDraft>) => void }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState(false);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const found = await readCertificateFiles([...(target.files ?? [])]);
    setUnread(found === null);
    onRead(found ?? {});
    // So that the same file can be chosen again.
    target.value = '';
  };
  const { files, filesUnread } = texts.credentialDialog;
  return (
    <div>
      <Button icon={<DocumentRegular />} onClick={() => input.current?.click()}>
        {files}
      </Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        multiple
        aria-label={files}
        onChange={(event) => void read(event)}
      />
      {unread && (
        <p role="alert" className={styles.problem}>
          {filesUnread}
        </p>
      )}
    </div>
  );
}
