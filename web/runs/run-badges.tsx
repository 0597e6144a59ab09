import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { StatusBadge } from '../ui/status-badge.tsx';

const RunBadgesFragment = graphql(`
  fragment RunBadges on OperationRun {
    version
    status
    statusBadge {
      ...Badge
    }
    outcomeBadge {
      ...Badge
    }
  }
`);

/** While a run is going on its outcome is "pending", which says nothing that the status does not. */
export function RunBadges({ run }: { run: FragmentType<typeof RunBadgesFragment> }) {
  const { status, statusBadge, outcomeBadge } = readFragment(RunBadgesFragment, run);
  return (
    <>
      <StatusBadge badge={statusBadge} />
      {status === 'COMPLETED' && <StatusBadge badge={outcomeBadge} />}
    </>
  );
}
