import path from 'node:path';
import type { DatabaseConnection } from '../db/client.ts';
import type { EncryptionKey } from '../db/envelope.ts';

/** Everything the program can be told from outside, read once and validated at one place. See .env.example. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Origin under which people reach the program, without a trailing slash. */
  readonly publicUrl: string;
  readonly database:
    { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly connection: DatabaseConnection };
  /** Absolute. */
  readonly dataDir: string;
  readonly roles: ReadonlySet<Role>;
  /** null on the embedded database without ENCRYPTION_KEYS: then a key is made and kept in the data directory. */
  readonly encryptionKeys: readonly [EncryptionKey, ...EncryptionKey[]] | null;
  readonly logLevel: LogLevel;
  readonly demo: boolean;
  readonly sandboxPort: number;
  readonly workerConcurrency: number;
  readonly secureCookies: boolean;
  /** Absolute. Credentials may name token files for workload identities only below these. */
  readonly tokenFolders: readonly string[];
}

export type Role = 'api' | 'worker';
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type ParsedConfig =
  | { readonly kind: 'valid'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reports every problem at once, each as a sentence with the variable's name and what is expected. */
export function parseConfig(environment: Environment): ParsedConfig {
  const problems: string[] = [];
  const read = createReader(environment, problems);
  const external = read('DATABASE_URL', '', parseDatabaseUrl);
  const embedded = external === null;
  const port = read('PORT', '4000', parsePort);
  const host = read('HOST', '127.0.0.1', (value) => value);
  const publicUrl = read(
    'PUBLIC_URL',
    `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    parseOrigin,
  );
  const config: Config = {
    host,
    port,
    publicUrl,
    database: embedded ? { kind: 'embedded' } : { kind: 'external', connection: external },
    dataDir: path.resolve(read('DATA_DIR', '.data', (value) => value)),
    roles: read('ROLES', 'api,worker', parseRoles),
    encryptionKeys: read('ENCRYPTION_KEYS', '', parseEncryptionKeys),
    logLevel: read('LOG_LEVEL', 'info', parseLogLevel),
    demo: read('DEMO', embedded ? '1' : '0', parseSwitch),
    sandboxPort: read('SANDBOX_PORT', '4001', parsePort),
    workerConcurrency: read('WORKER_CONCURRENCY', '8', parseConcurrency),
    secureCookies: publicUrl.startsWith('https:'),
    tokenFolders: read('TOKEN_FOLDERS', '/var/run/secrets', parseFolders),
  };
  if (!embedded && config.encryptionKeys === null && problems.length === 0) problems.push(missingKeys);
  if (embedded && config.roles.size < 2) problems.push(splitNeedsDatabase);
  return problems.length === 0 ? { kind: 'valid', config } : { kind: 'invalid', problems };
}

const missingKeys =
  'ENCRYPTION_KEYS is missing. With a database of your own, set it to name:key, where key is 32 random bytes in base64 (openssl rand -base64 32).';
const splitNeedsDatabase =
  'ROLES names one role, but the embedded database serves one process only. Set DATABASE_URL to a PostgreSQL both processes reach, or leave ROLES out.';

/** A parser returns the value or throws ConfigProblem with what is expected. */
class ConfigProblem extends Error {}

function createReader(environment: Environment, problems: string[]) {
  return <T>(name: string, fallback: string, parse: (value: string) => T): T => {
    const given = environment[name]?.trim();
    try {
      return parse(given === undefined || given === '' ? fallback : given);
    } catch (error) {
      if (!(error instanceof ConfigProblem)) throw error;
      problems.push(`${name} ${error.message}`);
      return parse(fallback);
    }
  };
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new ConfigProblem('must be a port number from 0 to 65535.');
  return port;
}

function parseConcurrency(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > 200)
    throw new ConfigProblem('must be a number from 1 to 200.');
  return count;
}

function parseOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isOrigin =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  if (!isOrigin)
    throw new ConfigProblem('must be an address like https://tenantatlas.example, without a path.');
  return url.origin;
}

/** The drivers have no URL form for a Unix socket, so `?host=/directory` (as psql takes it) becomes an object. */
function parseDatabaseUrl(value: string): DatabaseConnection | null {
  if (value === '') return null;
  // The URL standard wants a host where psql needs none: postgres://user@/database?host=/run/postgresql.
  const complete = value.replace(/^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)(?=[/?#]|$)/, '$1localhost');
  const url = URL.canParse(complete) ? new URL(complete) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new ConfigProblem('must be like postgres://user:password@host:5432/database.');
  }
  const directory = url.searchParams.get('host');
  if (directory === null || !directory.startsWith('/')) return value;
  const password = decodeURIComponent(url.password);
  return {
    host: directory,
    port: Number(url.searchParams.get('port') ?? (url.port || 5432)),
    user: decodeURIComponent(url.username || url.searchParams.get('user') || 'postgres'),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ...(password === '' ? {} : { password }),
  };
}

function parseRoles(value: string): ReadonlySet<Role> {
  const names = value.split(',').map((name) => name.trim());
  const roles = names.filter((name): name is Role => name === 'api' || name === 'worker');
  if (roles.length !== names.length) throw new ConfigProblem('must be api, worker, or api,worker.');
  return new Set(roles);
}

function parseFolders(value: string): readonly string[] {
  const folders = value.split(',').map((folder) => folder.trim());
  if (!folders.every((folder) => path.isAbsolute(folder) && path.normalize(folder) === folder)) {
    throw new ConfigProblem('must be absolute paths, separated by commas.');
  }
  return folders;
}

function parseLogLevel(value: string): LogLevel {
  const level = logLevels.find((name) => name === value);
  if (level === undefined) throw new ConfigProblem(`must be one of ${logLevels.join(', ')}.`);
  return level;
}

function parseSwitch(value: string): boolean {
  if (value !== '0' && value !== '1') throw new ConfigProblem('must be 1 or 0.');
  return value === '1';
}

/** `name:key[,name:key…]`, the first encrypts, all decrypt. */
export function parseEncryptionKeys(value: string): readonly [EncryptionKey, ...EncryptionKey[]] | null {
  if (value === '') return null;
  const keys = value.split(',').map(parseEncryptionKey);
  const [first, ...rest] = keys;
  if (first === undefined || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    throw new ConfigProblem('must not use one name for two keys.');
  }
  return [first, ...rest];
}

function parseEncryptionKey(entry: string): EncryptionKey {
  const [, id, encoded] = /^\s*([\w.-]{1,64}):([A-Za-z0-9+/_-]+=*)\s*$/.exec(entry) ?? [];
  const key = Buffer.from(encoded ?? '', 'base64');
  if (id === undefined || key.length !== 32) {
    throw new ConfigProblem(
      'must be name:key[,name:key…], where each key is 32 bytes in base64 (openssl rand -base64 32).',
    );
  }
  return { id, key };
}
