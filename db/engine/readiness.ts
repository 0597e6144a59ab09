import { isUpToDate, listKnown, UnknownSchemaError } from './schema-version.ts';
import type { Pool } from './sessions/pool.ts';
import { poolerSentence } from './sessions/pooler.ts';
import type { Session } from './sessions/session.ts';
import { DatabaseLost, DatabaseUnfit } from './sessions/unavailable.ts';

/** A load balancer asks every few seconds and waits about as long. */
const answerMs = 1_000;

interface Condition {
  readonly pid: number;
  readonly isInRecovery: boolean;
  readonly isReadOnly: boolean;
  readonly applied: readonly string[] | null;
}

const conditionStatement = `/* askCondition */
select pg_backend_pid() as pid, pg_is_in_recovery() as "isInRecovery",
  current_setting('transaction_read_only')::boolean as "isReadOnly",
  (select array_agg(hash order by id) from drizzle.__drizzle_migrations) as applied`;

/** Rejects, within a second, with what prevents the product from working on this database. */
export function createReadiness(pool: Pool): () => Promise<void> {
  const known = listKnown();
  return async () => {
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new DatabaseLost('No answer within a second.')), answerMs);
    try {
      await Promise.race([ask(pool, known), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function ask(pool: Pool, known: string[]): Promise<void> {
  const session = await pool.acquire();
  try {
    const [condition] = (await session.query(conditionStatement)) as Condition[];
    if (condition?.pid !== session.pid || pool.sharesBackends)
      throw new DatabaseUnfit(`The database ${poolerSentence}`);
    judge(condition, known);
    if (pool.hadFullDisk) await tryToWrite(session, pool);
  } finally {
    pool.release(session);
  }
}

function judge({ isInRecovery, isReadOnly, applied }: Condition, known: string[]): void {
  if (isInRecovery) throw new DatabaseUnfit('The database is a standby and cannot be written to.');
  if (isReadOnly) throw new DatabaseUnfit('The database is read only.');
  try {
    if (!isUpToDate(applied ?? [], known)) {
      throw new DatabaseUnfit('The database lacks migrations of this version.');
    }
  } catch (error) {
    if (error instanceof UnknownSchemaError) throw new DatabaseUnfit(`The database ${error.message}`);
    throw error;
  }
}

/** Only after a write has failed for lack of space: a page is written and discarded. */
async function tryToWrite(session: Session, pool: Pool): Promise<void> {
  await session.query(
    `create temporary table tenantatlas_space as select repeat('x', 8000) as filler from generate_series(1, 100)`,
  );
  await session.query('drop table tenantatlas_space');
  pool.hadFullDisk = false;
}
