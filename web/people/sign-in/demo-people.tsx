import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { signInAs, type DemoPerson } from '../../api/session.ts';
import { isOwnPath, routes } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { SkeletonBlock, Loading } from '../../ui/skeleton.tsx';
import { Initials } from '../../ui/initials.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';
import { surface } from '../../ui/surface.ts';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
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
  name: { fontWeight: tokens.fontWeightSemibold },
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
    <section aria-labelledby={titleId}>
      <Stack gap="M">
        <h2 id={titleId} className={styles.title}>
          {texts.signIn.demo}
        </h2>
        <Quiet as="p">{texts.signIn.demoAbout}</Quiet>
        {problem !== null && (
          <div role="alert">
            <Notice tone="DANGER" title={texts.signIn.failed}>
              <span>{problem}</span>
            </Notice>
          </div>
        )}
        <PlainList className={styles.list}>
          {people.map((person) => (
            <li key={person.email}>
              <PersonButton person={person} onChoose={() => void choose(person.email)} />
            </li>
          ))}
        </PlainList>
      </Stack>
    </section>
  );
}

function PersonButton({ person, onChoose }: { person: DemoPerson; onChoose: () => void }) {
  const styles = useStyles();
  const { email, displayName, about } = person;
  return (
    <button type="button" className={styles.person} onClick={onChoose}>
      <Initials name={displayName} />
      <Stack as="span" breaking>
        <span className={styles.name}>{displayName}</span>
        <Quiet small>{email}</Quiet>
        <span className={styles.about}>{about}</span>
      </Stack>
    </button>
  );
}

/** As many as the demo world has. */
const usualPeople = 5;

export function DemoPeopleSkeleton() {
  const styles = useStyles();
  return (
    <Loading>
      <Stack gap="M">
        <SkeletonBlock width="240px" height="22px" />
        <SkeletonBlock width="360px" height="20px" />
        <div className={styles.list}>
          {Array.from({ length: usualPeople }, (_, index) => (
            <SkeletonBlock key={index} width="100%" height="116px" />
          ))}
        </div>
      </Stack>
    </Loading>
  );
}
