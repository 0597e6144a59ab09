import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { readBadge } from '../ui/badge.ts';
import { useDocumentHead } from '../ui/document-head.ts';

const RunHeadFragment = graphql(`
  fragment RunHead on OperationRun {
    version
    label
    status
    statusBadge {
      ...Badge
    }
    outcomeBadge {
      ...Badge
    }
    tenant {
      id
      name
    }
    verificationReport {
      summary {
        overallBadge {
          ...Badge
        }
      }
    }
  }
`);

/**
 * Title and icon of the tab. A finished verification shows what it found about the tenant rather than that it worked:
 * "succeeded" above a blocked tenant would be the wrong green.
 */
export function useRunHead(masked: FragmentType<typeof RunHeadFragment> | null | undefined): void {
  const run = readFragment(RunHeadFragment, masked);
  const shown =
    run?.status === 'COMPLETED'
      ? (run.verificationReport?.summary.overallBadge ?? run.outcomeBadge)
      : run?.statusBadge;
  const badge = shown && readBadge(shown);
  const title =
    run && badge ? `${badge.label}: ${texts.run.title(run.label, run.tenant?.name ?? null)}` : null;
  useDocumentHead(title, run?.status === 'QUEUED' ? 'INFO' : (badge?.color ?? null));
}
