import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type {
  HistoryChangesFragment as HistoryChangesData,
  VerificationChangeKind,
} from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { readBadge, type BadgeRef } from '../../ui/badge.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';

const HistoryChangesFragment = graphql(`
  fragment HistoryChanges on VerificationReport {
    changes {
      key
      title
      kind
      before
      after
      beforeBadge {
        ...Badge
      }
      afterBadge {
        ...Badge
      }
      evidenceChanged
    }
  }
`);

type Change = HistoryChangesData['changes'][number];

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXS },
  change: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    '& > svg': { fontSize: '16px' },
  },
  news: { gridColumn: '2' },
});

/** What got worse comes first. */
const order: readonly VerificationChangeKind[] = [
  'NEW_FAILING',
  'STILL_FAILING',
  'FIXED',
  'CHANGED',
  'ADDED',
  'REMOVED',
];

/** Against the report before: in a few words, and check by check when it is opened. Nothing when nothing is different. */
export function HistoryChanges({ report }: { report: FragmentType<typeof HistoryChangesFragment> }) {
  const styles = useStyles();
  const { changes } = readFragment(HistoryChangesFragment, report);
  if (changes.length === 0) return null;
  const sorted = changes.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return (
    <Disclosure summary={summarise(changes)}>
      <PlainList className={styles.list}>
        {sorted.map((change) => (
          <ChangeItem key={change.key} change={change} />
        ))}
      </PlainList>
    </Disclosure>
  );
}

function summarise(changes: readonly Change[]): string {
  return order
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => texts.tenantHistory.counted[kind](count))
    .join(', ');
}

function ChangeItem({ change }: { change: Change }) {
  const styles = useStyles();
  const { title, kind, before, after, beforeBadge, afterBadge, evidenceChanged } = change;
  const { changeKinds, evidenceChanged: onOtherEvidence, noBefore } = texts.report;
  const wordOf = (badge: BadgeRef | null) => (badge === null ? noBefore : readBadge(badge).label);
  const verdicts = texts.tenantHistory.change(wordOf(beforeBadge), wordOf(afterBadge));
  return (
    <li className={styles.change}>
      <StatusIcon badge={afterBadge ?? { color: 'NEUTRAL', icon: 'subtract-circle' }} />
      <span>{title}</span>
      <Quiet className={styles.news}>
        {before === after ? changeKinds[kind] : verdicts}
        {evidenceChanged && ` · ${onOtherEvidence}`}
      </Quiet>
    </li>
  );
}
