import { useQuery, useSubscription } from '@apollo/client/react';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useOnReconnected } from '../api/live.tsx';
import { graphql } from '../gql/gql.ts';
import { readFragment } from '../gql/fragment-masking.ts';
import type { RunPageRunFragment } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { StoredDocument } from '../report/stored-document.tsx';
import { RunBadges } from '../run/run-badges.tsx';
import { RunFacts } from '../run/run-facts.tsx';
import { useRunHead } from '../run/run-head.ts';
import { RunProblems } from '../run/run-problems.tsx';
import { RunReport } from '../run/run-report.tsx';
import { RunTime } from '../run/run-time.tsx';
import { RunTimeline } from '../run/run-timeline.tsx';
import { VerifyButton } from '../tenant/verify-button.tsx';
import { texts } from '../texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { AppLink } from '../ui/links.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { PageProblem, PartialProblem, sortFailures } from './page-problem.tsx';
import { RunPageBones } from './run-page-bones.tsx';

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
    status
    label
    url
    tenant {
      id
      name
      ...VerifyButton
    }
    verificationReport {
      schemaVersion
    }
    ...RunBadges
    ...RunFacts
    ...RunHead
    ...RunProblems
    ...RunReport
    ...RunTime
    ...RunTimeline
  }
`);

/** The canonical page of a run, the same for everybody who may see it. */
export function RunPage({ id }: { id: string }) {
  const { data, previousData, error, refetch } = useQuery(RunPageQuery, { variables: { id } });
  // What was shown stays when the API cannot be reached for a while.
  const run = readFragment(RunPageRunFragment, (data ?? previousData)?.operationRun);
  const askAgain = useCallback(() => void refetch(), [refetch]);
  useRunHead(run);
  useOnReconnected(askAgain);
  useSubscription(LiveRunSubscription, {
    variables: { id },
    skip: run == null || run.status === 'COMPLETED',
    ignoreResults: true,
    // Entitlement may have been withdrawn: the query then says what is left to see.
    onError: askAgain,
  });
  if (run != null) return <ShownRun run={run} error={error} onRetry={askAgain} />;
  if (error !== undefined) return <PageProblem error={error} onRetry={askAgain} />;
  return <RunPageBones />;
}

interface ShownRunProps {
  readonly run: RunPageRunFragment;
  readonly error: unknown;
  readonly onRetry: () => void;
}

function ShownRun({ run, error, onRetry }: ShownRunProps) {
  const { report: reportFailure, others } = sortFailures(error);
  const { tenant } = run;
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
        actions={<RunActions run={run} />}
      />
      <PartialProblem failures={others} onRetry={onRetry} />
      <RunProblems run={run} />
      <Columns
        main={
          <>
            <RunReport run={run} title={texts.report.title} failure={reportFailure} />
            {finished && run.verificationReport !== null && <StoredDocument runId={run.id} />}
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

function RunActions({ run }: { run: RunPageRunFragment }) {
  const [, navigate] = useLocation();
  const openRun = (runId: string) => navigate(paths.run(runId));
  return (
    <>
      <CopyButton text={run.url} label={texts.run.copyLink} />
      {run.tenant !== null && <VerifyButton tenant={run.tenant} quiet shortcut onStarted={openRun} />}
    </>
  );
}
