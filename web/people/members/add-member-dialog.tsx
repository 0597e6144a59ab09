import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useSubmission } from '../../api/submission.ts';
import type { WorkspaceRole } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/show-toast.ts';
import { addressProblem } from './address-problem.ts';
import type { MemberChanges, Who } from './member-changes.ts';
import type { Person } from '../person.tsx';
import { RoleField } from '../roles/role-field.tsx';
import type { Role } from '../roles/roles.ts';

const useStyles = makeStyles({ lead: { margin: 0 } });

/** No id looks like it. */
const byAddress = 'address';

export interface AddMemberDialogProps {
  readonly changes: MemberChanges;
  readonly roles: readonly Role[];
  readonly words: typeof texts.workspaceMembers | typeof texts.tenantMembers;
  /** Whom one can choose from, members of the workspace; null: anyone, who is then named as well. */
  readonly candidates: readonly Person[] | null;
  /** Whom the list shows. */
  readonly present: readonly Person[];
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

export function AddMemberDialog(props: AddMemberDialogProps) {
  const { roles, words, candidates, onClose } = props;
  const styles = useStyles();
  const { draft, change, isByAddress, problems, busy, send } = useAddition(props);
  return (
    <FormDialog
      title={words.addTitle}
      submit={words.addSubmit}
      busy={busy}
      problem={problems.form}
      onSubmit={send}
      onClose={onClose}
    >
      <p className={styles.lead}>{words.addLead}</p>
      {candidates !== null && (
        <SelectField
          label={texts.people.person}
          value={draft.chosen}
          options={[...candidates.map(toOption), { value: byAddress, label: texts.people.someoneElse }]}
          onChange={(chosen) => change({ chosen })}
        />
      )}
      {isByAddress && (
        <TextField
          label={texts.people.email}
          hint={texts.people.emailHint}
          type="email"
          required
          value={draft.email}
          problem={problems.email}
          onChange={(email) => change({ email })}
        />
      )}
      {candidates === null && (
        <TextField
          label={texts.people.displayName}
          hint={texts.people.displayNameHint}
          value={draft.displayName}
          problem={problems.displayName}
          onChange={(displayName) => change({ displayName })}
        />
      )}
      <RoleField role={draft.role} roles={roles} onChange={(role) => change({ role })} />
    </FormDialog>
  );
}

interface Draft {
  /** A person's id, or `byAddress`. */
  readonly chosen: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: WorkspaceRole;
}

function useAddition(props: AddMemberDialogProps) {
  const { changes, words, candidates, present, onClose, onAdded } = props;
  const [draft, setDraft] = useState<Draft>({
    chosen: candidates?.[0]?.id ?? byAddress,
    email: '',
    displayName: '',
    // The least, so that more is given only on purpose.
    role: 'READONLY',
  });
  const [wrong, setWrong] = useState<string | null>(null);
  const { chosen, email, role } = draft;
  const isByAddress = chosen === byAddress;
  const displayName = draft.displayName.trim();
  const name = candidates?.find(({ id }) => id === chosen)?.displayName ?? displayName;
  const submission = useSubmission(
    candidates === null ? ['email', 'displayName'] : ['email'],
    () => changes.set(toWho(draft, candidates === null), role),
    () => {
      showToast({ tone: 'SUCCESS', title: words.added(name || email.trim()) });
      onClose();
      onAdded();
    },
  );
  const { problem, problemOf, notFound } = submission;
  return {
    draft,
    isByAddress,
    busy: submission.busy,
    problems: {
      form: notFound && candidates !== null ? texts.tenantMembers.notAMember : problem,
      email: wrong ?? problemOf('email'),
      displayName: problemOf('displayName'),
    },
    change: (part: Partial<Draft>) => {
      setDraft({ ...draft, ...part });
      if (part.email !== undefined) setWrong(null);
      if (part.role === undefined) submission.forget();
    },
    send: () => {
      const found = isByAddress ? addressProblem(email, present) : null;
      setWrong(found);
      if (found === null) submission.submit();
    },
  };
}

function toWho({ chosen, email, displayName }: Draft, isAnyone: boolean): Who {
  if (chosen !== byAddress) return { userId: chosen };
  return isAnyone ? { email, displayName: displayName.trim() || null } : { email };
}

function toOption({ id, displayName, email }: Person) {
  const isSame = email === null || email === displayName;
  return { value: id, label: isSame ? displayName : `${displayName} · ${email}` };
}
