import { sql } from 'drizzle-orm';
import { expirySteps } from '../../core/notifications/event.ts';
import { createOwnerList } from '../access/owner-list.ts';
import type { Db } from '../engine/client.ts';
import { events } from '../tables/events.ts';

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

/** The workspace's events. */
export const { page: pageEvents, count: countEvents } = createOwnerList(
  { page: 'pageEvents', count: 'countEvents' },
  events,
  eventColumns,
);
