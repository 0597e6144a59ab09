import { takeTls, type Tls } from './tls.ts';

/** Where PostgreSQL is: a URL, or parts (postgres.js and pg have no URL form for a Unix socket). */
export type DatabaseConnection =
  | string
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly password?: string;
    };

export interface Host {
  /** A name, an address, or the directory of a Unix socket. */
  readonly host: string;
  readonly port: number;
}

export interface Address {
  /** With only its first host, and without TLS parameters: the drivers understand neither the way we need. */
  readonly connection: DatabaseConnection;
  readonly hosts: readonly [Host, ...Host[]];
  /** null: the connection is not encrypted. */
  readonly tls: Tls | null;
}

const defaultPort = 5432;

/** `postgres://user@one:5432,two:5433/database` names two hosts; whichever is the primary is used. */
export function parseAddress(connection: DatabaseConnection): Address {
  if (typeof connection !== 'string') return { connection, hosts: [connection], tls: null };
  const [, before = '', list = '', after = ''] =
    /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/s.exec(connection) ?? [];
  const [first = '', ...others] = list.split(',');
  const { url, tls } = takeTls(list === '' ? connection : `${before}${first}${after}`);
  const fallback = Number(new URL(url).port || defaultPort);
  return {
    connection: url,
    tls,
    hosts: [parseHost(first, fallback), ...others.map((host) => parseHost(host, fallback))],
  };
}

function parseHost(text: string, fallback: number): Host {
  const { hostname, port } = new URL(`postgres://${text === '' ? 'localhost' : text}`);
  return {
    host: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? fallback : Number(port),
  };
}

/** For sentences: without user and password. */
export function describeAddress(connection: DatabaseConnection): string {
  const { hosts, connection: first } = parseAddress(connection);
  if (typeof first !== 'string') return first.host;
  const places = hosts.map(({ host, port }) => (port === defaultPort ? host : `${host}:${port}`));
  return `${places.join(',')}${new URL(first).pathname}`;
}
