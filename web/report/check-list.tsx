import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import { groupChecks, needsSomebody, type CheckGroup } from './check-groups.ts';
import { CheckItem } from './check-item.tsx';

const CheckListFragment = graphql(`
  fragment CheckList on VerificationCheck {
    key
    status
    statusBadge {
      label
      color
      icon
    }
    severity
    blocking
    ...CheckItem
  }
`);

const useStyles = makeStyles({
  checks: { margin: 0, padding: 0, listStyleType: 'none' },
  group: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    '& > svg': { fontSize: '16px' },
  },
  folded: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  foldedHead: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    '& > svg': { fontSize: '16px' },
  },
});

export interface CheckListProps {
  readonly checks: readonly FragmentType<typeof CheckListFragment>[];
  /**
   * While a report grows its checks stay in the order in which they are run: nothing moves under the reader's eyes. When
   * it is complete they are sorted by who must act.
   */
  readonly growing: boolean;
}

type Check = ReturnType<typeof toChecks>[number];

export function CheckList({ checks: masked, growing }: CheckListProps) {
  const styles = useStyles();
  const checks = toChecks(masked);
  if (growing) return <Items checks={checks} level="h3" />;
  const isCalm = !checks.some(needsSomebody);
  return (
    <>
      {groupChecks(checks).map((group) => (
        <section key={group.kind} className={styles.group} aria-label={titleOf(group)}>
          <Group group={group} openAtFirst={isCalm && group.kind === 'PASS'} />
        </section>
      ))}
    </>
  );
}

function Group({ group, openAtFirst }: { group: CheckGroup<Check>; openAtFirst: boolean }) {
  const styles = useStyles();
  const [first] = group.checks;
  if (first === undefined) return null;
  if (needsSomebody(first)) {
    return (
      <>
        <h3 className={styles.head}>
          <StatusIcon badge={first.statusBadge} />
          {titleOf(group)}
        </h3>
        <Items checks={group.checks} level="h4" />
      </>
    );
  }
  return (
    <div className={styles.folded}>
      <Disclosure
        summary={
          <span className={styles.foldedHead}>
            <StatusIcon badge={first.statusBadge} />
            {titleOf(group)}
          </span>
        }
        openAtFirst={openAtFirst}
      >
        <Items checks={group.checks} level="h3" />
      </Disclosure>
    </div>
  );
}

function Items({ checks, level }: { checks: readonly Check[]; level: 'h3' | 'h4' }) {
  const styles = useStyles();
  return (
    <ol className={styles.checks}>
      {checks.map((check) => (
        <CheckItem key={check.key} check={check} level={level} />
      ))}
    </ol>
  );
}

/** What the API calls the status; blocking failures are a group of their own. */
function titleOf({ kind, checks }: CheckGroup<Check>): string {
  const label = kind === 'blocking' ? texts.report.blockingGroup : (checks[0]?.statusBadge.label ?? '');
  return texts.report.group(label, checks.length);
}

const toChecks = (masked: CheckListProps['checks']) => readFragment(CheckListFragment, masked);
