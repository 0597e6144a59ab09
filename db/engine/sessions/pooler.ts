import { Session, type Place } from './session.ts';
import { DatabaseUnfit } from './unavailable.ts';

export const poolerSentence =
  'is behind a pooler that does not keep sessions, which LISTEN and locks need: set its pool_mode to session, or connect to PostgreSQL itself.';

/**
 * Throws DatabaseUnfit for a pooler in transaction or statement mode. Such a pooler gives the same backend to two
 * sessions in turn, or two backends to one session: both are provoked here, the second by keeping the first backend
 * busy.
 */
export async function refusePooler(place: Place): Promise<void> {
  const options = { applicationName: 'tenantatlas-start' };
  await using first = await Session.open(place, options);
  await using second = await Session.open(place, options);
  if (first.pid === second.pid) throw new DatabaseUnfit(poolerSentence);
  await second.query('begin');
  const busy = await pidOf(second);
  if (busy !== second.pid || busy === first.pid) throw new DatabaseUnfit(poolerSentence);
  if ((await pidOf(first)) !== first.pid) throw new DatabaseUnfit(poolerSentence);
  await second.query('rollback');
}

async function pidOf(session: Session): Promise<number | undefined> {
  const [row] = (await session.query('select pg_backend_pid() as pid')) as { pid: number }[];
  return row?.pid;
}
