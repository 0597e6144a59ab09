import path from 'node:path';
import type { TokenFile } from '../../core/connections/token-files.ts';
import { workspaceCreators, type WorkspaceCreators } from '../../core/tenants/founding.ts';
import type { DatabaseConnection } from '../../db/engine/sessions/address.ts';
import type { EncryptionKey } from '../../db/connections/envelope.ts';
import { ConfigProblem, createReader, type Environment } from './config-reader.ts';
import { parseDatabaseUrl, readConnectionLimits, type ConnectionLimits } from './database-config.ts';
import { parseMetricsAddress, type MetricsAddress } from './metrics-address.ts';
import { readTokenFiles } from './token-files.ts';
import { readDemo, type DemoConfig } from './demo-config.ts';
import { isLoopback } from './loopback.ts';
import { readEntraConfig, type EntraConfig } from './entra-config.ts';
import { toProxySettings, type ProxySettings } from './proxy.ts';

/** Everything the program can be told from outside, read once and validated at one place. See .env.example. */
export interface Config extends DemoConfig, ConnectionLimits {
  readonly host: string;
  readonly port: number;
  /** Origin under which people reach the program, without a trailing slash. */
  readonly publicUrl: string;
  /** Origins of other pages that may use the API, with a token and without cookies. */
  readonly allowedOrigins: readonly string[];
  readonly workspaceCreators: WorkspaceCreators;
  /** Whether assistants are answered, at /mcp. */
  readonly mcp: boolean;
  readonly database:
    { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly connection: DatabaseConnection };
  /** Where this process answers for its health and figures. */
  readonly metricsAddress: MetricsAddress;
  /** Absolute. */
  readonly dataDir: string;
  readonly roles: ReadonlySet<Role>;
  /** null on the embedded database without ENCRYPTION_KEYS: then a key is made and kept in the data directory. */
  readonly encryptionKeys: readonly [EncryptionKey, ...EncryptionKey[]] | null;
  readonly logLevel: LogLevel;
  readonly sandboxPort: number;
  readonly workerConcurrency: number;
  readonly secureCookies: boolean;
  /** null: no one signs in with Entra. */
  readonly entra: EntraConfig | null;
  /** The way out to Microsoft; null: directly. */
  readonly proxy: ProxySettings | null;
  /** Which workspace may use which of the machine's token files for workload identities. */
  readonly tokenFiles: readonly TokenFile[];
  /** Whose X-Forwarded-For is believed: no one's, as many proxies as the number says, or the addresses listed. */
  readonly trustProxy: false | number | string;
  readonly policy: PolicyConfig;
  /** Sentences about settings that are allowed and dangerous, for the log at the start. */
  readonly warnings: readonly string[];
}

/** What callers may ask for beside the fixed limits in policy/limits.ts. */
export interface PolicyConfig {
  /** Strangers then learn nothing about the schema. */
  readonly isProduction: boolean;
  /** Requests per minute; null: no limit. */
  readonly viewerPerMinute: number | null;
  readonly anonymousPerMinute: number | null;
  /** Sockets and event streams of one user on one process. */
  readonly streamsPerViewer: number;
  /** WebSockets of one address on which no one is signed in yet. */
  readonly socketsBeforeInit: number;
  /** How long a request may take to arrive, head and body. */
  readonly requestTimeoutSeconds: number;
  /** How long the client may take to read an answer. */
  readonly answerTimeoutSeconds: number;
  /** File with the only operations that are answered; null: any. */
  readonly persistedOperations: string | null;
}

