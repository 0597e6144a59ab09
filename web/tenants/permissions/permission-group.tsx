import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';

const PermissionGroupFragment = graphql(`
  fragment PermissionGroup on TenantPermission {
    permission
    requiredFor
    stateBadge {
      ...Badge
    }
    meaning
  }
`);

const useStyles = makeStyles({
  group: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':first-of-type': { borderTopStyle: 'none' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  title: { margin: 0, lineHeight: 0 },
  meaning: { margin: 0, flex: '1 1 200px', color: tokens.colorNeutralForeground2 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: `${tokens.spacingVerticalM} 0 0`,
  },
  name: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** Permissions in the same state: what it means is said once. */
export function PermissionGroup({
  permissions,
}: {
  permissions: readonly FragmentType<typeof PermissionGroupFragment>[];
}) {
  const styles = useStyles();
  const group = readFragment(PermissionGroupFragment, permissions);
  const [first] = group;
  if (first === undefined) return null;
  return (
    <div className={styles.group}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <StatusBadge badge={first.stateBadge} />
        </h3>
        <p className={styles.meaning}>{first.meaning}</p>
      </div>
      <PlainList className={styles.list}>
        {group.map(({ permission, requiredFor }) => (
          <Stack as="li" breaking key={permission}>
            <PermissionName name={permission} />
            <Quiet small>{requiredFor}</Quiet>
          </Stack>
        ))}
      </PlainList>
    </div>
  );
}

/** Breaks after its dots where it must: "Read.A" and "ll" is no permission's name. */
function PermissionName({ name }: { name: string }) {
  const parts = name.split(/(?<=\.)/);
  return (
    <code className={useStyles().name}>
      {parts.map((part) => (
        <Fragment key={part}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}
