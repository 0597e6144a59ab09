import { and, eq, lt } from 'drizzle-orm';
import type { Db, Tx } from '../engine/client.ts';
import { idempotencyKeys } from '../tables/runs.ts';

/** Keys belong to one user in one workspace: no one can find out or take another one's. */
export interface IdempotencyClaim {
  readonly workspaceId: number;
  readonly userId: number;
  readonly key: string;
  readonly inputHash: string;
}

export type ClaimedKey =
  | { readonly kind: 'claimed'; readonly id: number }
  | { readonly kind: 'answered'; readonly response: unknown }
  | { readonly kind: 'reused' };

/** The API's promise: a request repeated within a day gets the original answer. */
const lifetimeMs = 86_400_000;

/**
 * Waits for a concurrent transaction that holds the same key: when that commits, its answer is ours too; when it rolls
 * back, the key is ours. Whoever claims must store the answer (storeResponse) in the same transaction.
 */
export async function claimIdempotencyKey(tx: Tx, claim: IdempotencyClaim, now: Date): Promise<ClaimedKey> {
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const { workspaceId, userId, key, inputHash } = claim;
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({ ...claim, response: {}, expiresAt })
    .onConflictDoUpdate({
      target: [idempotencyKeys.workspaceId, idempotencyKeys.userId, idempotencyKeys.key],
      set: { inputHash, response: {}, expiresAt },
      setWhere: lt(idempotencyKeys.expiresAt, now),
    })
    .returning({ id: idempotencyKeys.id });
  if (claimed !== undefined) return { kind: 'claimed', id: claimed.id };
  const [known] = await tx
    .select({ inputHash: idempotencyKeys.inputHash, response: idempotencyKeys.response })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.workspaceId, workspaceId),
        eq(idempotencyKeys.userId, userId),
        eq(idempotencyKeys.key, key),
      ),
    );
  if (known === undefined) throw new Error('an idempotency key in use cannot be read');
  return known.inputHash === inputHash ? { kind: 'answered', response: known.response } : { kind: 'reused' };
}

export async function storeResponse(tx: Tx, id: number, response: unknown): Promise<void> {
  await tx.update(idempotencyKeys).set({ response }).where(eq(idempotencyKeys.id, id));
}

export async function deleteExpiredIdempotencyKeys(db: Db, now: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, now));
}
