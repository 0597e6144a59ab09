import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { readBadge } from '../ui/badge.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

const RunCountsFragment = graphql(`
  fragment RunCounts on OperationRun {
    version
    status
    statusBadge {
      ...Badge
    }
    progress {
      completed
      total
      unit
      current
    }
    summaryCounts
  }
`);

const useStyles = makeStyles({
  line: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
  },
  progress: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
});

/** The progress bar says these. */
const saidElsewhere = ['completed', 'total'];

/** In place of a report, for operations that leave none: how far it has come, and what it has counted. */
export function RunCounts({ run }: { run: FragmentType<typeof RunCountsFragment> }) {
  const styles = useStyles();
  const { status, statusBadge, progress, summaryCounts } = readFragment(RunCountsFragment, run);
  const { completed, total, unit, current } = progress;
  const facts = toFacts(summaryCounts);
  const { counts, waiting, nothingCounted, stepsDone, announce } = texts.run;
  return (
    <Panel title={counts}>
      {status !== 'COMPLETED' && (
        <div className={styles.progress}>
          <ProgressBar value={completed} max={Math.max(total, 1)} aria-label={counts} />
          <VisuallyHidden live>
            {announce(readBadge(statusBadge).label, completed, total, unit)}
          </VisuallyHidden>
        </div>
      )}
      {status === 'RUNNING' && <p className={styles.line}>{current ?? stepsDone(completed, total, unit)}</p>}
      {facts.length > 0 && <Facts facts={facts} />}
      {facts.length === 0 && status !== 'RUNNING' && (
        <p className={styles.line}>{status === 'QUEUED' ? waiting : nothingCounted}</p>
      )}
    </Panel>
  );
}

/** Under the names that scripts know. */
function toFacts(counts: unknown): Fact[] {
  if (counts === null || typeof counts !== 'object') return [];
  return Object.entries(counts).flatMap(([name, count]) =>
    typeof count === 'number' && !saidElsewhere.includes(name)
      ? [{ term: toWords(name), value: new Intl.NumberFormat(texts.locale).format(count) }]
      : [],
  );
}

function toWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
