import type { Socket } from 'node:net';
import { parseAddress, type DatabaseConnection } from './address.ts';
import { createHosts, createPgSocket, type Hosts } from './hosts.ts';
import { openingStatement } from './settings.ts';
import { toTlsOptions } from './tls.ts';
import { DatabaseLost } from './unavailable.ts';

/**
 * The longest that the server works on one of pg-boss's statements, and the longest (ms) we wait for its answer,
 * which is more: a fetch that the server has given up has taken no job.
 */
const statementTimeout = '30s';
const answerTimeoutMs = 35_000;
/** Dial and sign-in (ms). */
const connectTimeoutMs = 8_000;

interface PgClient {
  query(text: string): Promise<{ readonly rows: readonly unknown[] }>;
}

/** What pg is told, so that its sessions keep the same promises as ours: settings, hosts, and no endless waits. */
export function toPgOptions(connection: DatabaseConnection): object {
  const address = parseAddress(connection);
  const hosts = createHosts(address.hosts);
  const { connection: first } = address;
  return {
    ...(typeof first === 'string' ? { connectionString: first } : first),
    ssl: toTlsOptions(address.tls, () => hosts.current.host),
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: answerTimeoutMs,
    keepAlive: true,
    stream: (): Socket => createPgSocket(hosts),
    onConnect: (client: PgClient) => prepare(client, hosts),
  };
}

async function prepare(client: PgClient, hosts: Hosts): Promise<void> {
  const host = hosts.current;
  await client.query(`set statement_timeout = '${statementTimeout}'`);
  const { rows } = await client.query(openingStatement);
  const [row] = rows as { isInRecovery: boolean }[];
  if (row?.isInRecovery !== true || hosts.count === 1) return;
  hosts.leave(host);
  throw new DatabaseLost('This host of the database is a standby.');
}
