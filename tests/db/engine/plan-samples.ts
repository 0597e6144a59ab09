import { verificationType } from '../../../core/runs/operation-types.ts';
import { countPolicies, listPoliciesById, pagePolicies } from '../../../db/backup/policies.ts';
import { listVersionContents, listVersions } from '../../../db/backup/policy-versions.ts';
import {
  countSets,
  listBackupDates,
  listSetGaps,
  listSetParts,
  listSetsById,
  pageSets,
} from '../../../db/backup/set-pages.ts';
import { listKnownIds, listKnownPolicies } from '../../../db/backup/timeline.ts';
import { listLegacyTenantIds } from '../../../db/connections/legacy-credentials.ts';
import {
  listConnectionsById,
  listConnectionsOfTenants,
  listDefaultConnectionsForStart,
} from '../../../db/connections/connections.ts';
import {
  listCredentialCandidates,
  listCredentialMetadata,
  listCredentialStates,
} from '../../../db/connections/credentials.ts';
import { listSealedRowsOfConnection, listSealedSamples } from '../../../db/connections/sealed-rows.ts';
import { findSignInBySession, findSignInByToken } from '../../../db/access/access.ts';
import type { Db, Tx } from '../../../db/engine/client.ts';
import { countFindings, listFindingsById, pageFindings } from '../../../db/inventory/findings.ts';
import {
  countInventory,
  listInventoryById,
  listKnownItems,
  pageInventory,
} from '../../../db/inventory/inventory.ts';
import {
  countOnboardingSessions,
  listLatestOnboardingSessions,
  listOnboardingSessionsById,
  pageOnboardingSessions,
} from '../../../db/onboarding/onboarding.ts';
import { countEvents, pageEvents } from '../../../db/notifications/events.ts';
import { countAuditEntries, pageAuditEntries } from '../../../db/people/audit.ts';
import {
  countWorkspaceMembers,
  listTenantMembers,
  pageWorkspaceMembers,
} from '../../../db/people/members.ts';
import { listOwnTokens } from '../../../db/people/tokens.ts';
import { listAttemptStates, listOrphans, listWaitingQueues } from '../../../db/runs/run-life.ts';
import { countRuns, pageRuns } from '../../../db/runs/run-pages.ts';
import {
  findPreviousReportRun,
  listActiveIdentities,
  listActiveRuns,
  listLatestRuns,
  listReportDocuments,
  listRunEvents,
  listRunScopes,
  listRunsById,
  listRunStatesById,
} from '../../../db/runs/runs.ts';
import {
  countScheduleRuns,
  listRounds,
  listScheduleRunsOf,
  pageScheduleRuns,
} from '../../../db/schedules/schedule-runs.ts';
import { countActive, listWaiting } from '../../../db/schedules/dues.ts';
import {
  countSchedules,
  countWaiting,
  listSchedulesById,
  pageSchedules,
} from '../../../db/schedules/schedules.ts';
import { tenantsOf, tenantsOfWorkspace } from '../../../db/tenants/fleet.ts';
import { pageStandingTenants } from '../../../db/tenants/standing-tenants.ts';
import {
  countTenants,
  listPermissions,
  listTenantsById,
  listTenantsForStart,
  pageTenants,
} from '../../../db/tenants/tenants.ts';
import {
  getVerificationOverview,
  getWorkspaceSlug,
  listColleaguesById,
  listUsersById,
  listWorkspaces,
  listWorkspacesById,
  listWorkspacesOfUser,
} from '../../../db/tenants/workspaces.ts';
import { listAcknowledgements } from '../../../db/verification/acknowledgements.ts';
import { listReasonClusters } from '../../../db/verification/reason-clusters.ts';
import { listRechecks } from '../../../db/verification/rechecks.ts';
import { getVerificationProgress } from '../../../db/verification/verification-progress.ts';
import {
  listStaleStandings,
  listTenantIds,
  listVerdictsBefore,
  listVerificationStandings,
} from '../../../db/verification/verification-standing.ts';
import { getReadinessHistory, listLackingDays } from '../../../db/verification/tenant-days.ts';
import { tenantCount } from './filled-database.ts';

