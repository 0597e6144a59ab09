import { and, eq, ne } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { NameSource, Tenant, TenantStatus } from '../../core/tenants/tenant.ts';
import type { Tx } from '../engine/client.ts';
import { viewerIs } from '../access/access.ts';
import { entitledTenants, tenants } from '../tables/tenancy.ts';
import { listTenantsById } from './tenants.ts';

/** Locks the tenant until the transaction ends: starts on it and other changes of it take turns with this one. */
export async function lockTenant(tx: Tx, viewer: Viewer, id: number): Promise<Tenant | null> {
  await tx
    .select({ id: tenants.id })
    .from(tenants)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenants.id))
    .where(and(viewerIs(viewer), eq(tenants.id, id)))
    .for('no key update', { of: tenants });
  // Read after the lock, so that what changed while waiting is seen.
  return (await listTenantsById(tx, viewer, [id]))[0] ?? null;
}

export interface TenantFacts {
  readonly name: string;
  /** Directory GUID, lower case. */
  readonly tenantId: string | null;
  readonly externalId: string | null;
}

/** Its previous name; null: a person chose it, or it already has that name. */
export async function replaceUnchosenName(
  tx: Tx,
  id: number,
  name: string,
  now: Date,
): Promise<string | null> {
  const [former] = await tx
    .select({ name: tenants.name })
    .from(tenants)
    .where(and(eq(tenants.id, id), ne(tenants.nameChosenBy, 'person')))
    .for('no key update');
  if (former === undefined || former.name === name) return null;
  await updateTenantRow(tx, id, { name, nameChosenBy: 'graph' }, now);
  return former.name;
}

export async function insertTenant(
  tx: Tx,
  tenant: TenantFacts & { readonly workspaceId: number },
): Promise<number> {
  const [row] = await tx.insert(tenants).values(tenant).returning({ id: tenants.id });
  if (row === undefined) throw new Error('insert into tenants returned no row');
  return row.id;
}

export async function updateTenantRow(
  tx: Tx,
  id: number,
  changes: Partial<TenantFacts & { readonly status: TenantStatus; readonly nameChosenBy: NameSource }>,
  now: Date,
): Promise<void> {
  await tx
    .update(tenants)
    .set({ ...changes, updatedAt: now })
    .where(eq(tenants.id, id));
}
