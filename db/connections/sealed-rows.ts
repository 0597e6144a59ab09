import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Db, Tx } from '../engine/client.ts';
import type { Sealed } from './envelope.ts';
import { providerCredentialCandidates } from '../tables/candidates.ts';
import { providerConnections, providerCredentials } from '../tables/connections.ts';

/** Every table with encrypted payloads. If one is missing here, its contents are lost when an old key is discarded. */
const sealedTables = {
  provider_credentials: providerCredentials,
  provider_credential_candidates: providerCredentialCandidates,
} as const;

export type SealedTable = keyof typeof sealedTables;
export const sealedTableNames = Object.keys(sealedTables) as readonly SealedTable[];

/** Where a payload is stored: it is encrypted for this place and can be opened nowhere else. */
export interface CredentialPlace {
  readonly connectionId: number;
  readonly entraTenantId: string;
  readonly cloud: string;
  readonly slot: 'in_use' | 'candidate';
}

const slots = {
  provider_credentials: 'in_use',
  provider_credential_candidates: 'candidate',
} as const satisfies Record<SealedTable, CredentialPlace['slot']>;

export interface SealedRow extends Sealed {
  readonly id: number;
  readonly place: CredentialPlace;
}

export interface SealedBatch {
  readonly table: SealedTable;
  readonly afterId: number;
  readonly size: number;
}

/** By id; locks the rows until the transaction ends, so that no one replaces a credential while it is re-encrypted. */
export async function lockSealedRows(
  tx: Tx,
  { table: name, afterId, size }: SealedBatch,
): Promise<SealedRow[]> {
  const table = sealedTables[name];
  const rows = await tx
    .select(rowColumns(name))
    .from(table)
    .innerJoin(providerConnections, eq(providerConnections.id, table.providerConnectionId))
    .where(gt(table.id, afterId))
    .orderBy(asc(table.id))
    .limit(size)
    .for('update', { of: table });
  return rows.map((row) => toSealedRow(name, row));
}

function rowColumns(name: SealedTable) {
  const { id, keyId, payload } = sealedTables[name];
  const { id: connectionId, entraTenantId, cloud } = providerConnections;
  return { id, keyId, payload, connectionId, entraTenantId, cloud };
}

function toSealedRow(
  name: SealedTable,
  { id, keyId, payload, ...connection }: Omit<SealedRow, 'place'> & Omit<CredentialPlace, 'slot'>,
): SealedRow {
  return { id, keyId, payload, place: { ...connection, slot: slots[name] } };
}

/** Both slots of one connection; the caller holds the connection's lock. */
export async function listSealedRowsOfConnection(
  tx: Tx,
  connectionId: number,
): Promise<(SealedRow & { readonly table: SealedTable })[]> {
  const rows = [];
  for (const name of sealedTableNames) {
    const table = sealedTables[name];
    const [row] = await tx
      .select(rowColumns(name))
      .from(table)
      .innerJoin(providerConnections, eq(providerConnections.id, table.providerConnectionId))
      .where(eq(table.providerConnectionId, connectionId));
    if (row !== undefined) rows.push({ ...toSealedRow(name, row), table: name });
  }
  return rows;
}

export async function updateSealedRow(
  tx: Tx,
  name: SealedTable,
  id: number,
  { keyId, payload }: Sealed,
): Promise<void> {
  const table = sealedTables[name];
  await tx.update(table).set({ keyId, payload }).where(eq(table.id, id));
}

/** One payload per key in use: enough to find out whether a key is missing or has changed. */
export async function listSealedSamples(db: Db): Promise<SealedRow[]> {
  const samples = await Promise.all(
    sealedTableNames.map(async (name) => {
      const table = sealedTables[name];
      const rows = await db
        .selectDistinctOn([table.keyId], rowColumns(name))
        .from(table)
        .innerJoin(providerConnections, eq(providerConnections.id, table.providerConnectionId))
        .orderBy(asc(table.keyId), sql`${table.id}`);
      return rows.map((row) => toSealedRow(name, row));
    }),
  );
  return samples.flat();
}

export async function hasSealedRows(db: Db): Promise<boolean> {
  return (await listSealedSamples(db)).length > 0;
}
