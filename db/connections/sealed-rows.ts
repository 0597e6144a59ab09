import { and, asc, eq, gt, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '../engine/client.ts';
import type { Sealed } from './envelope.ts';
import { providerCredentialCandidates } from '../tables/candidates.ts';
import { providerCredentials } from '../tables/connections.ts';

/** Every table with encrypted payloads. One that is missing here loses its contents when an old key is thrown away. */
const sealedTables = {
  provider_credentials: providerCredentials,
  provider_credential_candidates: providerCredentialCandidates,
} as const;

export type SealedTable = keyof typeof sealedTables;
export const sealedTableNames = Object.keys(sealedTables) as readonly SealedTable[];

export interface SealedRow extends Sealed {
  readonly id: number;
  readonly connectionId: number;
}

export interface SealedBatch {
  readonly table: SealedTable;
  /** Rows under this key are left out. */
  readonly currentKeyId: string;
  readonly afterId: number;
  readonly size: number;
}

/** By id; holds the rows until the transaction ends, so that nobody replaces a credential under the one who re-encrypts it. */
export async function lockSealedRows(
  tx: Tx,
  { table: name, currentKeyId, afterId, size }: SealedBatch,
): Promise<SealedRow[]> {
  const table = sealedTables[name];
  return await tx
    .select({
      id: table.id,
      connectionId: table.providerConnectionId,
      keyId: table.keyId,
      payload: table.payload,
    })
    .from(table)
    .where(and(ne(table.keyId, currentKeyId), gt(table.id, afterId)))
    .orderBy(asc(table.id))
    .limit(size)
    .for('update');
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

/** One payload per key in use: enough to find out whether a key is missing or is not the key it was. */
export async function listSealedSamples(db: Db): Promise<SealedRow[]> {
  const samples = await Promise.all(
    Object.values(sealedTables).map((table) =>
      db
        .selectDistinctOn([table.keyId], {
          id: table.id,
          connectionId: table.providerConnectionId,
          keyId: table.keyId,
          payload: table.payload,
        })
        .from(table)
        .orderBy(asc(table.keyId), sql`${table.id}`),
    ),
  );
  return samples.flat();
}
