import { useSubscription } from '@apollo/client/react';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { graphql } from '../gql/gql.ts';
import { readFragment } from '../gql/fragment-masking.ts';
import type { RunPageRunFragment } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { AcknowledgingProvider, type Acknowledging } from '../verification/acknowledging.ts';
import { ReportChanges } from '../verification/report-changes.tsx';
import { StoredDocument } from '../verification/stored-document.tsx';
import { CancelButton } from './cancel-button.tsx';
import { RehearsalNotice } from './rehearsal-notice.tsx';
import { RunBadges } from './run-badges.tsx';
import { RunCounts } from './run-counts.tsx';
import { RunFacts } from './run-facts.tsx';
import { toRunHead } from './run-head.ts';
import { RunProblems } from './run-problems.tsx';
import { RunReport } from './run-report.tsx';
import { RunTime } from './timeline/run-time.tsx';
import { RunTimeline } from './timeline/run-timeline.tsx';
import { VerifyButton } from './start/verify-button.tsx';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { AppLink } from '../ui/links.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { PartialProblem, sortFailures } from '../app/page/page-problem.tsx';
import { usePage } from '../app/page/use-page.tsx';
import { RunPageSkeleton } from './run-page-skeleton.tsx';

const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }));

const RunPageQuery = graphql(`
  query RunPage($id: ID!) {
    operationRun(id: $id) {
      ...RunPageRun
    }
  }
`);

const LiveRunSubscription = graphql(`
  subscription LiveRun($id: ID!) {
    operationRun(id: $id) {
      ...RunPageRun
    }
  }
`);

const RunPageRunFragment = graphql(`
  fragment RunPageRun on OperationRun {
    id
    version
    reports
    status
    label
    url
    tenant {
      id
      name
      workspace {
        id
      }
      actions {
        ...Action
      }
      ...VerifyButton
    }
    verificationReport {
      schemaVersion
      fingerprint
      ...ReportChanges
    }
    ...CancelButton
    ...RehearsalNotice
    ...RunBadges
    ...RunCounts
    ...RunFacts
    ...RunHead
    ...RunProblems
    ...RunReport
    ...RunTime
    ...RunTimeline
  }
`);

/** The canonical page of a run, the same for everyone who may see it. */
export function RunPage({ id }: { id: string }) {
  const page = usePage(
    RunPageQuery,
    { id },
    {
      of: ({ operationRun }) => readFragment(RunPageRunFragment, operationRun),
      title: (run) => run && toRunHead(run).title,
      tone: (run) => toRunHead(run).tone,
      workspaceId: ({ tenant }) => tenant?.workspace.id,
      skeleton: <RunPageSkeleton />,
    },
  );
  const { shown: run, error, refetch } = page;
  useSubscription(LiveRunSubscription, {
    variables: { id },
    skip: run === null || run.status === 'COMPLETED',
    ignoreResults: true,
    // Entitlement may have been withdrawn: the query then says what is left to see.
    onError: refetch,
  });
  if (run === null) return page.instead;
  return <ShownRun run={run} error={error} onRetry={refetch} />;
}

interface ShownRunProps {
  readonly run: RunPageRunFragment;
  readonly error: unknown;
  readonly onRetry: () => void;
}

function ShownRun({ run, error, onRetry }: ShownRunProps) {
  const { report: reportFailure, others } = sortFailures(error);
  const { tenant, verificationReport: report } = run;
  const finished = run.status === 'COMPLETED';
  return (
    <Page>
      <PageHead
        above={tenant !== null && <AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>}
        title={texts.run.title(run.label, tenant?.name ?? null)}
        below={
          <>
            <RunBadges run={run} />
            <RunTime run={run} />
          </>
        }
        actions={<RunActions run={run} isDamaged={reportFailure !== null} />}
      />
      <PartialProblem failures={others} onRetry={onRetry} />
      <RehearsalNotice run={run} />
      <RunProblems run={run} />
      <Columns
        main={
          <>
            {run.reports ? (
              <AcknowledgingProvider value={finished ? toAcknowledging(run, onRetry) : null}>
                <RunReport run={run} title={texts.report.title} failure={reportFailure} />
              </AcknowledgingProvider>
            ) : (
              <RunCounts run={run} />
            )}
            {finished && report !== null && (
              <>
                <ReportChanges report={report} />
                <StoredDocument
                  runId={run.id}
                  schemaVersion={report.schemaVersion}
                  fingerprint={report.fingerprint}
                />
              </>
            )}
          </>
        }
        side={
          <>
            <RunFacts run={run} />
            <RunTimeline run={run} />
          </>
        }
      />
    </Page>
  );
}

function toAcknowledging({ id, tenant }: RunPageRunFragment, onChanged: () => void): Acknowledging | null {
  if (tenant === null) return null;
  return { runId: id, reason: reasonOf(tenant.actions, 'acknowledge', texts.run.notAllowed), onChanged };
}

interface RunActionsProps {
  readonly run: RunPageRunFragment;
  /** The report is there and cannot be read. */
  readonly isDamaged: boolean;
}

/** The menu comes when the page stands; until then, and without a report, its button keeps its place. */
function ExportButton({ run, isDamaged }: RunActionsProps) {
  const { exportAs, exportNotYet, exportNone, exportInvalid } = texts.run;
  const finished = run.status === 'COMPLETED';
  const button = (
    <ActionButton
      label={exportAs}
      reason={finished ? (isDamaged ? exportInvalid : exportNone) : exportNotYet}
      icon={<ArrowDownloadRegular />}
      onClick={() => undefined}
    />
  );
  if (!finished || run.verificationReport === null) return button;
  return (
    <Suspense fallback={button}>
      <ExportMenu runId={run.id} />
    </Suspense>
  );
}

function RunActions({ run, isDamaged }: RunActionsProps) {
  const [, navigate] = useLocation();
  const openRun = (runId: string) => navigate(paths.run(runId));
  return (
    <>
      <CancelButton run={run} />
      <CopyButton text={run.url} label={texts.run.copyLink} />
      <ExportButton run={run} isDamaged={isDamaged} />
      {run.tenant !== null && <VerifyButton tenant={run.tenant} quiet shortcut onStarted={openRun} />}
    </>
  );
}
