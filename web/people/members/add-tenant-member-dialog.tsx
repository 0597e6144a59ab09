import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useSubmission } from '../../api/submission.ts';
import type { WorkspaceRole } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/show-toast.ts';
import { addressProblem } from './address-problem.ts';
import type { MemberChanges } from './member-changes.ts';
import type { Person } from '../person.tsx';
import { RoleField } from '../roles/role-field.tsx';
import type { Role } from '../roles/roles.ts';

const useStyles = makeStyles({ lead: { margin: 0 } });

/** No id looks like it. */
const byAddress = 'address';

export interface AddTenantMemberDialogProps {
  readonly changes: MemberChanges;
  readonly roles: readonly Role[];
  /** Members of the workspace who are not entitled to the tenant yet. */
  readonly candidates: readonly Person[];
  readonly present: readonly Person[];
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

export function AddTenantMemberDialog(props: AddTenantMemberDialogProps) {
  const { changes, roles, candidates, present, onClose, onAdded } = props;
  const styles = useStyles();
  const [chosen, setChosen] = useState(candidates[0]?.id ?? byAddress);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<WorkspaceRole>('READONLY');
  const [wrong, setWrong] = useState<string | null>(null);
  const { addTitle, addSubmit, addLead, added, notAMember } = texts.tenantMembers;
  const isByAddress = chosen === byAddress;
  const name = candidates.find(({ id }) => id === chosen)?.displayName ?? email.trim();
  const { busy, problem, problemOf, notFound, submit, forget } = useSubmission(
    ['email'],
    () => changes.set(isByAddress ? { email } : { userId: chosen }, role),
    () => {
      showToast({ tone: 'SUCCESS', title: added(name) });
      onClose();
      onAdded();
    },
  );
  const send = () => {
    const found = isByAddress ? addressProblem(email, present) : null;
    setWrong(found);
    if (found === null) submit();
  };
  const people = candidates.map(({ id, displayName, email: address }) => ({
    value: id,
    label: address === null || address === displayName ? displayName : `${displayName} · ${address}`,
  }));
  return (
    <FormDialog
      title={addTitle}
      submit={addSubmit}
      busy={busy}
      problem={notFound ? notAMember : problem}
      onSubmit={send}
      onClose={onClose}
    >
      <p className={styles.lead}>{addLead}</p>
      <SelectField
        label={texts.people.person}
        value={chosen}
        options={[...people, { value: byAddress, label: texts.people.somebodyElse }]}
        onChange={(value) => {
          setChosen(value);
          forget();
        }}
      />
      {isByAddress && (
        <TextField
          label={texts.people.email}
          hint={texts.people.emailHint}
          type="email"
          required
          value={email}
          problem={wrong ?? problemOf('email')}
          onChange={(value) => {
            setEmail(value);
            setWrong(null);
            forget();
          }}
        />
      )}
      <RoleField role={role} roles={roles} onChange={setRole} />
    </FormDialog>
  );
}
