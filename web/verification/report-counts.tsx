import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';

const ReportCountsFragment = graphql(`
  fragment ReportCounts on VerificationCounts {
    pass
    fail
    warn
    unknown
    skip
    running
  }
`);

const useStyles = makeStyles({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** What needs someone comes first; a count of zero is left out. */
const order = ['fail', 'warn', 'unknown', 'running', 'pass', 'skip'] as const;

export interface ReportCountsProps {
  readonly counts: FragmentType<typeof ReportCountsFragment>;
  /** They are counted above as well. */
  readonly acknowledged: number;
}

export function ReportCounts({ counts, acknowledged }: ReportCountsProps) {
  const styles = useStyles();
  const byStatus = readFragment(ReportCountsFragment, counts);
  return (
    <span className={styles.counts}>
      {order.map((status) => {
        const count = byStatus[status];
        if (count === 0) return null;
        return (
          <span key={status}>
            <strong>{count}</strong> {texts.report.counts[status]}
          </span>
        );
      })}
      {acknowledged > 0 && <span>{texts.report.acknowledgedCount(acknowledged)}</span>}
    </span>
  );
}
