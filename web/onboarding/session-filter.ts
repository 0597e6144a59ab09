import { useSearchParams } from 'wouter';
import type { OnboardingStatus } from '../gql/graphql.ts';

export const onboardingStatuses = [
  'IN_PROGRESS',
  'COMPLETED',
  'CANCELLED',
] as const satisfies OnboardingStatus[];
export type OnboardingStatusFilter = (typeof onboardingStatuses)[number];

export interface SessionFilter {
  readonly status: OnboardingStatusFilter | null;
  readonly setStatus: (status: OnboardingStatusFilter | null) => void;
  /** What the two lists of the page are to hold; empty: the list is not shown. */
  readonly open: readonly OnboardingStatusFilter[];
  readonly ended: readonly OnboardingStatusFilter[];
}

/** The filter lives in the address, so that a filtered view can be sent as a link. */
export function useSessionFilter(): SessionFilter {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('status')?.toUpperCase();
  const status = onboardingStatuses.find((candidate) => candidate === wanted) ?? null;
  const among = (statuses: readonly OnboardingStatusFilter[]) =>
    statuses.filter((candidate) => status === null || candidate === status);
  const setStatus = (chosen: OnboardingStatusFilter | null) => {
    setParams(chosen === null ? {} : { status: chosen.toLowerCase() }, { replace: true });
  };
  return { status, setStatus, open: among(['IN_PROGRESS']), ended: among(['COMPLETED', 'CANCELLED']) };
}
