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
import { SkeletonBlock } from '../ui/skeleton.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { AppLink } from '../ui/links.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { PartialProblem, sortFailures } from '../app/page/page-problem.tsx';
import { usePage } from '../app/page/use-page.tsx';

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

/** One onboarding, the same for everyone who may see the tenant; the link is all that is needed to continue. */
export function OnboardingPage({ id }: { id: string }) {
  const page = usePage(
    OnboardingPageQuery,
    { id },
    {
      of: ({ tenantOnboardingSession }) =>
        readFragment(OnboardingPageSessionFragment, tenantOnboardingSession),
      title: toTitle,
      tone: ({ statusBadge }) => readBadge(statusBadge).color,
      workspaceId: ({ workspace }) => workspace.id,
      skeleton: <Skeleton />,
    },
  );
  const { shown: session, error, refetch } = page;
  useLiveSession(toFollow(session), refetch);
  if (session === null) return page.instead;
  const { report: reportFailure, others } = sortFailures(error);
  const isOpen = session.status === 'IN_PROGRESS';
  return (
    <Page>
      <OnboardingHead session={session} />
      <PartialProblem failures={others} onRetry={refetch} />
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

function Skeleton() {
  const { facts, tenant, tenantStatus, connection, consent, verification, started, changed } =
    texts.onboarding;
  return (
    <PageSkeleton
      actions
      panels={[{ title: texts.loading, rows: steps }]}
      side={[
        {
          title: facts,
          terms: [tenant, tenantStatus, connection, consent, verification, started, changed],
        },
      ]}
    >
      <SkeletonBlock width="100%" height="64px" />
    </PageSkeleton>
  );
}

/** About as tall as a step is. */
const steps = 3;

type Shown = OnboardingPageSessionFragment | null;

function toFollow(session: Shown) {
  if (session?.tenant == null) return null;
  const { tenant, verificationRun, status } = session;
  return { tenantId: tenant.id, run: verificationRun, isOpen: status === 'IN_PROGRESS' };
}

/** The tab says the step, for a person who waits for a customer's administrator in another one. */
function toTitle(session: Shown): string | null {
  if (session === null) return null;
  const { status, currentStep, statusBadge, tenant } = session;
  const step = Object.entries(texts.onboarding.steps).find(([name]) => name === currentStep)?.[1];
  const where = (status === 'IN_PROGRESS' ? step?.label : undefined) ?? readBadge(statusBadge).label;
  return `${where}: ${texts.onboarding.pageTitle(tenant?.name ?? texts.onboarding.unnamed)}`;
}
