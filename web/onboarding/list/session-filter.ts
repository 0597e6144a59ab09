import type { OnboardingStatus } from '../../gql/graphql.ts';
import { useFilters } from '../../ui/filter-params.ts';

export const onboardingStatuses = [
  'IN_PROGRESS',
  'COMPLETED',
  'CANCELLED',
] as const satisfies OnboardingStatus[];
export type OnboardingStatusFilter = (typeof onboardingStatuses)[number];

export interface SessionFilter {
  readonly status: OnboardingStatusFilter | null;
  readonly setStatus: (status: OnboardingStatusFilter | null) => void;
  /** What of the address is not understood. */
  readonly ignored: readonly string[];
  /** What the two lists of the page are to hold; empty: the list is not shown. */
  readonly open: readonly OnboardingStatusFilter[];
  readonly ended: readonly OnboardingStatusFilter[];
}

/** The filter lives in the address, so that a filtered view can be sent as a link. */
export function useSessionFilter(): SessionFilter {
  const { params, chosen, choose } = useFilters({ status: onboardingStatuses });
  const { status } = chosen;
  const among = (statuses: readonly OnboardingStatusFilter[]) =>
    statuses.filter((candidate) => status === null || candidate === status);
  return {
    status,
    setStatus: choose('status'),
    ignored: params.ignored(chosen),
    open: among(['IN_PROGRESS']),
    ended: among(['COMPLETED', 'CANCELLED']),
  };
}
