import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { paths } from '../../paths.ts';
import { RunTime } from '../../runs/timeline/run-time.tsx';
import { texts } from '../../texts.ts';
import { readBadge } from '../../ui/badge.ts';
import { AppLink } from '../../ui/links.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { RelativeTime } from '../../ui/time.tsx';
import { HistoryChanges } from './history-changes.tsx';

const HistoryItemFragment = graphql(`
  fragment HistoryItem on OperationRun {
    ...HistoryItemLive
    verificationReport {
      ...HistoryChanges
    }
  }
`);

/** What of it changes while the run goes on; the rest is asked for when it has ended. */
const HistoryItemLiveFragment = graphql(`
  fragment HistoryItemLive on OperationRun {
    id
    version
    label
    status
    resultBadge {
      ...Badge
    }
    createdAt
    initiator {
      id
      displayName
    }
    ...RunTime
  }
`);

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: `0 ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
    '& > svg': { fontSize: '20px' },
  },
  quiet: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  changes: { gridColumn: '2 / -1' },
  time: { color: tokens.colorNeutralForeground3 },
});

/** A verification shows what it found about the tenant: that it "succeeded" is no news about a blocked one. */
export function HistoryItem({ run }: { run: FragmentType<typeof HistoryItemFragment> }) {
  const styles = useStyles();
  const { verificationReport, ...item } = readFragment(HistoryItemFragment, run);
  const live = readFragment(HistoryItemLiveFragment, item);
  const { id, label, status, resultBadge, createdAt, initiator } = live;
  const ended = status === 'COMPLETED';
  return (
    <li className={styles.item}>
      <StatusIcon badge={resultBadge} />
      <AppLink href={paths.run(id)}>
        {label}: {readBadge(resultBadge).label}
      </AppLink>
      <span className={styles.time}>
        <RunTime run={live} />
      </span>
      <span className={styles.quiet}>
        <RelativeTime at={createdAt} /> · {initiator?.displayName ?? texts.run.system}
      </span>
      {ended && verificationReport !== null && (
        <div className={styles.changes}>
          <HistoryChanges report={verificationReport} />
        </div>
      )}
    </li>
  );
}
