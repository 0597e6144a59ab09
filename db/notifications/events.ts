import { and, eq, sql } from 'drizzle-orm';
import type { QueryBuilder, SelectedFields } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../core/access/access.ts';
import { expirySteps, type AtlasEvent } from '../../core/notifications/event.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { memberIs, toReader, type Reader } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { countUpTo } from '../engine/count.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage, type Direction } from '../engine/cursor.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { events } from '../tables/events.ts';
import { workspaceMemberships } from '../tables/tenancy.ts';

/**
 * An event for each credential that has come within one of the steps since the last time: for the nearest step only, so that a
 * pause of the program is no series of warnings. What expired more than a week ago is no news.
 */
export async function insertExpiries(db: Db, now: Date): Promise<void> {
  const time = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`/* insertExpiries */
    insert into events (workspace_id, kind, tenant_id, cause_key, severity, data, once_key, at)
    select workspace_id, 'credential.expires', tenant_id, 'credential.expires days=' || days || ' at=' || expires_at,
      severity, jsonb_build_object('expiresAt', expires_at, 'days', days),
      'expires ' || tenant_id || ' ' || expires_at || ' ' || days, ${time}
    from (
      select standing.workspace_id, standing.tenant_id, step.days, step.severity,
        to_char(standing.credential_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as expires_at
      from tenant_standing standing
      join tenants tenant on tenant.id = standing.tenant_id and tenant.status <> 'archived'
      cross join lateral (
        select days, severity from json_to_recordset(${JSON.stringify(expirySteps)}::text::json) each (days int, severity text)
        where standing.credential_expires_at <= ${time} + days * interval '1 day' order by days limit 1) step
      where standing.credential_expires_at > ${time} - interval '7 days'
        and standing.credential_expires_at <= ${time} + interval '30 days') due
    where not exists (select from events known where known.workspace_id = due.workspace_id
      and known.once_key = 'expires ' || due.tenant_id || ' ' || due.expires_at || ' ' || due.days)
    on conflict do nothing`);
}

const eventColumns = {
  id: events.id,
  kind: events.kind,
  tenantId: events.tenantId,
  causeKey: events.causeKey,
  severity: events.severity,
  data: events.data,
  trigger: events.trigger,
  operationRunId: events.operationRunId,
  at: events.at,
};

interface Wanted extends Reader {
  readonly ofWorkspace: number;
  /** The id of the row to continue behind. */
  readonly from: number | null;
  readonly limit: number | null;
}

const eventsOfPage = createRead(
  'pageEvents',
  eventColumns,
  (build, wanted: Slots<Wanted>, direction: Direction) =>
    selectEvents(build, wanted, eventColumns, direction),
);

/** Newest first, for workspace owners; empty for everyone else. Cursor key: [id]. */
export async function pageEvents(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  page: PageRequest,
): Promise<Page<AtlasEvent>> {
  const from = idOfCursor(page);
  const wanted = { ...toReader(viewer), ofWorkspace: workspaceId, from, limit: limitOf(page) };
  return toPage(await eventsOfPage(db, wanted, directionOf(page)), page, ({ id }) => [id]);
}

const counted = { id: events.id };

const numberOfEvents = createRead('countEvents', countUpTo.columns, (build, wanted: Slots<Wanted>) =>
  countUpTo.write(build, selectEvents(build, wanted, counted, 'forward')),
);

/** Counting stops at `limit`; null: all of them, which reads all of them. */
export async function countEvents(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  limit: number | null = null,
): Promise<number> {
  const wanted = { ...toReader(viewer), ofWorkspace: workspaceId, from: null, limit };
  return (await numberOfEvents(db, wanted))[0]?.count ?? 0;
}

function selectEvents(
  build: QueryBuilder,
  { ofWorkspace, from, limit, ...reader }: Slots<Wanted>,
  columns: SelectedFields,
  direction: Direction,
) {
  const found = build
    .select(columns)
    .from(events)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, events.workspaceId))
    .where(
      and(
        memberIs(reader),
        eq(workspaceMemberships.role, 'owner'),
        eq(events.workspaceId, ofWorkspace),
        from === null ? undefined : newestFirst.behind(events.id, from, direction),
      ),
    );
  return limit === null ? found : found.orderBy(newestFirst.order(events.id, direction)).limit(limit);
}
