import { lazy, Suspense } from 'react';
import type { Failure } from '../../api/failure.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { paths } from '../../paths.ts';
import { AcknowledgingProvider } from '../../verification/acknowledging.ts';
import { RunReport } from '../../runs/run-report.tsx';
import { texts } from '../../texts.ts';
import { reasonOf } from '../../ui/availability.ts';
import { readBadge } from '../../ui/badge.ts';
import { AppLink } from '../../ui/links.tsx';
import { Message } from '../../ui/message.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';

/**
 * The report has every field here that the page shows of it elsewhere: it is one object in the cache, and an event that
 * brought half of it would leave the page's query without the other half.
 */
const LatestAttemptFragment = graphql(`
  fragment LatestAttempt on Tenant {
    id
    actions {
      ...Action
    }
    latestVerification {
      id
      version
      status
      verdict
      resultBadge {
        ...Badge
      }
      ...RunReport
      verificationReport {
        ...HistoryChanges
      }
    }
    latestVerdict {
      id
      version
    }
  }
`);

/** Rarely shown: what a page loads first has no room for it. */
const VerdictReport = lazy(async () => ({
  default: (await import('./verdict-report.tsx')).VerdictReport,
}));

export interface LatestAttemptProps {
  readonly tenant: FragmentType<typeof LatestAttemptFragment>;
  readonly failure: Failure | null;
  /** A check was acknowledged, or its acknowledgement withdrawn. */
  readonly onChanged: () => void;
}

/**
 * The report of the latest attempt. One that says nothing about the tenant (cancelled, lost, failed on our side) gives way
 * to the latest verdict, which still holds, and is named above it.
 */
export function LatestAttempt({ tenant, failure, onChanged }: LatestAttemptProps) {
  const { actions, latestVerification, latestVerdict } = readFragment(LatestAttemptFragment, tenant);
  if (latestVerification === null) {
    return (
      <Panel title={texts.tenant.latest}>
        <Message
          badge={{ color: 'NEUTRAL', icon: 'question-circle' }}
          title={texts.tenant.never}
          about={texts.tenant.neverAbout}
        />
      </Panel>
    );
  }
  const reason = reasonOf(actions, 'acknowledge', texts.tenant.notAllowed);
  const finished = latestVerification.status === 'COMPLETED';
  const { verdict, resultBadge } = latestVerification;
  if (finished && verdict === null && latestVerdict !== null && latestVerdict.id !== latestVerification.id) {
    return (
      <>
        <Notice tone="INFO" title={texts.tenant.withoutVerdict(readBadge(resultBadge).label)}>
          <AppLink href={paths.run(latestVerification.id)}>{texts.tenant.openRun}</AppLink>
        </Notice>
        <AcknowledgingProvider value={{ runId: latestVerdict.id, reason, onChanged }}>
          <Suspense>
            <VerdictReport runId={latestVerdict.id} />
          </Suspense>
        </AcknowledgingProvider>
      </>
    );
  }
  return (
    <AcknowledgingProvider value={finished ? { runId: latestVerification.id, reason, onChanged } : null}>
      <RunReport
        run={latestVerification}
        title={texts.tenant.latest}
        aside={<AppLink href={paths.run(latestVerification.id)}>{texts.tenant.openRun}</AppLink>}
        failure={failure}
      />
    </AcknowledgingProvider>
  );
}
