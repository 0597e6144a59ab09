import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import { useOnOutdated } from '../api/live.tsx';
import { graphql } from '../gql/gql.ts';
import { readFragment } from '../gql/fragment-masking.ts';
import type { OnboardingPageSessionFragment } from '../gql/graphql.ts';
import { readBadge } from '../ui/badge.ts';
import { CancelSessionButton } from './cancel-session-button.tsx';
import { EndedSession } from './ended-session.tsx';
import { useLiveSession } from './live-session.ts';
import { OpenSession } from './open-session.tsx';
import { paths } from '../paths.ts';
import { DirectoryId } from '../tenants/directory-id.tsx';
import { texts } from '../texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useDocumentHead } from '../ui/document-head.ts';
import { AppLink } from '../ui/links.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { rememberWorkspace } from '../app/last-workspace.ts';
import { OnboardingPageBones } from './onboarding-page-bones.tsx';
import { PageProblem, PartialProblem, sortFailures } from '../app/page-problem.tsx';

const OnboardingPageQuery = graphql(`
  query OnboardingPage($id: ID!) {
    clouds {
      name
      label
    }
    tenantOnboardingSession(id: $id) {
      ...OnboardingPageSession
    }
  }
`);

const OnboardingPageSessionFragment = graphql(`
  fragment OnboardingPageSession on TenantOnboardingSession {
    id
    status
    currentStep
    statusBadge {
      ...Badge
    }
    workspace {
      id
      name
    }
    tenant {
      id
      name
      graphTenantId
    }
    verificationRun {
      id
      version
      status
    }
    ...CancelSessionButton
    ...OpenSession
    ...EndedSession
  }
`);

/** One onboarding, the same for everybody who may see the tenant; the link is all that is needed to go on with it. */
export function OnboardingPage({ id }: { id: string }) {
  const { data, previousData, error, refetch } = useQuery(OnboardingPageQuery, { variables: { id } });
  // What was shown stays when the API cannot be reached for a while.
  const session = readFragment(
    OnboardingPageSessionFragment,
    (data ?? previousData)?.tenantOnboardingSession,
  );
  // A failed answer is part of the result; the promise needs no second listener.
  const askAgain = useCallback(() => void refetch().catch(() => null), [refetch]);
  useOnOutdated(askAgain);
  useLiveSession(toFollow(session), askAgain);
  useEffect(() => {
    if (session != null) rememberWorkspace(session.workspace.id);
  }, [session]);
  useOnboardingHead(session);

  if (session == null) {
    return error === undefined ? <OnboardingPageBones /> : <PageProblem error={error} onRetry={askAgain} />;
  }
  const { report: reportFailure, others } = sortFailures(error);
  const isOpen = session.status === 'IN_PROGRESS';
  return (
    <Page>
      <OnboardingHead session={session} />
      <PartialProblem failures={others} onRetry={askAgain} />
      {isOpen ? (
        <OpenSession session={session} reportFailure={reportFailure} />
      ) : (
        <EndedSession session={session} />
      )}
    </Page>
  );
}

function OnboardingHead({ session }: { session: OnboardingPageSessionFragment }) {
  const { id, status, statusBadge, tenant, workspace } = session;
  return (
    <PageHead
      above={<AppLink href={paths.onboardings(workspace.id)}>{texts.onboardings.title}</AppLink>}
      title={texts.onboarding.pageTitle(tenant?.name ?? texts.onboarding.unnamed)}
      below={
        <>
          <StatusBadge badge={statusBadge} />
          {tenant?.graphTenantId != null && <DirectoryId id={tenant.graphTenantId} />}
        </>
      }
      actions={
        status === 'IN_PROGRESS' && (
          <>
            <CopyButton text={location.origin + paths.onboarding(id)} label={texts.onboarding.copyLink} />
            <CancelSessionButton session={session} />
          </>
        )
      }
    />
  );
}

type Shown = OnboardingPageSessionFragment | null | undefined;

function toFollow(session: Shown) {
  if (session?.tenant == null) return null;
  const { tenant, verificationRun, status } = session;
  return { tenantId: tenant.id, run: verificationRun, isOpen: status === 'IN_PROGRESS' };
}

/** The tab says where it stands, for whoever waits for a customer's administrator in another one. */
function useOnboardingHead(session: Shown): void {
  const step = Object.entries(texts.onboarding.steps).find(([name]) => name === session?.currentStep)?.[1];
  const badge = session == null ? null : readBadge(session.statusBadge);
  const where = (session?.status === 'IN_PROGRESS' ? step?.label : undefined) ?? badge?.label ?? '';
  const name = session?.tenant?.name ?? texts.onboarding.unnamed;
  useDocumentHead(
    session == null ? null : `${where}: ${texts.onboarding.pageTitle(name)}`,
    badge?.color ?? null,
  );
}
