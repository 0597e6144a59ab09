import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';

/**
 * Does everything, so that what is reported is what would happen, and then rolls it back, including triggers and
 * hints.
 */
export async function dryRun<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.execute(sql`savepoint dry_run`);
  const result = await work(tx);
  await tx.execute(sql`rollback to savepoint dry_run`);
  return result;
}
