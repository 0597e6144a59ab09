import { and, asc, eq, gt } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { ProviderConnection } from '../../core/connections/connection.ts';
import type { NextRecheck, Recheck } from '../../core/verification/recheck-ladder.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { viewerIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { providerConnections } from '../tables/connections.ts';
import { verificationRechecks } from '../tables/rechecks.ts';
import { entitledTenants, tenants } from '../tables/tenancy.ts';

export async function lockRecheck(tx: Tx, connectionId: number): Promise<Recheck | null> {
  const [recheck] = await tx
    .select({ attempt: verificationRechecks.attempt, dueAt: verificationRechecks.dueAt })
    .from(verificationRechecks)
    .where(eq(verificationRechecks.providerConnectionId, connectionId))
    .for('update');
  return recheck ?? null;
}

export async function upsertRecheck(
  tx: Tx,
  { id, tenantId }: Pick<ProviderConnection, 'id' | 'tenantId'>,
  { attempt, dueAt, reason }: Recheck & { readonly reason: ReasonCode },
): Promise<void> {
  const changing = { attempt, dueAt, reasonCode: reason };
  await tx
    .insert(verificationRechecks)
    .values({ tenantId, providerConnectionId: id, ...changing })
    .onConflictDoUpdate({ target: verificationRechecks.providerConnectionId, set: changing });
}

export async function deleteRecheck(tx: Tx, connectionId: number): Promise<void> {
  await tx.delete(verificationRechecks).where(eq(verificationRechecks.providerConnectionId, connectionId));
}

/** How many were waiting. */
export async function deleteRechecksOfTenant(tx: Tx, tenantId: number): Promise<number> {
  const deleted = await tx
    .delete(verificationRechecks)
    .where(eq(verificationRechecks.tenantId, tenantId))
    .returning({ id: verificationRechecks.id });
  return deleted.length;
}

/** The earliest first. One that is already due is being run, and its run says more. */
export async function listRechecks(
  db: Db,
  viewer: Viewer,
  tenantIds: readonly number[],
  now: Date,
): Promise<(NextRecheck & { tenantId: number })[]> {
  return await db
    .select({
      tenantId: verificationRechecks.tenantId,
      at: verificationRechecks.dueAt,
      attempt: verificationRechecks.attempt,
      reason: verificationRechecks.reasonCode,
    })
    .from(verificationRechecks)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, verificationRechecks.tenantId))
    .where(
      and(
        viewerIs(viewer),
        isOneOf(verificationRechecks.tenantId, tenantIds),
        gt(verificationRechecks.dueAt, now),
      ),
    )
    .orderBy(asc(verificationRechecks.dueAt));
}

/** For a start no one asked for: locks the tenant's row against archiving until the transaction ends. */
export async function findTenantOfConnection(
  tx: Tx,
  connectionId: number,
): Promise<Pick<Tenant, 'id' | 'workspaceId' | 'name' | 'status' | 'tenantId' | 'externalId'> | null> {
  const [tenant] = await tx
    .select({
      id: tenants.id,
      workspaceId: tenants.workspaceId,
      name: tenants.name,
      status: tenants.status,
      tenantId: tenants.tenantId,
      externalId: tenants.externalId,
    })
    .from(providerConnections)
    .innerJoin(tenants, eq(tenants.id, providerConnections.tenantId))
    .where(eq(providerConnections.id, connectionId))
    .for('share', { of: tenants });
  return tenant ?? null;
}
