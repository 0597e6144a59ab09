import { listWaitingQueues } from '../db/runs/run-life.ts';
import type { Viewer } from '../core/access/access.ts';
import { toReachableClouds } from '../core/clouds.ts';
import { credentialRules } from '../core/connections/credential-rules.ts';
import { inspectCertificate } from '../core/connections/credential-shape.ts';
import { tokenPathsOf } from '../core/connections/token-files.ts';
import { whyNoWorkspace } from '../core/tenants/founding.ts';
import type { Workspace } from '../core/tenants/workspace.ts';
import type { SyncType } from '../core/inventory/inventory.ts';
import type { OperationType } from '../core/runs/operation-types.ts';
import type { ProviderConnection } from '../core/connections/connection.ts';
import { activateCredential } from './connections/activate-credential.ts';
import type { CredentialDependencies } from './connections/check-credential.ts';
import { runBackup, type BackupDependencies } from './backup/run-backup.ts';
import { startBackup } from './backup/start-backup.ts';
import { createConnection, type ConnectionDependencies } from './connections/create-connection.ts';
import { deleteCredential } from './connections/delete-credential.ts';
import { discardCandidate } from './connections/discard-candidate.ts';
import { makeDefaultConnection } from './connections/make-default-connection.ts';
import { rehearseCredential } from './connections/rehearse-credential.ts';
import { setCredential } from './connections/set-credential.ts';
import { updateConnection } from './connections/update-connection.ts';
import { acknowledgeFinding } from './inventory/acknowledge-finding.ts';
import { runSync, type SyncDependencies } from './inventory/run-sync.ts';
import type { LiveHub } from './live/hub.ts';
import { watchAccess, watchRun, watchTenantVerification, watchWorkspaceRuns } from './live/watch-run.ts';
import { recordExpiries } from './notifications/record-expiries.ts';
import { beginOnboarding } from './onboarding/begin-onboarding.ts';
import { discoverDirectory, type DiscoverDependencies } from './onboarding/discover-directory.ts';
import { cancelOnboarding, completeOnboarding } from './onboarding/end-onboarding.ts';
import { receiveConsent } from './onboarding/receive-consent.ts';
import { requestConsent, type ConsentDependencies } from './onboarding/request-consent.ts';
import { updateOnboarding } from './onboarding/update-onboarding.ts';
import { createApiToken } from './people/create-api-token.ts';
import { leaveWorkspace } from './people/leave-workspace.ts';
import { removeTenantMember } from './people/remove-tenant-member.ts';
import { removeWorkspaceMember } from './people/remove-workspace-member.ts';
import { revokeApiToken } from './people/revoke-api-token.ts';
import { setCurrentTenant } from './people/set-current-tenant.ts';
import { setTenantMember } from './people/set-tenant-member.ts';
import { setWorkspaceMember } from './people/set-workspace-member.ts';
import { cancelRun } from './runs/cancel-run.ts';
import { finishAbandonedRun } from './runs/finish-abandoned-run.ts';
import { handBackJob } from './runs/hand-back-job.ts';
import { reconcileRuns } from './runs/reconcile-runs.ts';
import { startOperation, type StartDependencies } from './runs/start-operation.ts';
import { freeze, unfreeze } from './schedules/freeze.ts';
import {
  createSchedule,
  deleteSchedule,
  pauseSchedule,
  resumeSchedule,
  updateSchedule,
} from './schedules/manage-schedules.ts';
import { runScheduleNow } from './schedules/run-schedule-now.ts';
import { tickSchedules } from './schedules/tick-schedules.ts';
import { archiveTenant } from './tenants/archive-tenant.ts';
import { createTenant } from './tenants/create-tenant.ts';
import { createWorkspace, type FoundingDependencies } from './tenants/create-workspace.ts';
import { updateTenant } from './tenants/update-tenant.ts';
import { updateWorkspace } from './tenants/update-workspace.ts';
import { acknowledgeCheck, withdrawAcknowledgement } from './verification/acknowledge-check.ts';
import { runVerification, type VerificationDependencies } from './verification/run-verification.ts';
import { startDueRecheck } from './verification/start-due-recheck.ts';
import { startVerification } from './verification/start-verification.ts';
import { startWorkspaceVerification } from './verification/start-workspace-verification.ts';
import { stopRecheck } from './verification/stop-recheck.ts';

/** What the verbs need of the world beside their arguments. */
export type FlowDependencies = StartDependencies &
  ConnectionDependencies &
  CredentialDependencies &
  DiscoverDependencies &
  ConsentDependencies &
  FoundingDependencies & { readonly hub: LiveHub };

export type Flows = ReturnType<typeof createFlows>;

/**
 * The one list of verbs that people and programs can ask for, bound to their dependencies. A new verb is named here and in
 * its resolver, nowhere else. It takes its dependencies first, then who asks.
 */
