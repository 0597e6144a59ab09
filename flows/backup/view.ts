import type { Viewer } from '../../core/access/access.ts';
import type { Policy, PolicyFilter } from '../../core/backup/policy.ts';
import type { PageRequest } from '../../core/page.ts';
import {
  countPolicies,
  countSets,
  findDefinitions,
  findPolicy,
  findPolicyNames,
  listBackupDates,
  listVersions,
  pagePolicies,
  pageSets,
} from '../../db/backup/policies.ts';
import type { Db } from '../../db/engine/client.ts';

/** The part of a View (../view.ts) that shows what backups have kept. */
export function createBackupView(db: Db, viewer: Viewer) {
  return {
    pagePolicies: (filter: PolicyFilter, page: PageRequest) => pagePolicies(db, viewer, filter, page),
    countPolicies: (filter: PolicyFilter) => countPolicies(db, viewer, filter),
    findPolicy: (place: Pick<Policy, 'id' | 'tenantId'>) => findPolicy(db, viewer, place),
    policyVersions: (policyId: number, limit: number) => listVersions(db, viewer, policyId, limit),
    policyNames: (tenantId: number, externalIds: readonly string[]) =>
      findPolicyNames(db, viewer, { tenantId, externalIds }),
    settingDefinitions: (ids: readonly string[]) => findDefinitions(db, ids),
    pageBackupSets: (tenantId: number, page: PageRequest) => pageSets(db, viewer, tenantId, page),
    countBackupSets: (tenantId: number) => countSets(db, viewer, tenantId),
    backupDates: (tenantIds: readonly number[]) => listBackupDates(db, viewer, tenantIds),
  };
}
