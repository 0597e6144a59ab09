import type { PageRequest } from '../../core/page.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { OperationRun, RunFilter } from '../../core/runs/run.ts';
import { countRuns, pageRuns } from '../../db/runs/run-pages.ts';
import {
  listActiveRuns,
  listLatestRuns,
  listRunEvents,
  listRunScopes,
  listRunsById,
  listRunStatesById,
} from '../../db/runs/runs.ts';
import { keepRun, readBesideStates, readUnknown, type ReadFor } from '../access/view-source.ts';

/** The part of a View (../view.ts) that shows operation runs. */
export const runReads = {
  runsById: ({ db, viewer, known }: ReadFor, ids: readonly number[]) =>
    readUnknown(known.runs, ids, async (unknown) => {
      for (const run of await listRunsById(db, viewer, unknown)) keepRun(known, run);
    }),
  /** The same, with everything else that is asked about them from the same version. */
  wholeRunsById: ({ db, viewer, known }: ReadFor, ids: readonly number[]) =>
    readUnknown(known.runs, ids, async (unknown) => {
      for (const state of await listRunStatesById(db, viewer, unknown)) {
        if (keepRun(known, state.run) === state.run) known.states.set(state.run.id, state);
      }
    }),
  latestVerifications: ({ db, viewer, known }: ReadFor, tenantIds: readonly number[]) =>
    readUnknown(known.latest, tenantIds, async (unknown) => {
      for (const id of unknown) known.latest.set(id, null);
      for (const run of await listLatestRuns(db, viewer, verificationType, unknown))
        if (run.tenantId !== null) known.latest.set(run.tenantId, keepRun(known, run));
    }),
  activeRuns: async ({ db, viewer, known }: ReadFor, connectionIds: readonly number[]) => {
    const runs = await listActiveRuns(db, viewer, connectionIds);
    return runs.map((run) => keepRun(known, run));
  },
  pageRuns: async ({ db, viewer, known }: ReadFor, filter: RunFilter, page: PageRequest) => {
    const { edges, ...ends } = await pageRuns(db, viewer, filter, page);
    return { ...ends, edges: edges.map(({ cursor, node }) => ({ cursor, node: keepRun(known, node) })) };
  },
  countRuns: ({ db, viewer }: ReadFor, filter: RunFilter, limit: number | null) =>
    countRuns(db, viewer, filter, limit),
  runScopes: ({ db, viewer, known }: ReadFor, ids: readonly number[]) =>
    readBesideStates(
      known,
      ids,
      (id, { scope }) => ({ id, scope }),
      (others) => listRunScopes(db, viewer, others),
    ),
  runEvents: (
    { db, viewer }: ReadFor,
    run: Pick<OperationRun, 'id' | 'lastEventSeq'>,
    page: { readonly first: number; readonly after: number },
  ) => listRunEvents(db, viewer, run, page),
};
