import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { StatusBadge } from '../ui/status-badge.tsx';

const RunBadgesFragment = graphql(`
  fragment RunBadges on OperationRun {
    version
    resultBadge {
      ...Badge
    }
  }
`);

/** What the run came to, in the one word it has everywhere. */
export function RunBadges({ run }: { run: FragmentType<typeof RunBadgesFragment> }) {
  return <StatusBadge badge={readFragment(RunBadgesFragment, run).resultBadge} />;
}