export interface Sample {
  readonly call: (db: Db) => Promise<unknown>;
  /** Rows a sort may take in, and a filter throw away: what the caller asked for and not what the tables hold. */
  readonly mayWaste?: number;
  /** Reads all there is, because it is asked for all of it. */
  readonly readsAll?: true;
}

const viewer = { userId: 1, workspaceId: null, scopes: null };
const now = new Date();
const page = { first: 50, after: null };
const fromTheEnd = { last: 50, before: null };
const ids = Array.from({ length: 50 }, (_, i) => i + 1);
const runIds = ids.map((id) => id * 100);
const anyRun = { workspaceId: 1, tenantId: null, types: null, status: null, outcome: null };
const anyScheduleRun = { workspaceId: 1, scheduleId: null, tenantId: null, status: null };
const anyFinding = { workspaceId: 1, tenantId: null, status: null, severity: null };
const anyTenant = { workspaceId: 1, search: null, status: null, readiness: null };
const byName = { field: 'name', direction: 'asc' } as const;
const inTx = (db: Db) => db as Tx;
/** 50 rows of a page, once for each wanted pair of type and outcome. */
const pairs = 6 * 51;
/** A tenant's whole history, and its whole inventory. */
const ofTenant = 700;

function runFilters() {
  return {
    all: anyRun,
    completed: { ...anyRun, status: ['completed'] as const },
    underWay: { ...anyRun, status: ['queued', 'running'] as const },
    failed: { ...anyRun, outcome: ['failed', 'cancelled'] as const },
    never: { ...anyRun, outcome: ['partially_succeeded'] as const },
    scheduled: { ...anyRun, triggers: ['schedule', 'consent'] as const },
    synced: { ...anyRun, types: ['entra.groups.sync'] as const },
    neverOfType: {
      ...anyRun,
      types: ['entra.groups.sync'] as const,
      outcome: ['partially_succeeded'] as const,
    },
  };
}

const anyPolicy = { tenantId: 3, kinds: null, search: null, includeGone: true };
const timeline = { tenantId: 3, entraTenantId: '00000000-0000-4000-8000-000000000000' };
/** All policies of a tenant, or all that a page of policies ever said. */
const ofPolicies = 350;

const findingFilters = {
  all: anyFinding,
  open: { ...anyFinding, status: ['new'] as const },
  openAndHigh: { ...anyFinding, status: ['new'] as const, severity: ['high'] as const },
  ofTenant: { ...anyFinding, tenantId: 3 },
};

const limit = 1_001;

