import { insertExpiries } from '../../db/notifications/events.ts';
import type { Database } from '../../db/engine/client.ts';

/** Credentials expire without anyone writing a row: what is due is recorded here, once each. Safe to repeat, also at once. */
export async function recordExpiries({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Date;
}): Promise<void> {
  await insertExpiries(database.db, now());
}
