import type { Viewer } from '../../core/access/access.ts';
import type { ViewSource } from '../access/view-source.ts';
import { listReportDocuments } from '../../db/runs/runs.ts';
import { listAcknowledgements } from '../../db/verification/acknowledgements.ts';
import { listReasonClusters } from '../../db/verification/reason-clusters.ts';
import { listRechecks } from '../../db/verification/rechecks.ts';
import { getVerificationProgress } from '../../db/verification/verification-progress.ts';
import {
  listVerdictsBefore,
  listVerificationStandings,
} from '../../db/verification/verification-standing.ts';

/** The part of a View (../view.ts) that shows what verifications have found. */
export function createVerificationView({ db, now }: ViewSource, viewer: Viewer) {
  return {
    reportDocuments: (runIds: readonly number[]) => listReportDocuments(db, viewer, runIds),
    acknowledgements: (runIds: readonly number[]) => listAcknowledgements(db, viewer, runIds, now()),
    verdictsBefore: (runIds: readonly number[]) => listVerdictsBefore(db, viewer, runIds),
    verificationStandings: (tenantIds: readonly number[]) => listVerificationStandings(db, viewer, tenantIds),
    verificationProgress: (workspaceId: number, runIds: readonly number[]) =>
      getVerificationProgress(db, viewer, workspaceId, runIds),
    reasonClusters: (workspaceId: number, wanted: { readonly first: number; readonly atLeast: number }) =>
      listReasonClusters(db, viewer, workspaceId, wanted),
    rechecksOfTenants: (ids: readonly number[]) => listRechecks(db, viewer, ids, now()),
  };
}
