import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useOnReturn } from '../api/on-return.ts';
import { graphql } from '../gql/gql.ts';

const LiveOnboardingRunSubscription = graphql(`
  subscription LiveOnboardingRun($id: ID!) {
    operationRun(id: $id) {
      id
      version
      status
      ...RunReport
      ...RunProblems
    }
  }
`);

/** Only that there is an attempt: the session says whether it is its own. */
const LiveOnboardingTenantSubscription = graphql(`
  subscription LiveOnboardingTenant($tenantId: ID!) {
    tenantVerification(tenantId: $tenantId) {
      id
      version
      status
    }
  }
`);

/**
 * A consent that was declined starts nothing, so no subscription tells of it, nor of a connection that someone else
 * has made. Ten seconds is sooner than a person who waits for an administrator looks again.
 */
const refetchEveryMs = 10_000;

export interface SessionToFollow {
  readonly tenantId: string;
  /** The session's own run. */
  readonly run: { readonly id: string; readonly status: string } | null;
  readonly isOpen: boolean;
}

/**
 * Keeps the page up with the world: the report grows by subscription; a verification that starts automatically, when the
 * consent has come back in another tab or at the customer, is seen as the tenant's newest attempt; everything else by
 * asking again, on return to the tab and from time to time.
 */
export function useLiveSession(session: SessionToFollow | null, refetch: () => void): void {
  const isOpen = session?.isOpen === true;
  const run = session?.run ?? null;
  const onStatus = useOnStatusChange(refetch);
  useSubscription(LiveOnboardingRunSubscription, {
    variables: { id: run?.id ?? '' },
    skip: run === null || run.status === 'COMPLETED',
    ignoreResults: true,
    onData: ({ data: { data } }) => onStatus(data?.operationRun),
    onError: refetch,
  });
  useSubscription(LiveOnboardingTenantSubscription, {
    variables: { tenantId: session?.tenantId ?? '' },
    skip: !isOpen,
    ignoreResults: true,
    onData: ({ data: { data } }) => onStatus(data?.tenantVerification),
    onError: refetch,
  });
  useOnReturn(refetch);
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refetch();
    }, refetchEveryMs);
    return () => clearInterval(timer);
  }, [isOpen, refetch]);
}

type SeenRun = { readonly id: string; readonly status: string } | null | undefined;

/** Both streams tell of the same run; each status is a reason to ask once. */
function useOnStatusChange(refetch: () => void): (run: SeenRun) => void {
  const seen = useRef(new Map<string, string>());
  return (run) => {
    if (run == null || seen.current.get(run.id) === run.status) return;
    seen.current.set(run.id, run.status);
    refetch();
  };
}
