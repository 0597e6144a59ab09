/**
 * What our statements and their answers depend on. A database, a role or a DBA may have set any of it otherwise, so every
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
  // A process that is frozen inside a transaction holds its locks no longer than this; together with the reconciler's
  // and the queue's own rounds a run is then delayed by 30 s at most. No transaction of ours waits for anything slow.
  idle_in_transaction_session_timeout: '15s',
};

const setAll = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', false)`);

/** The first statement of every session: one round trip, without parameters. */
export const openingStatement = `/* openSession */
select pg_backend_pid() as pid, pg_is_in_recovery() as "isInRecovery", ${setAll.join(', ')}`;
