import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { NextSteps } from '../ui/next-steps.tsx';
import { Notice } from '../ui/notice.tsx';
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
  const blocked = outcome === 'BLOCKED';
  if (!blocked && failureSummary.length === 0) return null;
  return (
    <Notice tone="DANGER" title={blocked ? texts.run.blocked : texts.run.failure}>
      {failureSummary.map(({ code, message }) => (
        <span key={code}>{message}</span>
      ))}
      {failureSummary.length === 0 && reasonCode !== null && <code>{reasonCode}</code>}
      {/* The report has them at the check they belong to. */}
      {verificationReport === null && <NextSteps steps={nextSteps} />}
      <AcceptRemovals run={problems} />
    </Notice>
  );
}
