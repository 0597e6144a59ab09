import { useQuery } from '@apollo/client/react';
import { Field, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { CredentialType } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { reasonOf, type ActionRefs } from '../../ui/availability.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { CertificateFields } from './certificate-fields.tsx';
import {
  emptyDraft,
  judgeDraft,
  toInput,
  type CredentialDraft,
  type DraftProblems,
} from './credential-draft.ts';
import { SecretField } from './secret-field.tsx';
import { useHandIn, type Way } from './use-hand-in.ts';
import { useSettled } from './use-settled.ts';

const CredentialRulesDocument = graphql(`
  query CredentialRules($id: ID!) {
    providerConnection(id: $id) {
      id
      credentialRules {
        field
        pattern
        refusesMatch
        message
      }
    }
  }
`);

const useStyles = makeStyles({
  ways: { display: 'flex', flexDirection: 'column' },
  about: {
    margin: `0 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXXL}`,
    color: tokens.colorNeutralForeground3,
  },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

export interface CredentialDialogProps {
  readonly connectionId: string;
  /** Of the application so far: usually it is its new secret that is set. */
  readonly clientId: string;
  readonly replaces: boolean;
  readonly actions: ActionRefs;
  /** What is offered first; left out, the rehearsal where it is possible. */
  readonly firstWay?: Way;
  readonly onClose: () => void;
}

/** Write-only: nothing secret is shown, sent before it is submitted, or kept after the dialog has closed. */
export function CredentialDialog(props: CredentialDialogProps) {
  const { connectionId, clientId, replaces, actions, firstWay, onClose } = props;
  const cannotRehearse = reasonOf(actions, 'rehearse_credential', texts.connection.unavailable);
  const [draft, setDraft] = useState(() => emptyDraft(clientId));
  const [complete, setComplete] = useState(false);
  const [way, setWay] = useState<Way>(firstWay ?? (cannotRehearse === null ? 'rehearse' : 'set'));
  const { data } = useQuery(CredentialRulesDocument, { variables: { id: connectionId } });
  const rules = data?.providerConnection?.credentialRules ?? [];
  const handIn = useHandIn(way, () => toInput(connectionId, draft), onClose);
  const settled = useSettled(draft);
  const problems = {
    ...judgeDraft(draft, rules, { complete, settled }),
    ...handIn.fieldProblem,
  };
  const change = (part: Partial<CredentialDraft>) => {
    setDraft({ ...draft, ...part });
    handIn.forget();
  };
  const submit = () => {
    setComplete(true);
    const wrong = Object.keys(judgeDraft(draft, rules, { complete: true, settled: draft })).length > 0;
    if (!wrong) handIn.submit();
  };
  return (
    <FormDialog
      title={replaces ? texts.credentialDialog.replace : texts.credentialDialog.set}
      submit={way === 'rehearse' ? texts.credentialDialog.rehearse : texts.credentialDialog.setNow}
      busy={handIn.busy}
      problem={handIn.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <CredentialFields connectionId={connectionId} draft={draft} problems={problems} onChange={change} />
      <WayField way={way} replaces={replaces} cannotRehearse={cannotRehearse} onChange={setWay} />
    </FormDialog>
  );
}

const types = ['CLIENT_SECRET', 'CERTIFICATE', 'FEDERATED'] as const satisfies readonly CredentialType[];

interface CredentialFieldsProps {
  readonly connectionId: string;
  readonly draft: CredentialDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<CredentialDraft>) => void;
}

function CredentialFields({ connectionId, draft, problems, onChange }: CredentialFieldsProps) {
  const words = texts.credentialDialog;
  const { type } = draft;
  return (
    <>
      <SelectField
        label={words.type}
        hint={words.typeAbout[type]}
        value={type}
        options={types.map((value) => ({ value, label: texts.tenantConnections.credentialTypes[value] }))}
        // What was typed for another type is no longer shown, so it must not be kept either.
        onChange={(chosen) =>
          onChange({ ...emptyDraft(draft.clientId), type: chosen, tenantId: draft.tenantId })
        }
      />
      <TextField
        label={words.clientId}
        hint={words.clientIdHint}
        problem={problems.clientId ?? null}
        required
        value={draft.clientId}
        onChange={(clientId) => onChange({ clientId })}
      />
      {type === 'CLIENT_SECRET' && <ClientSecretFields {...{ draft, problems, onChange }} />}
      {type === 'CERTIFICATE' && <CertificateFields {...{ connectionId, draft, problems, onChange }} />}
      {type === 'FEDERATED' && (
        <TextField
          label={words.file}
          hint={words.fileHint}
          problem={problems.tokenFile ?? null}
          required
          value={draft.tokenFile}
          onChange={(tokenFile) => onChange({ tokenFile })}
        />
      )}
      <TextField
        label={words.directory}
        hint={words.directoryHint}
        problem={problems.tenantId ?? null}
        value={draft.tenantId}
        onChange={(tenantId) => onChange({ tenantId })}
      />
    </>
  );
}

function ClientSecretFields({ draft, problems, onChange }: Omit<CredentialFieldsProps, 'connectionId'>) {
  const words = texts.credentialDialog;
  return (
    <>
      <SecretField
        label={words.secret}
        hint={words.secretHint}
        problem={problems.clientSecret ?? null}
        value={draft.clientSecret}
        onChange={(clientSecret) => onChange({ clientSecret })}
      />
      <TextField
        label={words.expiresAt}
        hint={words.expiresAtHint}
        problem={problems.expiresAt ?? null}
        type="date"
        value={draft.expiresAt}
        onChange={(expiresAt) => onChange({ expiresAt })}
      />
    </>
  );
}

interface WayFieldProps {
  readonly way: Way;
  readonly replaces: boolean;
  /** Why not; null when it can be. */
  readonly cannotRehearse: string | null;
  readonly onChange: (way: Way) => void;
}

function WayField({ way, replaces, cannotRehearse, onChange }: WayFieldProps) {
  const styles = useStyles();
  const { way: label, ways, waysAbout } = texts.credentialDialog;
  return (
    <Field label={label}>
      <RadioGroup
        value={way}
        onChange={(_event, { value }) => onChange(value === 'set' ? 'set' : 'rehearse')}
      >
        <Radio value="rehearse" label={ways.rehearse} disabled={cannotRehearse !== null} />
        <p className={styles.about}>{cannotRehearse ?? waysAbout.rehearse}</p>
        <Radio value="set" label={ways.set} />
        {way === 'set' && (
          <p className={mergeClasses(styles.about, styles.warning)}>
            {replaces ? waysAbout.replace : waysAbout.set}
          </p>
        )}
      </RadioGroup>
    </Field>
  );
}
