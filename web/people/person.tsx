import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { Initials } from '../ui/initials.tsx';

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly email: string | null;
}

const useStyles = makeStyles({
  person: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  email: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Somebody in a list, with their address, by which two of the same name are told apart. */
export function PersonView({ person, isYou }: { person: Person; isYou: boolean }) {
  const styles = useStyles();
  const { displayName, email } = person;
  return (
    <div className={styles.person}>
      <Initials name={displayName} />
      <div className={styles.words}>
        <span className={styles.name}>
          {displayName} {isYou && <span className={styles.quiet}>({texts.people.you})</span>}
        </span>
        {email !== displayName && <span className={styles.email}>{email ?? texts.people.noEmail}</span>}
      </div>
    </div>
  );
}
