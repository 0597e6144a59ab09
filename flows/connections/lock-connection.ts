import type { Viewer } from '../../core/access/access.ts';
import { obstacles } from '../../core/presentation/actions.ts';
import { Fault, notFound } from '../../core/fault.ts';
import { toGlobalId } from '../../core/global-id.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { Tx } from '../../db/engine/client.ts';
import { findTenantOfConnection } from '../../db/connections/connection-writes.ts';
import { lockConnectionForStart, type LockedConnection } from '../../db/connections/connections.ts';
import { findActiveRun } from '../../db/runs/runs.ts';
import { lockTenant } from '../../db/tenants/tenant-writes.ts';
import { findTenantForStart } from '../../db/tenants/tenants.ts';
import { assertCapability } from '../access/assert-capability.ts';

export interface ConnectionForChange {
  readonly tenant: Tenant;
  readonly connection: LockedConnection;
}

/**
 * How every change of a connection begins: lock the tenant, then the connection, in the order in which starts lock
 * them, so that no deadlock occurs. Both rows stay locked until the transaction ends. Throws NOT_FOUND for a viewer
 * who is not entitled, FORBIDDEN without provider.manage.
 */
export async function lockConnection(
  tx: Tx,
  viewer: Viewer,
  connectionId: number,
  { tenantToo = false }: { readonly tenantToo?: boolean } = {},
): Promise<ConnectionForChange> {
  const tenantId = await findTenantOfConnection(tx, viewer, connectionId);
  if (tenantId === null) throw notFound();
  const lock = tenantToo ? lockTenant : findTenantForStart;
  const tenant = await lock(tx, viewer, tenantId);
  const connection = tenant && (await lockConnectionForStart(tx, tenantId, { connectionId }));
  if (tenant === null || connection === null) throw notFound();
  assertCapability(tenant.role, viewer, 'provider.manage');
  // The answer shows the connection: refusing it after the change would look as if nothing had changed.
  assertCapability(tenant.role, viewer, 'provider.view');
  return { tenant, connection };
}

export function assertNotArchived({ status }: Pick<Tenant, 'status'>): void {
  if (status === 'archived') throw new Fault('CONFLICT', obstacles.archived.reason);
}

/**
 * A run reads connection and credential once: if they changed in between, its report would be about something no one
 * can see any longer.
 */
export async function assertIdle(tx: Tx, connection: Pick<LockedConnection, 'id'>): Promise<void> {
  const active = await findActiveRun(tx, connection.id);
  if (active !== null)
    throw new Fault('CONFLICT', obstacles.busy.reason, { runId: toGlobalId('run', active.id) });
}
