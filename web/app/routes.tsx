import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { idOf, routes } from '../paths.ts';
import { CrashBoundary } from '../ui/crash-boundary.tsx';
import { Loading, SkeletonBlock } from '../ui/skeleton.tsx';

/** One chunk per page: a first visit loads the shell and the page it is on. */
const HomePage = lazy(async () => ({ default: (await import('./home-page.tsx')).HomePage }));
const SignInPage = lazy(async () => ({
  default: (await import('../people/sign-in/sign-in-page.tsx')).SignInPage,
}));
const WorkspacePage = lazy(async () => ({
  default: (await import('../tenants/fleet/workspace-page.tsx')).WorkspacePage,
}));
const TenantPage = lazy(async () => ({ default: (await import('../tenants/tenant-page.tsx')).TenantPage }));
const ConnectionPage = lazy(async () => ({
  default: (await import('../connections/connection-page.tsx')).ConnectionPage,
}));
const NewConnectionPage = lazy(async () => ({
  default: (await import('../connections/new-connection-page.tsx')).NewConnectionPage,
}));
const MembersPage = lazy(async () => ({
  default: (await import('../people/members/members-page.tsx')).MembersPage,
}));
const TenantMembersPage = lazy(async () => ({
  default: (await import('../people/members/tenant-members-page.tsx')).TenantMembersPage,
}));
const ApiTokensPage = lazy(async () => ({
  default: (await import('../people/tokens/api-tokens-page.tsx')).ApiTokensPage,
}));
const OperationsPage = lazy(async () => ({
  default: (await import('../runs/list/operations-page.tsx')).OperationsPage,
}));
const FindingsPage = lazy(async () => ({
  default: (await import('../inventory/findings-page.tsx')).FindingsPage,
}));
const SchedulesPage = lazy(async () => ({
  default: (await import('../schedules/schedules-page.tsx')).SchedulesPage,
}));
const ConfigurationPage = lazy(async () => ({
  default: (await import('../backup/configuration-page.tsx')).ConfigurationPage,
}));
const PolicyPage = lazy(async () => ({
  default: (await import('../backup/policy-page.tsx')).PolicyPage,
}));
const AuditLogPage = lazy(async () => ({
  default: (await import('../people/audit/audit-log-page.tsx')).AuditLogPage,
}));
const RunPage = lazy(async () => ({ default: (await import('../runs/run-page.tsx')).RunPage }));
const OnboardingsPage = lazy(async () => ({
  default: (await import('../onboarding/list/onboardings-page.tsx')).OnboardingsPage,
}));
const OnboardingPage = lazy(async () => ({
  default: (await import('../onboarding/onboarding-page.tsx')).OnboardingPage,
}));
const NotFoundPage = lazy(async () => ({
  default: (await import('./page/not-found-page.tsx')).NotFoundPage,
}));
const ReasonsPage = lazy(async () => ({
  default: (await import('../reasons/reasons-page.tsx')).ReasonsPage,
}));
const ReportACodePage = lazy(async () => ({
  default: (await import('../reasons/report-a-code-page.tsx')).ReportACodePage,
}));

/** Pages are keyed by what they show: nothing of the last tenant is on the next one's page, not even for a moment. */
export function Routes() {
  const [pathname] = useLocation();
  return (
    <CrashBoundary key={pathname}>
      <Suspense fallback={<PageOnItsWay />}>
        <Switch>
          <Route path={routes.home}>
            <HomePage />
          </Route>
          <Route path={routes.signIn}>
            <SignInPage />
          </Route>
          <Route path={routes.workspace}>
            {({ workspaceId }) => <WorkspacePage key={workspaceId} id={idOf('workspace', workspaceId)} />}
          </Route>
          <Route path={routes.tenant}>
            {({ tenantId }) => <TenantPage key={tenantId} id={idOf('tenant', tenantId)} />}
          </Route>
          <Route path={routes.newConnection}>
            {({ tenantId }) => <NewConnectionPage key={tenantId} tenantId={idOf('tenant', tenantId)} />}
          </Route>
          <Route path={routes.connection}>
            {({ tenantId, connectionId }) => (
              <ConnectionPage
                key={connectionId}
                id={idOf('connection', connectionId)}
                tenantId={idOf('tenant', tenantId)}
              />
            )}
          </Route>
          <Route path={routes.configuration}>
            {({ tenantId }) => <ConfigurationPage key={tenantId} id={idOf('tenant', tenantId)} />}
          </Route>
          <Route path={routes.policy}>
            {({ tenantId, policyId }) => (
              <PolicyPage
                key={policyId}
                tenantId={idOf('tenant', tenantId)}
                policyId={idOf('policy', policyId)}
              />
            )}
          </Route>
          <Route path={routes.run}>{({ runId }) => <RunPage key={runId} id={idOf('run', runId)} />}</Route>
          <Route path={routes.onboardings}>
            {({ workspaceId }) => <OnboardingsPage key={workspaceId} id={idOf('workspace', workspaceId)} />}
          </Route>
          <Route path={routes.onboarding}>
            {({ sessionId }) => <OnboardingPage key={sessionId} id={idOf('session', sessionId)} />}
          </Route>
          <Route path={routes.operations}>
            {({ workspaceId }) => <OperationsPage key={workspaceId} id={idOf('workspace', workspaceId)} />}
          </Route>
          <Route path={routes.findings}>
            {({ workspaceId }) => <FindingsPage key={workspaceId} id={idOf('workspace', workspaceId)} />}
          </Route>
          <Route path={routes.schedules}>
            {({ workspaceId }) => <SchedulesPage key={workspaceId} id={idOf('workspace', workspaceId)} />}
          </Route>
          <Route path={routes.auditLog}>
            {({ workspaceId }) => <AuditLogPage key={workspaceId} id={idOf('workspace', workspaceId)} />}
          </Route>
          <Route path={routes.members}>
            {({ workspaceId }) => <MembersPage key={workspaceId} id={idOf('workspace', workspaceId)} />}
          </Route>
          <Route path={routes.tenantMembers}>
            {({ tenantId }) => <TenantMembersPage key={tenantId} id={idOf('tenant', tenantId)} />}
          </Route>
          <Route path={routes.apiTokens}>
            <ApiTokensPage />
          </Route>
          <Route path={routes.reasons}>
            <ReasonsPage />
          </Route>
          <Route path={routes.reportACode}>
            <ReportACodePage />
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </CrashBoundary>
  );
}

/** While its code loads; the page has a skeleton of its own for its data. */
function PageOnItsWay() {
  return (
    <Loading>
      <SkeletonBlock width="320px" height="32px" />
    </Loading>
  );
}
