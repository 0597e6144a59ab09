import type { Viewer } from '../../core/access/access.ts';
import { badInput, notFound } from '../../core/fault.ts';
import type { AuditData } from '../../core/people/audit.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Tx } from '../../db/engine/client.ts';
import { setFreeze, type FreezePlace } from '../../db/tenants/freezes.ts';
import { lockTenant } from '../../db/tenants/tenant-writes.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { assertMayManage, type ScheduleDependencies } from './manage-schedules.ts';

export type { FreezePlace };

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
    await lockPlace(tx, viewer, place);
    await setFreeze(tx, place, { until, reason, byUserId: viewer.userId });
    const data = { until: until.toISOString(), reason };
    await auditFreeze(tx, viewer, place, { verb: 'frozen', data });
  });
}

/** Safe to repeat. */
export async function unfreeze(
  { database }: ScheduleDependencies,
  viewer: Viewer,
  place: FreezePlace,
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockPlace(tx, viewer, place);
    const wasFrozen = await setFreeze(tx, place, null);
    if (wasFrozen) await auditFreeze(tx, viewer, place, { verb: 'unfrozen', data: {} });
  });
}

async function lockPlace(tx: Tx, viewer: Viewer, { workspaceId, tenantId }: FreezePlace): Promise<void> {
  if (tenantId === null) {
    await assertMayManage(tx, viewer, workspaceId);
    return;
  }
  const tenant = await lockTenant(tx, viewer, tenantId);
  if (tenant?.workspaceId !== workspaceId) throw notFound();
  assertCapability(tenant.role, viewer, 'schedule.manage');
}

async function auditFreeze(
  tx: Tx,
  viewer: Viewer,
  { workspaceId, tenantId }: FreezePlace,
  what: { readonly verb: 'frozen' | 'unfrozen'; readonly data: AuditData },
): Promise<void> {
  const kind = tenantId === null ? 'workspace' : 'tenant';
  await appendAudit(tx, {
    workspaceId,
    actorUserId: viewer.userId,
    action: `${kind}.${what.verb}`,
    subjectType: kind,
    subjectId: tenantId ?? workspaceId,
    data: what.data,
  });
}
