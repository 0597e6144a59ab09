import type { Database, Tx } from '../../db/engine/client.ts';
import type { Keyring, UnopenedReason } from '../../db/connections/envelope.ts';
import {
  listSealedSamples,
  lockSealedRows,
  sealedTableNames,
  updateSealedRow,
  type SealedBatch,
  type SealedRow,
  type SealedTable,
} from '../../db/connections/sealed-rows.ts';
import { isBoundToPlace, resealCredential } from './open-credential.ts';

export interface RotationDependencies {
  readonly database: Database;
  readonly keyring: Keyring;
  /** Rows per transaction: how many credentials are locked at most while they are re-encrypted. */
  readonly batchSize?: number;
  /** Only those that are not bound to their place yet, under any key: for the first start of a newer version. */
  readonly onlyUnbound?: boolean;
}

export interface RotationReport {
  readonly keyId: string;
  readonly rotated: Readonly<Record<SealedTable, number>>;
  /** Not changed: their key is not configured, or is not the one they were encrypted with. */
  readonly unreadable: readonly UnreadableRow[];
  /** Other keys that credentials are under at the end: someone else may have re-encrypted in the meantime. */
  readonly otherKeysInUse: readonly string[];
}

export interface UnreadableRow {
  readonly table: SealedTable;
  readonly connectionId: number;
  readonly keyId: string;
  readonly why: UnopenedReason['kind'];
}

/**
 * Re-encrypts under the first key everything that is under another one or not bound to its place, in small
 * transactions next to a running program: readers see the old payload or the new one, and have keys for both. Safe to
 * repeat and to interrupt: what is done is skipped.
 */
export async function rotateKeys({
  database,
  keyring,
  batchSize = 100,
  onlyUnbound = false,
}: RotationDependencies): Promise<RotationReport> {
  const [keyId] = keyring.keyIds;
  const rotated = { provider_credentials: 0, provider_credential_candidates: 0 };
  const unreadable: UnreadableRow[] = [];
  for (const table of sealedTableNames) {
    let afterId: number | null = 0;
    while (afterId !== null) {
      const batch: SealedBatch = { table, afterId, size: batchSize };
      const isDone = (row: SealedRow) =>
        (onlyUnbound || row.keyId === keyId) && isBoundToPlace(keyring, row.place, row);
      const done: Batch = await database.transaction((tx) => rotateBatch(tx, keyring, batch, isDone));
      rotated[table] += done.rotated;
      unreadable.push(...done.unreadable);
      afterId = done.lastId;
    }
  }
  const inUse = (await listSealedSamples(database.db)).map((row) => row.keyId);
  const otherKeysInUse = [...new Set(inUse)].filter((name) => name !== keyId).sort();
  return { keyId, rotated, unreadable, otherKeysInUse };
}

interface Batch {
  readonly rotated: number;
  readonly unreadable: readonly UnreadableRow[];
  /** null: nothing was left. */
  readonly lastId: number | null;
}

async function rotateBatch(
  tx: Tx,
  keyring: Keyring,
  batch: SealedBatch,
  isDone: (row: SealedRow) => boolean,
): Promise<Batch> {
  const { table } = batch;
  const rows = await lockSealedRows(tx, batch);
  const open = rows.filter((row) => !isDone(row));
  const unreadable: UnreadableRow[] = [];
  for (const row of open) {
    const { id, keyId, place } = row;
    const resealed = resealCredential(keyring, place, row);
    if (resealed.kind === 'sealed') await updateSealedRow(tx, table, id, resealed.sealed);
    else unreadable.push({ table, connectionId: place.connectionId, keyId, why: resealed.kind });
  }
  return { rotated: open.length - unreadable.length, unreadable, lastId: rows.at(-1)?.id ?? null };
}
