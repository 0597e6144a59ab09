import type { Cluster } from './cluster.ts';

/**
 * Passed as arguments and not in postgresql.conf, so that a cluster created by an older release gets today's values.
 */
const always = {
  // Only the Unix socket, in a directory closed to others: with no access from a network, trust needs no password.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // 20 for the processes of one installation (API, worker, queue, LISTEN), with room for tests that start six of
  // them.
  max_connections: '120',
  // PostgreSQL's usual share for a machine of 2 to 4 GB, which also runs node and a browser.
  shared_buffers: '128MB',
  // A burst of runs fits between two checkpoints, and recovery after a crash stays within seconds.
  max_wal_size: '1GB',
  // The cost of a random page read on a solid-state disk; the default of 4 is for spinning disks.
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // postmaster.ts reads the line that says "ready", which has to be in English.
  lc_messages: 'C',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // Logging statements would put parameters, and so secrets, into the log.
  log_min_error_statement: 'panic',
};

const withoutDurability = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

export function postmasterArguments(cluster: Cluster, socketDirectory: string): string[] {
  const settings = {
    ...always,
    ...(cluster.durable ? {} : withoutDurability),
    unix_socket_directories: socketDirectory,
  };
  return [
    '-D',
    cluster.directory,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