/** By the name of the function of db/ that sends the statement: every list, latest and count has one at least. */
export const samples: Readonly<Record<string, readonly Sample[]>> = {
  findSignInByToken: [{ call: (db) => findSignInByToken(db, Buffer.alloc(32), now) }],
  findSignInBySession: [{ call: (db) => findSignInBySession(db, Buffer.alloc(32), now) }],
  pageRuns: [
    ...[page, fromTheEnd].flatMap((request) =>
      Object.values(runFilters()).map((filter) => ({
        call: (db: Db) => pageRuns(db, viewer, filter, request),
        mayWaste: pairs,
      })),
    ),
    { call: (db) => pageRuns(db, viewer, { ...anyRun, tenantId: 3 }, page), mayWaste: ofTenant },
    {
      call: (db) => pageRuns(db, viewer, { ...anyRun, tenantId: 3, outcome: ['cancelled'] }, page),
      mayWaste: ofTenant,
    },
    { call: (db) => pageRuns(db, viewer, { ...anyRun, connectionId: 3 }, page), mayWaste: ofTenant },
  ],
  countRuns: [
    ...Object.values(runFilters()).map((filter) => ({
      call: (db: Db) => countRuns(db, viewer, filter, limit),
      // Sorted are those counted: so many for each wanted pair.
      mayWaste: 6 * limit,
    })),
    { call: (db) => countRuns(db, viewer, anyRun), readsAll: true },
  ],
  listRunsById: [{ call: (db) => listRunsById(db, viewer, runIds) }],
  listRunStatesById: [{ call: (db) => listRunStatesById(db, viewer, runIds) }],
  listLatestRuns: [{ call: (db) => listLatestRuns(db, viewer, verificationType, ids) }],
  listRunScopes: [{ call: (db) => listRunScopes(db, viewer, runIds) }],
  listReportDocuments: [{ call: (db) => listReportDocuments(db, viewer, runIds) }],
  listRunEvents: [
    { call: (db) => listRunEvents(db, viewer, { id: 300, lastEventSeq: 30 }, { first: 50, after: 0 }) },
  ],
  listActiveIdentities: [{ call: (db) => listActiveIdentities(inTx(db), ids) }],
  listActiveRuns: [{ call: (db) => listActiveRuns(db, viewer, ids) }],
  listAttemptStates: [{ call: (db) => listAttemptStates(db, runIds) }],
  listWaitingQueues: [{ call: (db) => listWaitingQueues(db, ['inventory.sync'], now) }],
  listOrphans: [{ call: (db) => listOrphans(db, now), mayWaste: 100 }],
  findPreviousReportRun: [
    { call: (db) => findPreviousReportRun(db, { tenantId: 3, type: verificationType, before: 90_000 }) },
  ],
  getVerificationProgress: [{ call: (db) => getVerificationProgress(db, viewer, 1, runIds) }],
  listVerificationStandings: [{ call: (db) => listVerificationStandings(db, viewer, ids) }],
  listStaleStandings: [{ call: (db) => listStaleStandings(db, ids) }],
  // It reads every verdict of these tenants, for which an operator asks.
  listLackingDays: [{ call: (db) => listLackingDays(db, ids), mayWaste: 10_000 }],
  getReadinessHistory: [
    { call: (db) => getReadinessHistory(db, viewer, 1, { days: 30, now }), mayWaste: tenantCount },
  ],
  listTenantIds: [{ call: (db) => listTenantIds(db, 0, 100) }],
  listVerdictsBefore: [{ call: (db) => listVerdictsBefore(db, viewer, runIds) }],
  listAcknowledgements: [{ call: (db) => listAcknowledgements(db, viewer, runIds, now) }],
  listRechecks: [{ call: (db) => listRechecks(db, viewer, ids, now) }],
  listReasonClusters: [
    { call: (db) => listReasonClusters(db, viewer, 1, { first: 10, atLeast: 2 }), mayWaste: tenantCount },
  ],
  getVerificationOverview: [
    { call: (db) => getVerificationOverview(db, viewer, 1, ['active']), mayWaste: tenantCount },
  ],
  pageTenants: [
    { call: (db) => pageTenants(db, viewer, { ...anyTenant, order: byName }, page) },
    {
      call: (db) => pageTenants(db, viewer, { ...anyTenant, search: '3f9a', order: byName }, page),
      mayWaste: 200,
    },
    {
      call: (db) =>
        pageTenants(db, viewer, { ...anyTenant, order: { field: 'readiness', direction: 'asc' } }, page),
      mayWaste: tenantCount,
    },
  ],
  pageStandingTenants: [
    { call: (db) => pageStandingTenants(db, viewer, { ...anyTenant, order: byName }, page) },
    {
      call: (db) => pageStandingTenants(db, viewer, { ...anyTenant, search: '3f9a', order: byName }, page),
      mayWaste: 200,
    },
    {
      call: (db) =>
        pageStandingTenants(
          db,
          viewer,
          { ...anyTenant, order: { field: 'readiness', direction: 'asc' } },
          page,
        ),
      mayWaste: tenantCount,
    },
  ],
  countTenants: [
    { call: (db) => countTenants(db, viewer, { ...anyTenant, search: '3f9a' }), mayWaste: 200 },
    {
      call: (db) => countTenants(db, viewer, { ...anyTenant, readiness: ['blocked'] }),
      mayWaste: tenantCount,
    },
    {
      call: (db) => countTenants(db, viewer, { ...anyTenant, reason: 'credential.secret_expired' }),
      mayWaste: tenantCount,
    },
  ],
  listTenantsForStart: [{ call: (db) => listTenantsForStart(inTx(db), viewer, ids) }],
  listDefaultConnectionsForStart: [{ call: (db) => listDefaultConnectionsForStart(inTx(db), ids) }],
  listTenantsById: [{ call: (db) => listTenantsById(db, viewer, ids) }],
  listPermissions: [{ call: (db) => listPermissions(db, viewer, ids), mayWaste: 50 * 15 }],
  tenantsOf: [
    { call: (db) => tenantsOf(db, viewer, 1, { all: true }), mayWaste: tenantCount },
    { call: (db) => tenantsOf(db, viewer, 1, { tenantIds: ids }) },
    { call: (db) => tenantsOfWorkspace(db, 1, { all: true }), mayWaste: tenantCount },
  ],
  pageScheduleRuns: [
    { call: (db) => pageScheduleRuns(db, viewer, anyScheduleRun, page) },
    {
      call: (db) => pageScheduleRuns(db, viewer, { ...anyScheduleRun, status: ['failed', 'skipped'] }, page),
      mayWaste: pairs,
    },
    { call: (db) => pageScheduleRuns(db, viewer, { ...anyScheduleRun, tenantId: 3 }, page) },
    {
      call: (db) => pageScheduleRuns(db, viewer, { ...anyScheduleRun, scheduleId: 1 }, page),
      mayWaste: tenantCount,
    },
  ],
  countScheduleRuns: [{ call: (db) => countScheduleRuns(db, viewer, { ...anyScheduleRun, tenantId: 3 }) }],
  listScheduleRunsOf: [{ call: (db) => listScheduleRunsOf(db, viewer, runIds) }],
  // As many rows as the due times that are asked for have tenants.
  listRounds: [{ call: (db) => listRounds(db, viewer, [1], 3), mayWaste: 3 * tenantCount }],
  countActive: [{ call: (db) => countActive(db) }],
  listWaiting: [{ call: (db) => listWaiting(db, now), mayWaste: tenantCount }],
  countWaiting: [{ call: (db) => countWaiting(db, viewer, [1]), mayWaste: tenantCount }],
  countSchedules: [{ call: (db) => countSchedules(db, viewer, 1) }],
  listSchedulesById: [{ call: (db) => listSchedulesById(db, viewer, [1]) }],
  pageSchedules: [{ call: (db) => pageSchedules(db, viewer, 1, page) }],
  listWorkspaces: [{ call: (db) => listWorkspaces(db, viewer), mayWaste: 300 }],
  listWorkspacesById: [{ call: (db) => listWorkspacesById(db, viewer, [1]), mayWaste: 300 }],
  listWorkspacesOfUser: [{ call: (db) => listWorkspacesOfUser(db, 1), mayWaste: 300 }],
  getWorkspaceSlug: [{ call: (db) => getWorkspaceSlug(db, 1) }],
  listUsersById: [{ call: (db) => listUsersById(db, viewer, ids), mayWaste: 300 }],
  listColleaguesById: [{ call: (db) => listColleaguesById(db, viewer, ids), mayWaste: 300 }],
  listConnectionsById: [{ call: (db) => listConnectionsById(db, viewer, ids) }],
  listConnectionsOfTenants: [{ call: (db) => listConnectionsOfTenants(db, viewer, ids) }],
  listCredentialMetadata: [{ call: (db) => listCredentialMetadata(db, viewer, ids) }],
  listCredentialCandidates: [{ call: (db) => listCredentialCandidates(db, viewer, ids) }],
  listCredentialStates: [{ call: (db) => listCredentialStates(db, viewer, ids) }],
  listSealedRowsOfConnection: [{ call: (db) => listSealedRowsOfConnection(inTx(db), 3) }],
  // Once at the start of a process: a key for each of its connections.
  listSealedSamples: [{ call: (db) => listSealedSamples(db), readsAll: true, mayWaste: tenantCount }],
  // npm run cutover: once in a database's life.
  listLegacyTenantIds: [{ call: (db) => listLegacyTenantIds(db), readsAll: true, mayWaste: tenantCount }],
  listInventoryById: [{ call: (db) => listInventoryById(db, viewer, runIds) }],
  listKnownItems: [{ call: (db) => listKnownItems(inTx(db), 3, 'groups') }],
  pageInventory: [
    {
      call: (db) =>
        pageInventory(db, viewer, { tenantId: 3, kinds: ['apps', 'groups'], includeGone: false }, page),
      mayWaste: ofTenant,
    },
  ],
  countInventory: [
    {
      call: (db) => countInventory(db, viewer, { tenantId: 3, kinds: null, includeGone: false }),
      mayWaste: ofTenant,
    },
  ],
  pageFindings: [page, fromTheEnd].flatMap((request) =>
    Object.values(findingFilters).map((filter) => ({
      call: (db: Db) => pageFindings(db, viewer, filter, request),
      mayWaste: pairs,
    })),
  ),
  countFindings: [
    ...Object.values(findingFilters).map((filter) => ({
      call: (db: Db) => countFindings(db, viewer, filter, limit),
      mayWaste: 6 * limit,
    })),
    { call: (db) => countFindings(db, viewer, anyFinding), readsAll: true },
  ],
  listFindingsById: [{ call: (db) => listFindingsById(db, viewer, runIds) }],
  pagePolicies: [page, fromTheEnd].flatMap((request) =>
    [
      anyPolicy,
      { ...anyPolicy, includeGone: false },
      { ...anyPolicy, kinds: ['groups', 'settings_catalog'] as const },
      { ...anyPolicy, search: '3f' },
    ].map((filter) => ({
      call: (db: Db) => pagePolicies(db, viewer, filter, request),
      mayWaste: ofPolicies,
    })),
  ),
  countPolicies: [
    { call: (db) => countPolicies(db, viewer, { ...anyPolicy, search: '3f', includeGone: false }, limit) },
    { call: (db) => countPolicies(db, viewer, anyPolicy) },
  ],
  listPoliciesById: [{ call: (db) => listPoliciesById(db, viewer, ids) }],
  listVersions: [{ call: (db) => listVersions(db, viewer, ids, 50), mayWaste: ofPolicies }],
  listVersionContents: [{ call: (db) => listVersionContents(db, viewer, ids) }],
  listKnownIds: [{ call: (db) => listKnownIds(db, timeline, 'groups') }],
  listKnownPolicies: [{ call: (db) => listKnownPolicies(inTx(db), timeline) }],
  pageSets: [page, fromTheEnd].map((request) => ({ call: (db: Db) => pageSets(db, viewer, 3, request) })),
  countSets: [{ call: (db) => countSets(db, viewer, 3, limit) }, { call: (db) => countSets(db, viewer, 3) }],
  listSetParts: [{ call: (db) => listSetParts(db, viewer, ids) }],
  listSetGaps: [{ call: (db) => listSetGaps(db, viewer, ids, 100), mayWaste: ofPolicies }],
  listSetsById: [{ call: (db) => listSetsById(db, viewer, ids) }],
  listBackupDates: [{ call: (db) => listBackupDates(db, viewer, ids) }],
  pageEvents: [page, fromTheEnd].map((request) => ({ call: (db: Db) => pageEvents(db, viewer, 1, request) })),
  countEvents: [
    { call: (db) => countEvents(db, viewer, 1, limit) },
    { call: (db) => countEvents(db, viewer, 1), readsAll: true },
  ],
  pageAuditEntries: [page, fromTheEnd].map((request) => ({
    call: (db: Db) => pageAuditEntries(db, viewer, 1, request),
  })),
  countAuditEntries: [
    { call: (db) => countAuditEntries(db, viewer, 1, limit) },
    { call: (db) => countAuditEntries(db, viewer, 1), readsAll: true },
  ],
  pageWorkspaceMembers: [{ call: (db) => pageWorkspaceMembers(db, viewer, 1, page), mayWaste: 300 }],
  countWorkspaceMembers: [
    { call: (db) => countWorkspaceMembers(db, viewer, 1), mayWaste: 300 },
    { call: (db) => countWorkspaceMembers(db, viewer, 1, 20) },
  ],
  // Every member of the workspace is asked about each tenant.
  listTenantMembers: [{ call: (db) => listTenantMembers(db, viewer, ids), mayWaste: 50 * 200 }],
  listOwnTokens: [{ call: (db) => listOwnTokens(db, viewer, now), mayWaste: 400 }],
  listOnboardingSessionsById: [{ call: (db) => listOnboardingSessionsById(db, viewer, ids) }],
  listLatestOnboardingSessions: [
    { call: (db) => listLatestOnboardingSessions(db, viewer, ids), mayWaste: 150 },
  ],
  pageOnboardingSessions: [
    { call: (db) => pageOnboardingSessions(db, viewer, { workspaceId: 1, status: null }, page) },
  ],
  countOnboardingSessions: [
    {
      call: (db) => countOnboardingSessions(db, viewer, { workspaceId: 1, status: ['in_progress'] }),
      mayWaste: 3 * tenantCount,
    },
  ],
};
