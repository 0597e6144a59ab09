import { Checkbox, Field } from '@fluentui/react-components';
import { useState } from 'react';
import { useSend } from '../../api/action.ts';
import { useSubmission } from '../../api/submission.ts';
import { graphql } from '../../gql/gql.ts';
import type { Capability } from '../../gql/graphql.ts';
import type { Allowed } from '../roles/roles.ts';
import { texts } from '../../texts.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { expiryOptions, toExpiry, usualExpiry, type ExpiryChoice } from './token-expiry.ts';

const CreateApiTokenMutation = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      apiToken {
        id
      }
      plaintext
    }
  }
`);

/** What `tenantatlas verify` needs. */
const usual: readonly Capability[] = ['VIEW', 'PROVIDER_VIEW', 'PROVIDER_RUN'];
/** As long as the API takes. */
const longestName = 100;

export interface TokenWorkspace {
  readonly id: string;
  readonly name: string;
  /** What the viewer may do there. */
  readonly capabilities: readonly Capability[];
}

export interface CreateTokenDialogProps {
  readonly workspaces: readonly TokenWorkspace[];
  /** The one to propose. */
  readonly workspaceId: string;
  readonly labels: readonly Allowed[];
  readonly onClose: () => void;
  /** With the text of the token, which is given only once. */
  readonly onCreated: (plaintext: string) => void;
}

export function CreateTokenDialog(props: CreateTokenDialogProps) {
  const { workspaces, labels, onClose, onCreated } = props;
  // Not through the cache: what is in it stays until the page is closed.
  const create = useSend(CreateApiTokenMutation, { fetchPolicy: 'no-cache' });
  const [name, setName] = useState('');
  const [workspaceId, setWorkspaceId] = useState(props.workspaceId);
  const [wanted, setWanted] = useState<readonly Capability[]>(usual);
  const [choice, setChoice] = useState<ExpiryChoice>(usualExpiry);
  const [day, setDay] = useState('');
  const [checked, setChecked] = useState(false);
  const held = workspaces.find(({ id }) => id === workspaceId)?.capabilities ?? [];
  const expiresAt = toExpiry(choice, day, Date.now());
  const capabilities = wanted.filter((capability) => held.includes(capability));
  const send = async () => {
    const { createApiToken } = await create({ input: { workspaceId, name, capabilities, expiresAt } });
    return createApiToken.plaintext;
  };
  const { busy, problem, problemOf, submit, forget } = useSubmission(['name', 'expiresAt'], send, onCreated);
  const nameMissing = name.trim() === '';
  const submitChecked = () => {
    setChecked(true);
    if (!nameMissing && expiresAt !== null) submit();
  };
  const words = texts.createToken;
  return (
    <FormDialog
      title={words.title}
      submit={words.submit}
      busy={busy}
      problem={problem}
      onSubmit={submitChecked}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        required
        value={name}
        maxLength={longestName}
        problem={checked && nameMissing ? words.nameMissing : problemOf('name')}
        onChange={(value) => {
          setName(value);
          forget();
        }}
      />
      <SelectField
        label={words.workspace}
        value={workspaceId}
        options={workspaces.map((workspace) => ({ value: workspace.id, label: workspace.name }))}
        onChange={setWorkspaceId}
      />
      <CapabilityChoice
        offered={labels.filter(({ capability }) => held.includes(capability))}
        chosen={capabilities}
        onChange={setWanted}
      />
      <SelectField
        label={words.expiry}
        hint={words.expiryHint}
        value={choice}
        options={expiryOptions}
        problem={choice === 'date' ? null : problemOf('expiresAt')}
        onChange={(value) => {
          setChoice(value);
          forget();
        }}
      />
      {choice === 'date' && (
        <TextField
          label={words.date}
          type="date"
          required
          value={day}
          problem={checked && expiresAt === null ? words.dateMissing : problemOf('expiresAt')}
          onChange={(value) => {
            setDay(value);
            forget();
          }}
        />
      )}
    </FormDialog>
  );
}

interface CapabilityChoiceProps {
  readonly offered: readonly Allowed[];
  readonly chosen: readonly Capability[];
  readonly onChange: (chosen: readonly Capability[]) => void;
}

/** Only what the viewer may do is offered; seeing is part of every token and no choice. */
function CapabilityChoice({ offered, chosen, onChange }: CapabilityChoiceProps) {
  const { capabilities, capabilitiesHint } = texts.createToken;
  const toggle = (capability: Capability, on: boolean) =>
    onChange(on ? [...chosen, capability] : chosen.filter((one) => one !== capability));
  const always = offered.find(({ capability }) => capability === 'VIEW')?.label ?? '';
  return (
    <Field label={capabilities} hint={capabilitiesHint(always)} role="group">
      <div>
        {offered
          .filter(({ capability }) => capability !== 'VIEW')
          .map(({ capability, label }) => (
            <div key={capability}>
              <Checkbox
                label={label}
                checked={chosen.includes(capability)}
                onChange={(_event, { checked }) => toggle(capability, checked === true)}
              />
            </div>
          ))}
      </div>
    </Field>
  );
}
