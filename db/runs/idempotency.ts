import { eq, lt, sql } from 'drizzle-orm';
import type { Db, Tx } from '../engine/client.ts';
import { idempotencyKeys } from '../tables/runs.ts';

/** Keys belong to one user in one workspace: no one can discover or use someone else's. */
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
 * Waits for a concurrent transaction that holds the same key: if that commits, its answer is ours too; if it rolls
 * back, the key is ours. A caller that claims a key must store the answer (storeResponse) in the same transaction.
 */
export async function claimIdempotencyKey(tx: Tx, claim: IdempotencyClaim, now: Date): Promise<ClaimedKey> {
  const claimed = (await claimIdempotencyKeys(tx, claim, [claim], now)).get(claim.key);
  if (claimed === undefined) throw new Error('an idempotency key in use cannot be read');
  return claimed;
}

/**
 * The same for several keys of one user, each for a different request; waits for each. By key. Sorted, so that two
 * calls that claim the same keys do not deadlock.
 */
export async function claimIdempotencyKeys(
  tx: Tx,
  { workspaceId, userId }: Pick<IdempotencyClaim, 'workspaceId' | 'userId'>,
  claims: readonly Pick<IdempotencyClaim, 'key' | 'inputHash'>[],
  now: Date,
): Promise<Map<string, ClaimedKey>> {
  const expiresAt = new Date(now.getTime() + lifetimeMs).toISOString();
  const keys = sql`${sql.param(claims.map(({ key }) => key))}::text[]`;
  const hashes = sql`${sql.param(claims.map(({ inputHash }) => inputHash))}::text[]`;
  const claimed = await tx.execute<{ id: string; key: string }>(sql`/* claimIdempotencyKeys */
    insert into idempotency_keys (workspace_id, user_id, key, input_hash, response, expires_at)
    select ${workspaceId}::bigint, ${userId}::bigint, claim.key, claim.input_hash, '{}', ${expiresAt}::timestamptz
    from unnest(${keys}, ${hashes}) as claim (key, input_hash) order by claim.key
    on conflict (workspace_id, user_id, key) do update
      set input_hash = excluded.input_hash, response = excluded.response, expires_at = excluded.expires_at
      where idempotency_keys.expires_at < ${now.toISOString()}::timestamptz
    returning id, key`);
  const known = await tx.execute<{
    key: string;
    input_hash: string;
    response: unknown;
  }>(sql`/* claimIdempotencyKeys */
    select key, input_hash, response from idempotency_keys
    where workspace_id = ${workspaceId} and user_id = ${userId} and key = any(${keys})`);
  const hashOf = new Map(claims.map(({ key, inputHash }) => [key, inputHash]));
  const answers = new Map<string, ClaimedKey>();
  for (const { key, input_hash, response } of known)
    answers.set(key, hashOf.get(key) === input_hash ? { kind: 'answered', response } : { kind: 'reused' });
  for (const { id, key } of claimed) answers.set(key, { kind: 'claimed', id: Number(id) });
  return answers;
}

export async function storeResponses(
  tx: Tx,
  answers: readonly { readonly id: number; readonly response: unknown }[],
): Promise<void> {
  const ids = sql`${sql.param(answers.map(({ id }) => id))}::bigint[]`;
  const responses = sql`${sql.param(answers.map(({ response }) => JSON.stringify(response)))}::text[]`;
  await tx.execute(sql`/* storeResponses */
    update idempotency_keys set response = answer.response::jsonb
    from unnest(${ids}, ${responses}) as answer (id, response) where idempotency_keys.id = answer.id`);
}

export async function storeResponse(tx: Tx, id: number, response: unknown): Promise<void> {
  await tx.update(idempotencyKeys).set({ response }).where(eq(idempotencyKeys.id, id));
}

export async function deleteExpiredIdempotencyKeys(db: Db, now: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, now));
}
