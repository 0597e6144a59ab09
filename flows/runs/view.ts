import type { Viewer } from '../../core/access/access.ts';
import type { PageRequest } from '../../core/page.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { RunFilter } from '../../core/runs/run.ts';
import type { Db } from '../../db/engine/client.ts';
import { countRuns, pageRuns } from '../../db/runs/run-pages.ts';
import {
  listActiveRuns,
  listLatestRuns,
  listRunEvents,
  listRunScopes,
  listRunsById,
} from '../../db/runs/runs.ts';

/** The part of a View (../view.ts) that shows operation runs. */
export function createRunsView(db: Db, viewer: Viewer) {
  return {
    runsById: (ids: readonly number[]) => listRunsById(db, viewer, ids),
    latestVerifications: (tenantIds: readonly number[]) =>
      listLatestRuns(db, viewer, verificationType, tenantIds),
    activeRuns: (connectionIds: readonly number[]) => listActiveRuns(db, viewer, connectionIds),
    pageRuns: (filter: RunFilter, page: PageRequest) => pageRuns(db, viewer, filter, page),
    countRuns: (filter: RunFilter, limit: number | null) => countRuns(db, viewer, filter, limit),
    runScopes: (ids: readonly number[]) => listRunScopes(db, viewer, ids),
    runEvents: (run: { readonly id: number }, page: { readonly first: number; readonly after: number }) =>
      listRunEvents(db, viewer, run, page),
  };
}
