import type { Viewer } from '../../core/access/access.ts';
import { badInput, notFound } from '../../core/fault.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Tx } from '../../db/engine/client.ts';
import { setFreeze, type FreezePlace } from '../../db/tenants/freezes.ts';
import { lockTenant } from '../../db/tenants/tenant-writes.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { assertMayManage, type ScheduleDependencies } from './manage-schedules.ts';

export interface FreezeRequest {
  readonly place: FreezePlace;
  readonly until: Date;
  readonly reason: string;
}

/** A migration weekend: until then no schedule starts anything there. A freeze that is on is replaced. */
export async function freeze(
  { database, now }: ScheduleDependencies,
  viewer: Viewer,
  { place, until, reason }: FreezeRequest,
): Promise<void> {
  if (until <= now()) throw badInput('until', 'until must be in the future.');
  await database.transaction(async (tx) => {
    const workspaceId = await lockPlace(tx, viewer, place);
    await setFreeze(tx, place, { until, reason, byUserId: viewer.userId });
    const data = { until: until.toISOString(), reason };
    await appendAudit(tx, {
      workspaceId,
      actorUserId: viewer.userId,
      action: `${place.kind}.frozen`,
      ...subjectOf(place),
      data,
    });
  });
}

/** Safe to repeat. */
export async function unfreeze(
  { database }: ScheduleDependencies,
  viewer: Viewer,
  place: FreezePlace,
): Promise<void> {
  await database.transaction(async (tx) => {
    const workspaceId = await lockPlace(tx, viewer, place);
    const wasFrozen = await setFreeze(tx, place, null);
    if (!wasFrozen) return;
    await appendAudit(tx, {
      workspaceId,
      actorUserId: viewer.userId,
      action: `${place.kind}.unfrozen`,
      ...subjectOf(place),
    });
  });
}

async function lockPlace(tx: Tx, viewer: Viewer, { kind, id }: FreezePlace): Promise<number> {
  if (kind === 'workspace') {
    await assertMayManage(tx, viewer, id);
    return id;
  }
  const tenant = await lockTenant(tx, viewer, id);
  if (tenant === null) throw notFound();
  assertCapability(tenant.role, viewer, 'schedule.manage');
  return tenant.workspaceId;
}

function subjectOf({ kind, id }: FreezePlace) {
  return { subjectType: kind, subjectId: id };
}
