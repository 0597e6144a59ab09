import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { OperationRunOutcome } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { AppLink } from '../ui/links.tsx';
import { NextSteps } from '../ui/next-steps.tsx';
import { Notice, type NoticeProps } from '../ui/notice.tsx';
import { AcceptRemovals } from './accept-removals.tsx';

const RunProblemsFragment = graphql(`
  fragment RunProblems on OperationRun {
    version
    outcome
    reasonCode
    nextSteps {
      label
      url
    }
    failureSummary {
      code
      message
    }
    verificationReport {
      schemaVersion
    }
    ...AcceptRemovals
  }
`);

/** The answer at a glance, before the report says it in full. */
export function RunProblems({ run }: { run: FragmentType<typeof RunProblemsFragment> }) {
  const problems = readFragment(RunProblemsFragment, run);
  const { outcome, reasonCode, nextSteps, failureSummary, verificationReport } = problems;
  if (outcome !== 'BLOCKED' && failureSummary.length === 0) return null;
  return (
    <Notice {...noticeOf(outcome)}>
      {failureSummary.map(({ code, message }) => (
        <span key={code}>{message}</span>
      ))}
      {failureSummary.length === 0 && reasonCode !== null && (
        <AppLink href={paths.reason(reasonCode)}>{reasonCode}</AppLink>
      )}
      {/* The report has them at the check they belong to. */}
      {verificationReport === null && <NextSteps steps={nextSteps} />}
      <AcceptRemovals run={problems} />
    </Notice>
  );
}

/** What someone asked for is no alarm, and what was done in part is not as bad as what was not done. */
function noticeOf(outcome: OperationRunOutcome): Pick<NoticeProps, 'tone' | 'title'> {
  switch (outcome) {
    case 'BLOCKED':
      return { tone: 'DANGER', title: texts.run.blocked };
    case 'CANCELLED':
      return { tone: 'INFO', title: texts.run.cancelled };
    case 'PARTIALLY_SUCCEEDED':
      return { tone: 'WARNING', title: texts.run.partly };
    case 'PENDING':
    case 'SUCCEEDED':
    case 'FAILED':
      return { tone: 'DANGER', title: texts.run.failure };
  }
}
