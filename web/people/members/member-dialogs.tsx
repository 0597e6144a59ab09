import { makeStyles, tokens } from '@fluentui/react-components';
import { useSubmission } from '../../api/submission.ts';
import { texts } from '../../texts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/show-toast.ts';
import { CapabilityList } from '../roles/capability-list.tsx';
import type { MemberChanges } from './member-changes.ts';
import { sayRoleChanged, type Asking } from './member-editing.ts';
import { beyond, labelOf, type Role } from '../roles/roles.ts';

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export interface MemberDialogsProps {
  readonly asking: Asking;
  readonly changes: MemberChanges;
  readonly roles: readonly Role[];
  readonly isYou: boolean;
  readonly words: typeof texts.workspaceMembers | typeof texts.tenantMembers;
  readonly onClose: () => void;
  readonly onChanged: () => void;
  readonly onRemoved: () => void;
}

export function MemberDialogs(props: MemberDialogsProps) {
  const { asking } = props;
  return asking.kind === 'role' ? (
    <ChangeRole {...props} asking={asking} />
  ) : (
    <Remove {...props} asking={asking} />
  );
}

type Of<Kind extends Asking['kind']> = MemberDialogsProps & {
  readonly asking: Extract<Asking, { kind: Kind }>;
};

function ChangeRole({ asking: { person, from, to }, changes, roles, isYou, onClose, onChanged }: Of<'role'>) {
  const styles = useStyles();
  const label = labelOf(roles, to);
  const { busy, problem, submit } = useSubmission(
    [],
    () => changes.set({ userId: person.id }, to),
    () => {
      sayRoleChanged(person, label);
      onClose();
      onChanged();
    },
  );
  const { changeTitle, changeYourTitle, change, changeYours, yourselfWarning, ownerWarning } = texts.people;
  const losses = beyond(roles, from, to);
  return (
    <FormDialog
      title={isYou ? changeYourTitle : changeTitle(person.displayName)}
      submit={isYou ? changeYours(label) : change(label)}
      danger={losses.length > 0}
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {isYou && losses.length > 0 && <p className={styles.paragraph}>{yourselfWarning}</p>}
      {to === 'OWNER' && <p className={styles.paragraph}>{ownerWarning}</p>}
      <CapabilityList title={texts.people.gains} allowed={beyond(roles, to, from)} />
      <CapabilityList title={texts.people.loses} allowed={losses} />
    </FormDialog>
  );
}

function Remove({ asking: { person }, changes, isYou, words, onClose, onRemoved }: Of<'remove'>) {
  const styles = useStyles();
  const { busy, problem, submit } = useSubmission(
    [],
    () => changes.remove(person.id),
    () => {
      showToast({ tone: 'SUCCESS', title: words.removed(person.displayName) });
      onClose();
      onRemoved();
    },
  );
  return (
    <FormDialog
      title={isYou ? words.leaveTitle : words.removeTitle(person.displayName)}
      submit={isYou ? words.leaveSubmit : words.removeSubmit}
      danger
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {isYou && <p className={styles.paragraph}>{texts.people.yourselfWarning}</p>}
      <p className={styles.paragraph}>{words.removeLead}</p>
      <ul className={styles.list}>
        {words.loses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
      <p className={styles.paragraph}>{words.kept}</p>
    </FormDialog>
  );
}
