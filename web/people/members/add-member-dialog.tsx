import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useSubmission } from '../../api/submission.ts';
import type { WorkspaceRole } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/show-toast.ts';
import { addressProblem } from './address-problem.ts';
import type { MemberChanges } from './member-changes.ts';
import type { Person } from '../person.tsx';
import { RoleField } from '../roles/role-field.tsx';
import type { Role } from '../roles/roles.ts';

const useStyles = makeStyles({ lead: { margin: 0 } });

export interface AddMemberDialogProps {
  readonly changes: MemberChanges;
  readonly roles: readonly Role[];
  /** Whom the list shows. */
  readonly present: readonly Person[];
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

export function AddMemberDialog({ changes, roles, present, onClose, onAdded }: AddMemberDialogProps) {
  const styles = useStyles();
  const [email, setEmail] = useState('');
  const [displayName, setDisplayName] = useState('');
  // The least, so that more is given only on purpose.
  const [role, setRole] = useState<WorkspaceRole>('READONLY');
  const [wrong, setWrong] = useState<string | null>(null);
  const { addTitle, addSubmit, addLead, added } = texts.workspaceMembers;
  const name = displayName.trim();
  const { busy, problem, problemOf, submit, forget } = useSubmission(
    ['email', 'displayName'],
    () => changes.set({ email, displayName: name === '' ? null : name }, role),
    () => {
      showToast({ tone: 'SUCCESS', title: added(name === '' ? email.trim() : name) });
      onClose();
      onAdded();
    },
  );
  const send = () => {
    const found = addressProblem(email, present);
    setWrong(found);
    if (found === null) submit();
  };
  return (
    <FormDialog
      title={addTitle}
      submit={addSubmit}
      busy={busy}
      problem={problem}
      onSubmit={send}
      onClose={onClose}
    >
      <p className={styles.lead}>{addLead}</p>
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
      <TextField
        label={texts.people.displayName}
        hint={texts.people.displayNameHint}
        value={displayName}
        problem={problemOf('displayName')}
        onChange={(value) => {
          setDisplayName(value);
          forget();
        }}
      />
      <RoleField role={role} roles={roles} onChange={setRole} />
    </FormDialog>
  );
}
