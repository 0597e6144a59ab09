import { makeStyles, tokens } from '@fluentui/react-components';
import { ConfirmDialog } from '../../app/page/confirm-dialog.tsx';
import { texts } from '../../texts.ts';
import { toastDone } from '../../ui/show-toast.ts';
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
  const { changeTitle, changeYourTitle, change, changeYours, yourselfWarning, ownerWarning } = texts.people;
  const losses = beyond(roles, from, to);
  return (
    <ConfirmDialog
      title={isYou ? changeYourTitle : changeTitle(person.displayName)}
      submit={isYou ? changeYours(label) : change(label)}
      harmless={losses.length === 0}
      send={() => changes.set({ userId: person.id }, to)}
      onDone={() => {
        sayRoleChanged(person, label);
        onChanged();
      }}
      onClose={onClose}
    >
      {isYou && losses.length > 0 && <p className={styles.paragraph}>{yourselfWarning}</p>}
      {to === 'OWNER' && <p className={styles.paragraph}>{ownerWarning}</p>}
      <CapabilityList title={texts.people.gains} allowed={beyond(roles, to, from)} />
      <CapabilityList title={texts.people.loses} allowed={losses} />
    </ConfirmDialog>
  );
}

function Remove({ asking: { person }, changes, isYou, words, onClose, onRemoved }: Of<'remove'>) {
  const styles = useStyles();
  return (
    <ConfirmDialog
      title={isYou ? words.leaveTitle : words.removeTitle(person.displayName)}
      submit={isYou ? words.leaveSubmit : words.removeSubmit}
      send={() => changes.remove(person.id)}
      onDone={() => {
        toastDone(words.removed(person.displayName));
        onRemoved();
      }}
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
    </ConfirmDialog>
  );
}
