/**
 * What our statements and their results depend on. A database, a role or a DBA may have changed any of it, so every
 * session sets it when it opens. As statements and not as startup parameters, which PgBouncer refuses.
 */
const settings = {
  bytea_output: 'hex',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  standard_conforming_strings: 'on',
  default_transaction_isolation: 'read committed',
  default_transaction_deferrable: 'off',
  transform_null_equals: 'off',
  array_nulls: 'on',
  // A process frozen inside a transaction holds its locks no longer than this; with the rounds of the reconciler and
  // the queue, a run is then delayed by at most 30 s. None of our transactions waits for anything slow.
  idle_in_transaction_session_timeout: '15s',
};

const setAll = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', false)`);

/** The first statement of every session: one round trip, without parameters. */
export const openingStatement = `/* openSession */
select pg_backend_pid() as pid, pg_is_in_recovery() as "isInRecovery", ${setAll.join(', ')}`;
