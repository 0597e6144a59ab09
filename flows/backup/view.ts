import { backupStateOf, type BackupHealth, type PolicyFilter } from '../../core/backup/policy.ts';
import type { PageRequest } from '../../core/page.ts';
import { countPolicies, findPolicyNames, listPoliciesById, pagePolicies } from '../../db/backup/policies.ts';
import { findDefinitions, listVersionContents, listVersions } from '../../db/backup/policy-versions.ts';
import {
  countSets,
  listBackupDates,
  listSetGaps,
  listSetParts,
  listSetsById,
  pageSets,
} from '../../db/backup/set-pages.ts';
import type { ReadFor } from '../access/view-source.ts';

/** Of one policy: a year of a busy one. */
const maxVersions = 50;

/** Of one set: more than a person reads, and each is one policy. */
const maxGaps = 100;

/** The part of a View (../view.ts) that shows what backups have kept. */
export const backupReads = {
  pagePolicies: ({ db, viewer }: ReadFor, filter: PolicyFilter, page: PageRequest) =>
    pagePolicies(db, viewer, filter, page),
  countPolicies: ({ db, viewer }: ReadFor, filter: PolicyFilter, limit: number | null) =>
    countPolicies(db, viewer, filter, limit),
  policiesById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listPoliciesById(db, viewer, ids),
  versionsOfPolicies: ({ db, viewer }: ReadFor, policyIds: readonly number[]) =>
    listVersions(db, viewer, policyIds, maxVersions),
  versionContents: ({ db, viewer }: ReadFor, spanIds: readonly number[]) =>
    listVersionContents(db, viewer, spanIds),
  policyNames: ({ db, viewer }: ReadFor, tenantId: number, externalIds: readonly string[]) =>
    findPolicyNames(db, viewer, { tenantId, externalIds }),
  settingDefinitions: ({ db }: ReadFor, ids: readonly string[]) => findDefinitions(db, ids),
  backupSetsById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listSetsById(db, viewer, ids),
  partsOfSets: ({ db, viewer }: ReadFor, setIds: readonly number[]) => listSetParts(db, viewer, setIds),
  gapsOfSets: ({ db, viewer }: ReadFor, setIds: readonly number[]) =>
    listSetGaps(db, viewer, setIds, maxGaps),
  pageBackupSets: ({ db, viewer }: ReadFor, tenantId: number, page: PageRequest) =>
    pageSets(db, viewer, tenantId, page),
  countBackupSets: ({ db, viewer }: ReadFor, tenantId: number, limit: number | null) =>
    countSets(db, viewer, tenantId, limit),
  backupHealthOfTenants: async ({ db, viewer, now }: ReadFor, tenantIds: readonly number[]) => {
    const dates = await listBackupDates(db, viewer, tenantIds);
    return dates.map((one): BackupHealth & { readonly tenantId: number } => ({
      ...one,
      state: backupStateOf(one, now()),
    }));
  },
};
