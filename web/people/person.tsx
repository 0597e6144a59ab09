import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { Initials } from '../ui/initials.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly email: string | null;
}

const useStyles = makeStyles({
  person: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  you: { fontWeight: tokens.fontWeightRegular },
});

/** A person in a list, with their address, by which two of the same name are told apart. */
export function PersonView({ person, isYou }: { person: Person; isYou: boolean }) {
  const styles = useStyles();
  const { displayName, email } = person;
  return (
    <div className={styles.person}>
      <Initials name={displayName} />
      <Stack breaking>
        <span className={styles.name}>
          {displayName} {isYou && <Quiet className={styles.you}>({texts.people.you})</Quiet>}
        </span>
        {email !== displayName && <Quiet small>{email ?? texts.people.noEmail}</Quiet>}
      </Stack>
    </div>
  );
}
