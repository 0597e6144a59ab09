import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { RunRow } from '../../runs/run-row.tsx';
import { HistoryChanges } from './history-changes.tsx';

/** The row changes while the run goes on; the rest is asked for when it has ended. */
const HistoryItemFragment = graphql(`
  fragment HistoryItem on OperationRun {
    ...RunRow
    verificationReport {
      ...HistoryChanges
    }
  }
`);

export function HistoryItem({ run }: { run: FragmentType<typeof HistoryItemFragment> }) {
  const { verificationReport: report, ...row } = readFragment(HistoryItemFragment, run);
  return <RunRow run={row}>{report !== null && <HistoryChanges report={report} />}</RunRow>;
}
