import { parseAddress, type DatabaseConnection } from '../../db/engine/sessions/address.ts';
import { ConfigProblem, type ConfigReader } from './config-reader.ts';

/** How many connections to PostgreSQL this process opens for its own work and for the queue's. */
export interface ConnectionLimits {
  readonly databaseConnections: number;
  readonly queueConnections: number;
}

/** docs/operations adds them up. Verifications wait for Microsoft most of the time and need fewer than they are. */
export function readConnectionLimits(read: ConfigReader): ConnectionLimits {
  return {
    databaseConnections: read('DATABASE_CONNECTIONS', '10', parseCount),
    queueConnections: read('QUEUE_CONNECTIONS', '4', parseCount),
  };
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 2 || count > 500)
    throw new ConfigProblem('must be a number from 2 to 500.');
  return count;
}

/** The drivers have no URL form for a Unix socket, so `?host=/directory` (as psql takes it) becomes an object. */
export function parseDatabaseUrl(value: string): DatabaseConnection | null {
  if (value === '') return null;
  // The URL standard wants a host where psql needs none: postgres://user@/database?host=/run/postgresql.
  const complete = value.replace(/^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)(?=[/?#]|$)/, '$1localhost');
  const url = parseFirst(complete);
  assertSslMode(value);
  const directory = url.searchParams.get('host');
  if (directory?.startsWith('/') !== true) return value;
  const password = decodeURIComponent(url.password);
  return {
    host: directory,
    port: Number(url.searchParams.get('port') ?? (url.port || 5432)),
    user: decodeURIComponent(url.username || url.searchParams.get('user') || 'postgres'),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ...(password === '' ? {} : { password }),
  };
}

const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

function assertSslMode(value: string): void {
  const mode = /[?&]sslmode=([^&#]*)/.exec(value)?.[1];
  if (mode !== undefined && !sslModes.includes(mode))
    throw new ConfigProblem(`must have an sslmode of ${sslModes.join(', ')}.`);
}

/** The address with the first of its hosts; throws unless all of them are hosts. */
function parseFirst(value: string): URL {
  try {
    if (!/^postgres(ql)?:\/\//.test(value)) throw new TypeError('another protocol');
    const { connection } = parseAddress(value);
    if (typeof connection !== 'string') throw new TypeError('no URL');
    return new URL(connection);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new ConfigProblem(`names a file for TLS that cannot be read: ${error.message}.`);
    throw new ConfigProblem(
      'must be like postgres://user:password@host:5432/database; several hosts are separated by commas.',
    );
  }
}
