import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { AppLink } from '../ui/links.tsx';
import { PlainList } from '../ui/plain-list.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { surface } from '../ui/surface.ts';
import { AbsoluteTime } from '../ui/time.tsx';

const VersionListItemFragment = graphql(`
  fragment VersionListItem on PolicyVersion {
    number
    since
    isLatest
  }
`);

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    // The line of time, and where on it the version that is shown stands.
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorNeutralStroke2}`,
  },
  chosen: {
    backgroundColor: surface.selected,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
  },
});

export interface VersionListProps {
  readonly versions: readonly FragmentType<typeof VersionListItemFragment>[];
  readonly chosen: number | null;
  readonly hrefOf: (number: number) => string;
}

/** Newest first; an unchanged night adds none. */
export function VersionList({ versions, chosen, hrefOf }: VersionListProps) {
  const styles = useStyles();
  return (
    <PlainList>
      {versions.map((masked) => {
        const { number, since, isLatest } = readFragment(VersionListItemFragment, masked);
        return (
          <li
            key={number}
            className={mergeClasses(styles.item, number === chosen && styles.chosen)}
            aria-current={number === chosen ? 'true' : undefined}
          >
            <Stack>
              <AppLink href={hrefOf(number)}>{texts.policy.version(number)}</AppLink>
              <Quiet small>
                <AbsoluteTime at={since} />
                {isLatest && `, ${texts.policy.now.toLowerCase()}`}
              </Quiet>
            </Stack>
          </li>
        );
      })}
    </PlainList>
  );
}
