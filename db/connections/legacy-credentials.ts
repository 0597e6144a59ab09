import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../engine/client.ts';
import { providerConnections } from '../tables/connections.ts';
import { tenants } from '../tables/tenancy.ts';

/**
 * A tenant and how it was reached before there were connections. For `npm run cutover` only: nothing that runs reads
 * these columns (tests/server/connections/legacy-columns.test.ts revokes the right to read them and checks).
 */
export interface LegacyTenant {
  readonly id: number;
  readonly workspaceId: number;
  readonly name: string;
  readonly tenantId: string | null;
  readonly externalId: string | null;
  readonly appClientId: string | null;
  readonly appClientSecret: string | null;
  readonly appCertificateThumbprint: string | null;
  readonly appNotes: string | null;
}

const legacyColumns = [
  tenants.appClientId,
  tenants.appClientSecret,
  tenants.appCertificateThumbprint,
  tenants.appNotes,
] as const;

/** By id: every tenant with anything in a legacy column, including archived ones. */
export async function listLegacyTenantIds(db: Db): Promise<number[]> {
  const filled = legacyColumns.map((column) => sql`nullif(btrim(${column}), '')`);
  const rows = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(sql`coalesce(${sql.join(filled, sql`, `)}) is not null`)
    .orderBy(asc(tenants.id));
  return rows.map(({ id }) => id);
}

/** Blank values count as empty. Locked like a tenant whose connections are being changed. */
export async function lockLegacyTenant(tx: Tx, id: number): Promise<LegacyTenant | null> {
  const text = (column: (typeof legacyColumns)[number]) => sql<string | null>`nullif(btrim(${column}), '')`;
  const [tenant] = await tx
    .select({
      id: tenants.id,
      workspaceId: tenants.workspaceId,
      name: tenants.name,
      tenantId: tenants.tenantId,
      externalId: tenants.externalId,
      appClientId: text(tenants.appClientId),
      appClientSecret: text(tenants.appClientSecret),
      appCertificateThumbprint: text(tenants.appCertificateThumbprint),
      appNotes: text(tenants.appNotes),
    })
    .from(tenants)
    .where(eq(tenants.id, id))
    .for('no key update');
  return tenant ?? null;
}

export async function findConnectionOfDirectory(
  tx: Tx,
  tenantId: number,
  entraTenantId: string,
): Promise<{ id: number } | null> {
  const [connection] = await tx
    .select({ id: providerConnections.id })
    .from(providerConnections)
    .where(
      and(
        eq(providerConnections.tenantId, tenantId),
        eq(providerConnections.provider, 'microsoft'),
        eq(providerConnections.entraTenantId, entraTenantId),
      ),
    );
  return connection ?? null;
}

/** Under `legacy` in the connection's metadata. false: it was already there, unchanged. */
export async function keepLegacyFacts(
  tx: Tx,
  connectionId: number,
  facts: Readonly<Record<string, string>>,
): Promise<boolean> {
  const legacy = sql`${JSON.stringify({ legacy: facts })}::jsonb`;
  const kept = await tx
    .update(providerConnections)
    .set({ metadata: sql`${providerConnections.metadata} || ${legacy}` })
    .where(
      and(eq(providerConnections.id, connectionId), sql`not ${providerConnections.metadata} @> ${legacy}`),
    )
    .returning({ id: providerConnections.id });
  return kept.length === 1;
}
