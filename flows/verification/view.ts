import { listReportDocuments } from '../../db/runs/runs.ts';
import { listAcknowledgements } from '../../db/verification/acknowledgements.ts';
import { listReasonClusters } from '../../db/verification/reason-clusters.ts';
import { listRechecks } from '../../db/verification/rechecks.ts';
import { getVerificationProgress } from '../../db/verification/verification-progress.ts';
import {
  listVerdictsBefore,
  listVerificationStandings,
} from '../../db/verification/verification-standing.ts';
import { readBesideStates, readUnknown, type ReadFor } from '../access/view-source.ts';

/** The part of a View (../view.ts) that shows what verifications have found. */
export const verificationReads = {
  reportDocuments: ({ db, viewer, known }: ReadFor, runIds: readonly number[]) =>
    readBesideStates(
      known,
      runIds,
      (id, { document }) => ({ id, document }),
      (others) => listReportDocuments(db, viewer, others),
    ),
  acknowledgements: ({ db, viewer, now }: ReadFor, runIds: readonly number[]) =>
    listAcknowledgements(db, viewer, runIds, now()),
  verdictsBefore: ({ db, viewer }: ReadFor, runIds: readonly number[]) =>
    listVerdictsBefore(db, viewer, runIds),
  verificationStandings: ({ db, viewer, known }: ReadFor, tenantIds: readonly number[]) =>
    readUnknown(known.standings, tenantIds, async (unknown) => {
      for (const standing of await listVerificationStandings(db, viewer, unknown))
        known.standings.set(standing.tenantId, standing);
    }),
  verificationProgress: ({ db, viewer }: ReadFor, workspaceId: number, runIds: readonly number[]) =>
    getVerificationProgress(db, viewer, workspaceId, runIds),
  reasonClusters: (
    { db, viewer }: ReadFor,
    workspaceId: number,
    wanted: { readonly first: number; readonly atLeast: number },
  ) => listReasonClusters(db, viewer, workspaceId, wanted),
  rechecksOfTenants: ({ db, viewer, now }: ReadFor, ids: readonly number[]) =>
    listRechecks(db, viewer, ids, now()),
};
