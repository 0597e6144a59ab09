import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../api/failure.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { readBadge } from '../ui/badge.ts';
import { ReportSkeleton } from '../verification/report-skeleton.tsx';
import { ReportPanel } from '../verification/report-panel.tsx';
import { texts } from '../texts.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Message } from '../ui/message.tsx';
import { Panel } from '../ui/panel.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

const RunReportFragment = graphql(`
  fragment RunReport on OperationRun {
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
    verificationReport {
      ...ReportPanel
    }
  }
`);

const useStyles = makeStyles({
  place: { position: 'relative' },
  // Lies over the panel's edge, so that nothing moves when the run ends and the bar goes.
  bar: {
    position: 'absolute',
    insetBlockStart: 0,
    insetInline: tokens.spacingHorizontalL,
    width: 'auto',
    zIndex: 1,
  },
  note: { color: tokens.colorNeutralForeground3 },
});

export interface RunReportProps {
  readonly run: FragmentType<typeof RunReportFragment>;
  readonly title: string;
  readonly aside?: ReactNode;
  /** Why the stored report could not be read, when that is so. */
  readonly failure: Failure | null;
}

/** The report of a run in every state: not started, growing, stored, unreadable, none. */
export function RunReport({ run, title, aside, failure }: RunReportProps) {
  const styles = useStyles();
  const { status, statusBadge, progress, verificationReport } = readFragment(RunReportFragment, run);
  const { completed, total, unit, current } = progress;
  if (status === 'COMPLETED') {
    return verificationReport === null ? (
      <NoReport title={title} failure={failure} />
    ) : (
      <ReportPanel report={verificationReport} title={title} aside={aside} />
    );
  }
  const waiting = verificationReport === null;
  return (
    <div className={styles.place}>
      <ProgressBar className={styles.bar} value={completed} max={Math.max(total, 1)} aria-label={title} />
      <VisuallyHidden live>
        {texts.run.announce(readBadge(statusBadge).label, completed, total, unit)}
      </VisuallyHidden>
      {waiting ? (
        <ReportSkeleton title={title} note={texts.run.waiting} {...(total > 0 && { checks: total })} />
      ) : (
        <ReportPanel
          report={verificationReport}
          title={title}
          aside={aside}
          note={<span className={styles.note}>{current ?? texts.run.stepsDone(completed, total, unit)}</span>}
        />
      )}
    </div>
  );
}

function NoReport({ title, failure }: { title: string; failure: Failure | null }) {
  if (failure !== null) {
    const { invalid, invalidAdvice } = texts.report;
    return <FailureNotice failure={failure} title={invalid} advice={invalidAdvice} />;
  }
  return (
    <Panel title={title}>
      <Message
        badge={{ color: 'NEUTRAL', icon: 'document' }}
        title={texts.report.none}
        about={texts.report.noneAbout}
      />
    </Panel>
  );
}
