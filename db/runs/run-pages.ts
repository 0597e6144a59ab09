import { and, eq, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { QueryBuilder, SelectedFields } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../core/access/access.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import {
  runOutcomes,
  type OperationRun,
  type RunFilter,
  type RunOutcome,
  type RunStatus,
  type RunTrigger,
} from '../../core/runs/run.ts';
import { toReader } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage, type Direction } from '../engine/cursor.ts';
import { countUpTo } from '../engine/count.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { operationRuns } from '../tables/runs.ts';
import { runColumns, runIsVisibleTo } from './runs.ts';

/** null means any. */
interface Wanted {
  readonly userId: number;
  readonly viewersWorkspaceId: number | null;
  readonly workspaceId: number;
  readonly tenantId: number | null;
  readonly connectionId: number | null;
  readonly types: readonly string[] | null;
  readonly status: readonly RunStatus[] | null;
  readonly outcomes: readonly RunOutcome[] | null;
  readonly triggers: readonly RunTrigger[] | null;
  /** The id of the row to continue after. */
  readonly from: number | null;
  readonly limit: number | null;
}

/** Newest first. Cursor key: [id]. */
export async function pageRuns(
  db: Db,
  viewer: Viewer,
  filter: RunFilter,
  page: PageRequest,
): Promise<Page<OperationRun>> {
  const from = idOfCursor(page);
  const rows = await runsOfPage(
    db,
    { ...toWanted(viewer, filter), from, limit: limitOf(page) },
    directionOf(page),
  );
  return toPage(rows, page, ({ id }) => [id]);
}

/** Counting stops at `limit`; null: all of them, which reads all of them. */
export async function countRuns(
  db: Db,
  viewer: Viewer,
  filter: RunFilter,
  limit: number | null = null,
): Promise<number> {
  const [row] = await numberOfRuns(db, { ...toWanted(viewer, filter), from: null, limit });
  return row?.count ?? 0;
}

const runsOfPage = createRead('pageRuns', runColumns, (build, wanted: Slots<Wanted>, direction: Direction) =>
  selectRuns(build, wanted, runColumns, direction),
);

const counted = { id: operationRuns.id };

const numberOfRuns = createRead('countRuns', countUpTo.columns, (build, wanted: Slots<Wanted>) =>
  countUpTo.write(build, selectRuns(build, wanted, counted, 'forward')),
);

/**
 * By type or outcome, a workspace's runs are looked up once for each requested pair, each time the newest few in an
 * index, and merged: fast however many runs exist, even if none match. The same by trigger, if nothing else is
 * asked. A tenant or a connection has few runs.
 */
function selectRuns(
  build: QueryBuilder,
  wanted: Slots<Wanted>,
  columns: SelectedFields,
  direction: Direction,
) {
  const { types, outcomes, triggers, limit } = wanted;
  const isNarrow = wanted.tenantId !== null || wanted.connectionId !== null;
  const ofTriggers = triggers === null ? undefined : isOneOf(operationRuns.trigger, triggers);
  const isAny = types === null && outcomes === null;
  if (isNarrow || limit === null || (isAny && triggers === null)) {
    const filters = [
      types === null ? undefined : isOneOf(operationRuns.type, types),
      outcomes === null ? undefined : isOneOf(operationRuns.outcome, outcomes),
      ofTriggers,
    ];
    return newest({ build, wanted, columns, direction }, filters);
  }
  const lists = isAny
    ? [sql`unnest(${triggers}::text[]) as by_trigger (trigger)`]
    : [
        types === null ? null : sql`unnest(${types}::text[]) as of_type (type)`,
        sql`unnest(${outcomes ?? sql.raw(allOutcomes)}::text[]) as with_outcome (outcome)`,
      ].filter((list) => list !== null);
  const found = newest(
    { build, wanted, columns, direction },
    isAny
      ? [sql`${operationRuns.trigger} = by_trigger.trigger`]
      : [
          types === null ? undefined : sql`${operationRuns.type} = of_type.type`,
          sql`${operationRuns.outcome} = with_outcome.outcome`,
          ofTriggers,
        ],
  ).as('found');
  const select = build
    .select(found._.selectedFields as SelectedFields)
    .from(sql.join(lists, sql` cross join `))
    .innerJoinLateral(found, sql`true`);
  return select.orderBy(newestFirst.order(sql`found.id`, direction)).limit(limit);
}

/** The database has no others (operation_runs_outcome_known). */
const allOutcomes = `'{${runOutcomes.join(',')}}'`;

interface Selecting {
  readonly build: QueryBuilder;
  readonly wanted: Slots<Wanted>;
  readonly columns: SelectedFields;
  readonly direction: Direction;
}

function newest({ build, wanted, columns, direction }: Selecting, filters: readonly (SQL | undefined)[]) {
  const { workspaceId, tenantId, connectionId, status, from, limit } = wanted;
  const viewer = { userId: wanted.userId, workspaceId: wanted.viewersWorkspaceId };
  const matching = build
    .select(columns)
    .from(operationRuns)
    .where(
      and(
        eq(operationRuns.workspaceId, workspaceId),
        equals(operationRuns.tenantId, tenantId),
        equals(operationRuns.providerConnectionId, connectionId),
        status === null ? undefined : isOneOf(operationRuns.status, status),
        ...filters,
        from === null ? undefined : newestFirst.behind(operationRuns.id, from, direction),
        runIsVisibleTo(viewer),
      ),
    );
  return limit === null
    ? matching
    : matching.orderBy(newestFirst.order(operationRuns.id, direction)).limit(limit);
}

function equals(
  column: typeof operationRuns.tenantId | typeof operationRuns.providerConnectionId,
  value: Placeholder | null,
): SQL | undefined {
  return value === null ? undefined : eq(column, value);
}

function toWanted(viewer: Viewer, filter: RunFilter): Omit<Wanted, 'from' | 'limit'> {
  const { userId, workspaceId: viewersWorkspaceId } = toReader(viewer);
  const { workspaceId, tenantId, connectionId = null, types, status, outcome, triggers = null } = filter;
  const isOpenOrEnded = status !== null && new Set(status.map((one) => one === 'completed')).size === 1;
  const outcomes = outcome === null && !isOpenOrEnded ? null : outcomesOf(status, outcome);
  const place = { userId, viewersWorkspaceId, workspaceId, tenantId, connectionId };
  // Each type once: what is looked up twice would be found twice.
  const once = <T>(values: readonly T[] | null) => values && [...new Set(values)];
  return { ...place, types: once(types), triggers: once(triggers), status, outcomes };
}

/** A run is completed exactly if its outcome is not pending, so a status narrows the outcomes, which have an index. */
function outcomesOf(
  status: readonly RunStatus[] | null,
  outcome: readonly RunOutcome[] | null,
): readonly RunOutcome[] {
  return runOutcomes.filter(
    (each) =>
      (outcome === null || outcome.includes(each)) &&
      (status === null || status.some((one) => (one === 'completed') === (each !== 'pending'))),
  );
}