export type Role = 'api' | 'worker';
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type ParsedConfig =
  | { readonly kind: 'valid'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Reports every problem at once, each as a sentence with the variable's name and what is expected. */
export function parseConfig(environment: Environment): ParsedConfig {
  const problems: string[] = [];
  const warnings: string[] = [];
  const read = createReader(environment, problems);
  const external = read('DATABASE_URL', '', parseDatabaseUrl);
  const embedded = external === null;
  const port = read('PORT', '4000', parsePort);
  const host = read('HOST', '127.0.0.1', (value) => value);
  const ownUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const publicUrl = read('PUBLIC_URL', ownUrl, parseOrigin);
  const config: Config = {
    host,
    port,
    publicUrl,
    allowedOrigins: read('ALLOWED_ORIGINS', '', parseOrigins),
    database: embedded ? { kind: 'embedded' } : { kind: 'external', connection: external },
    ...readConnectionLimits(read),
    metricsAddress: read('METRICS_ADDRESS', '', parseMetricsAddress),
    dataDir: path.resolve(read('DATA_DIR', '.data', (value) => value)),
    roles: read('ROLES', 'api,worker', parseRoles),
    encryptionKeys: read('ENCRYPTION_KEYS', '', parseEncryptionKeys),
    logLevel: read('LOG_LEVEL', 'info', parseLogLevel),
    ...readDemo(read, { environment, embedded, host, publicUrl }, { problems, warnings }),
    sandboxPort: read('SANDBOX_PORT', '4001', parsePort),
    workerConcurrency: read('WORKER_CONCURRENCY', '8', parseConcurrency),
    secureCookies: publicUrl.startsWith('https:'),
    proxy: read('HTTPS_PROXY', '', (url) => toProxySettings(url, environment['NO_PROXY'] ?? '')),
    trustProxy: read('TRUST_PROXY', '', parseTrustProxy),
    policy: readPolicy(read),
    entra: readEntraConfig(read, problems, publicUrl),
    tokenFiles: readTokenFiles(read, problems, environment),
    workspaceCreators: read('WORKSPACE_CREATORS', 'owners', parseCreators),
    mcp: read('MCP', '0', parseSwitch),
    warnings,
  };
  if (hasNoAddress(environment, config)) warnings.push(withoutPublicUrl(publicUrl));
  if (!embedded && config.encryptionKeys === null && problems.length === 0) problems.push(missingKeys);
  if (embedded && config.roles.size < 2) problems.push(splitNeedsDatabase);
  return problems.length === 0 ? { kind: 'valid', config } : { kind: 'invalid', problems };
}

function hasNoAddress({ PUBLIC_URL: publicUrl = '' }: Environment, { host, roles }: Config): boolean {
  return publicUrl.trim() === '' && roles.has('api') && !isLoopback(host);
}

function readPolicy(read: ReturnType<typeof createReader>): PolicyConfig {
  return {
    isProduction: read('NODE_ENV', '', (value) => value) === 'production',
    viewerPerMinute: read('RATE_LIMIT', '6000', parseRateLimit),
    anonymousPerMinute: read('ANONYMOUS_RATE_LIMIT', '300', parseRateLimit),
    streamsPerViewer: read('STREAMS_PER_VIEWER', '100', parseStreams),
    socketsBeforeInit: read('SOCKETS_BEFORE_INIT', '200', parseStreams),
    requestTimeoutSeconds: read('REQUEST_TIMEOUT', '30', parseTimeout),
    answerTimeoutSeconds: read('ANSWER_TIMEOUT', '120', parseTimeout),
    persistedOperations: read('PERSISTED_OPERATIONS', '', (value) =>
      value === '' ? null : path.resolve(value),
    ),
  };
}

const missingKeys =
  'ENCRYPTION_KEYS is missing. With a database of your own, set it to name:key, where key is 32 random bytes in base64 (openssl rand -base64 32).';
const withoutPublicUrl = (publicUrl: string) =>
  `PUBLIC_URL is not set: pages opened at any address other than ${publicUrl} are treated as another site’s. Set it to the address that people use.`;
const splitNeedsDatabase =
  'ROLES names one role, but the embedded database serves only one process. Set DATABASE_URL to a PostgreSQL that both processes can reach, or unset ROLES.';

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

function parseOrigins(value: string): readonly string[] {
  const listed = value.split(',').map((origin) => origin.trim());
  return value === '' ? [] : listed.map(parseOrigin);
}

function parseCreators(value: string): WorkspaceCreators {
  const creators = workspaceCreators.find((known) => known === value);
  if (creators === undefined) throw new ConfigProblem(`must be ${workspaceCreators.join(', ')}.`);
  return creators;
}

function parseSwitch(value: string): boolean {
  if (value !== '0' && value !== '1') throw new ConfigProblem('must be 1 (on) or 0 (off).');
  return value === '1';
}

function parseTrustProxy(value: string): Config['trustProxy'] {
  if (value === '' || value === '0') return false;
  if (/^\d$/.test(value)) return Number(value);
  if (/^[\da-fA-F.:/, ]+$|^loopback$|^uniquelocal$/.test(value)) return value;
  throw new ConfigProblem(
    'must be the number of proxies in front (1), or their addresses (10.0.0.0/8, ::1).',
  );
}

function parseRateLimit(value: string): number | null {
  const count = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(count))
    throw new ConfigProblem('must be a number of requests per minute, or 0 for no limit.');
  return count === 0 ? null : count;
}

function parseStreams(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > 1_000_000)
    throw new ConfigProblem('must be a number from 1 to 1000000.');
  return count;
}

function parseTimeout(value: string): number {
  const seconds = Number(value);
  if (!/^\d+$/.test(value) || seconds < 1 || seconds > 600)
    throw new ConfigProblem('must be a number of seconds from 1 to 600.');
  return seconds;
}

function parseRoles(value: string): ReadonlySet<Role> {
  const names = value.split(',').map((name) => name.trim());
  const roles = names.filter((name): name is Role => name === 'api' || name === 'worker');
  if (roles.length !== names.length) throw new ConfigProblem('must be api, worker, or api,worker.');
  return new Set(roles);
}

function parseLogLevel(value: string): LogLevel {
  const level = logLevels.find((name) => name === value);
  if (level === undefined) throw new ConfigProblem(`must be one of ${logLevels.join(', ')}.`);
  return level;
}

/** `name:key[,name:key…]`, the first encrypts, all decrypt. */
export function parseEncryptionKeys(value: string): readonly [EncryptionKey, ...EncryptionKey[]] | null {
  if (value === '') return null;
  const keys = value.split(',').map(parseEncryptionKey);
  const [first, ...rest] = keys;
  if (first === undefined || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    throw new ConfigProblem('must not use the same name for two keys.');
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
