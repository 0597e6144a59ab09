import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { paths } from '../../paths.ts';
import { RunReport } from '../../runs/run-report.tsx';
import { texts } from '../../texts.ts';
import { AppLink } from '../../ui/links.tsx';

/** Only where the latest attempt has no verdict: two reports in every event would be one too many. */
const VerdictReportQuery = graphql(`
  query VerdictReport($id: ID!) {
    operationRun(id: $id) {
      id
      version
      ...RunReport
    }
  }
`);

/** The report that holds although the latest attempt came to nothing. */
export function VerdictReport({ runId }: { runId: string }) {
  const { data } = useQuery(VerdictReportQuery, { variables: { id: runId } });
  const run = data?.operationRun ?? null;
  if (run === null) return null;
  return (
    <RunReport
      run={run}
      title={texts.tenant.latestVerdict}
      aside={<AppLink href={paths.run(runId)}>{texts.tenant.openRun}</AppLink>}
      failure={null}
    />
  );
}
