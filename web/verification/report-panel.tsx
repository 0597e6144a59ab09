import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { AppLink } from '../ui/links.tsx';
import { Panel } from '../ui/panel.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { CheckList } from './check-list.tsx';
import { ReportCounts } from './report-counts.tsx';

const ReportPanelFragment = graphql(`
  fragment ReportPanel on VerificationReport {
    generatedAt
    changedSincePrevious
    comparedRun {
      id
    }
    summary {
      overall
      acknowledged
      overallBadge {
        ...Badge
      }
      counts {
        ...ReportCounts
      }
    }
    checks {
      key
      ...GroupedCheck
    }
  }
`);

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    minHeight: '40px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export interface ReportPanelProps {
  readonly report: FragmentType<typeof ReportPanelFragment>;
  readonly title: string;
  readonly aside?: ReactNode;
  /** In place of the report's age while it is still growing. */
  readonly note?: ReactNode;
}

/** One report, live while it grows or as it was stored. */
export function ReportPanel({ report, title, aside, note }: ReportPanelProps) {
  const styles = useStyles();
  const { summary, checks, generatedAt, changedSincePrevious, comparedRun } = readFragment(
    ReportPanelFragment,
    report,
  );
  return (
    <Panel
      title={title}
      aside={
        <>
          <StatusBadge badge={summary.overallBadge} />
          {aside}
        </>
      }
    >
      <div className={styles.summary}>
        <ReportCounts counts={summary.counts} acknowledged={summary.acknowledged} />
        {note ?? (
          <Quiet>
            {changedSincePrevious !== null && comparedRun !== null && (
              <>
                <AppLink href={paths.run(comparedRun.id)}>
                  {changedSincePrevious ? texts.report.changed : texts.report.unchanged}
                </AppLink>
                {' · '}
              </>
            )}
            {texts.report.generated} <RelativeTime at={generatedAt} />
          </Quiet>
        )}
      </div>
      <CheckList checks={checks} growing={summary.overall === 'RUNNING'} />
    </Panel>
  );
}
