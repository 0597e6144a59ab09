import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { signInAs, type DemoPerson } from '../../api/session.ts';
import { isOwnPath, routes } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { SkeletonBlock, Loading } from '../../ui/skeleton.tsx';
import { Initials } from '../../ui/initials.tsx';
import { Notice } from '../../ui/notice.tsx';
import { surface } from '../../ui/surface.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  person: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignContent: 'start',
    width: '100%',
    height: '100%',
    minHeight: '96px',
    padding: tokens.spacingHorizontalL,
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: surface.hover },
    ':active': { backgroundColor: surface.selected },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
  },
  words: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  email: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  about: { marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
});

export function DemoPeople({ people, returnTo }: { people: readonly DemoPerson[]; returnTo: string }) {
  const styles = useStyles();
  const titleId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (email: string) => {
    const refused = await signInAs(email).catch(() => texts.broken.unreachableAbout);
    setProblem(refused);
    // A full page load: the new person starts with an empty cache and a socket of their own.
    if (refused === null) location.replace(isOwnPath(returnTo) ? returnTo : routes.home);
  };
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {texts.signIn.demo}
      </h2>
      <p className={styles.quiet}>{texts.signIn.demoAbout}</p>
      {problem !== null && (
        <div role="alert">
          <Notice tone="DANGER" title={texts.signIn.failed}>
            <span>{problem}</span>
          </Notice>
        </div>
      )}
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.email}>
            <PersonButton person={person} onChoose={() => void choose(person.email)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonButton({ person, onChoose }: { person: DemoPerson; onChoose: () => void }) {
  const styles = useStyles();
  const { email, displayName, about } = person;
  return (
    <button type="button" className={styles.person} onClick={onChoose}>
      <Initials name={displayName} />
      <span className={styles.words}>
        <span className={styles.name}>{displayName}</span>
        <span className={styles.email}>{email}</span>
        <span className={styles.about}>{about}</span>
      </span>
    </button>
  );
}

/** As many as the demo world has. */
const usualPeople = 5;

export function DemoPeopleSkeleton() {
  const styles = useStyles();
  return (
    <Loading>
      <div className={styles.section}>
        <SkeletonBlock width="240px" height="22px" />
        <SkeletonBlock width="360px" height="20px" />
        <div className={styles.list}>
          {Array.from({ length: usualPeople }, (_, index) => (
            <SkeletonBlock key={index} width="100%" height="116px" />
          ))}
        </div>
      </div>
    </Loading>
  );
}