// eslint-disable-next-line max-lines-per-function -- a list
export function createFlows(dependencies: FlowDependencies) {
  const bind = binderOf(dependencies);
  return {
    createTenant: bind(createTenant),
    updateTenant: bind(updateTenant),
    archiveTenant: bind(archiveTenant),
    createWorkspace: bind(createWorkspace),
    leaveWorkspace: bind(leaveWorkspace),
    whyNoWorkspace: (viewer: Viewer, workspaces: readonly Workspace[]) =>
      whyNoWorkspace(dependencies.workspaceCreators, viewer, workspaces),
    updateWorkspace: bind(updateWorkspace),
    freeze: bind(freeze),
    unfreeze: bind(unfreeze),

    createSchedule: bind(createSchedule),
    updateSchedule: bind(updateSchedule),
    pauseSchedule: bind(pauseSchedule),
    resumeSchedule: bind(resumeSchedule),
    deleteSchedule: bind(deleteSchedule),
    runScheduleNow: bind(runScheduleNow),

    setCurrentTenant: bind(setCurrentTenant),
    setWorkspaceMember: bind(setWorkspaceMember),
    removeWorkspaceMember: bind(removeWorkspaceMember),
    setTenantMember: bind(setTenantMember),
    removeTenantMember: bind(removeTenantMember),
    createApiToken: bind(createApiToken),
    revokeApiToken: bind(revokeApiToken),

    createConnection: bind(createConnection),
    updateConnection: bind(updateConnection),
    makeDefaultConnection: bind(makeDefaultConnection),
    setCredential: bind(setCredential),
    deleteCredential: bind(deleteCredential),
    rehearseCredential: bind(rehearseCredential),
    discardCandidate: bind(discardCandidate),
    activateCredential: bind(activateCredential),
    credentialRules: (
      { entraTenantId }: Pick<ProviderConnection, 'entraTenantId'>,
      { slug }: Pick<Workspace, 'slug'>,
    ) => credentialRules({ entraTenantId, tokenPaths: tokenPathsOf(dependencies.tokenFiles, slug) }),
    inspectCertificate: (certificatePem: string) => inspectCertificate(certificatePem, dependencies.now()),
    now: dependencies.now,
    reachableClouds: () => toReachableClouds(dependencies.clouds),
    adminConsentUrl: dependencies.toConsentUrl,

    discoverDirectory: bind(discoverDirectory),
    beginOnboarding: bind(beginOnboarding),
    updateOnboarding: bind(updateOnboarding),
    requestConsent: bind(requestConsent),
    receiveConsent: bind(receiveConsent),
    completeOnboarding: bind(completeOnboarding),
    cancelOnboarding: bind(cancelOnboarding),

    startVerification: bind(startVerification),
    startWorkspaceVerification: bind(startWorkspaceVerification),
    startOperation: bind(startOperation),
    cancelRun: bind(cancelRun),
    stopRecheck: bind(stopRecheck),
    acknowledgeCheck: bind(acknowledgeCheck),
    withdrawAcknowledgement: bind(withdrawAcknowledgement),
    acknowledgeFinding: bind(acknowledgeFinding),
    startBackup: bind(startBackup),

    watchRun: bind(watchRun),
    watchTenantVerification: bind(watchTenantVerification),
    watchWorkspaceRuns: bind(watchWorkspaceRuns),
    watchAccess: bind(watchAccess),
  };
}

export type JobDependencies = StartDependencies &
  VerificationDependencies &
  SyncDependencies &
  BackupDependencies;

export type JobFlows = ReturnType<typeof createJobFlows>;

/** What workers call: the flow of each operation, and what the program does on its own. */
export function createJobFlows(dependencies: JobDependencies) {
  const bind = binderOf(dependencies);
  const sync = (type: SyncType) => (runId: number, signal: AbortSignal) =>
    runSync(dependencies, { type, runId, signal });
  /** One attempt at a run. It rejects when `signal` aborts. */
  const operations: Record<OperationType, (runId: number, signal: AbortSignal) => Promise<void>> = {
    'provider.connection.check': bind(runVerification),
    'inventory.sync': sync('inventory.sync'),
    'entra.groups.sync': sync('entra.groups.sync'),
    'backup.run': bind(runBackup),
  };
  return {
    operations,
    handBackJob: bind(handBackJob),
    finishAbandonedRun: bind(finishAbandonedRun),
    reconcileRuns: bind(reconcileRuns),
    startDueRecheck: bind(startDueRecheck),
    tickSchedules: bind(tickSchedules),
    waitingQueues: (queues: readonly string[]) =>
      listWaitingQueues(dependencies.database.db, queues, dependencies.now()),
    recordExpiries: bind(recordExpiries),
  };
}

function binderOf<D>(dependencies: D) {
  return <A extends unknown[], R>(verb: (needs: D, ...args: A) => R) =>
    (...args: A): R =>
      verb(dependencies, ...args);
}
