import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { readBadge, type Tone } from '../ui/badge.ts';

const RunHeadFragment = graphql(`
  fragment RunHead on OperationRun {
    version
    label
    status
    resultBadge {
      ...Badge
    }
    tenant {
      id
      name
    }
  }
`);

/**
 * Title and icon of the tab. A finished verification shows what it found about the tenant rather than that it worked:
 * "succeeded" above a blocked tenant would be the wrong green.
 */
export function toRunHead(masked: FragmentType<typeof RunHeadFragment>): { title: string; tone: Tone } {
  const run = readFragment(RunHeadFragment, masked);
  const badge = readBadge(run.resultBadge);
  return {
    title: `${badge.label}: ${texts.run.title(run.label, run.tenant?.name ?? null)}`,
    tone: run.status === 'QUEUED' ? 'INFO' : badge.color,
  };
}
