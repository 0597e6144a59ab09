import { connect, Socket } from 'node:net';
import type { Host } from './address.ts';
import { DatabaseLost } from './unavailable.ts';

/** A host that does not accept within this time (ms) is skipped; a request waits for the connection. */
const dialTimeoutMs = 4_000;

/** Which of the hosts is in use. Everything that connects through the same `Hosts` moves on together. */
export interface Hosts {
  readonly count: number;
  readonly current: Host;
  /** Found unreachable, or not the primary: the next one is used, unless someone has moved on already. */
  leave(host: Host): void;
}

export function createHosts(list: readonly [Host, ...Host[]]): Hosts {
  let index = 0;
  const current = () => list[index % list.length] ?? list[0];
  return {
    count: list.length,
    get current() {
      return current();
    },
    leave(host) {
      if (host === current()) index += 1;
    },
  };
}

export interface Line {
  readonly host: Host;
  readonly socket: Socket;
}

/** A connected socket to the current host, or to the next one that accepts. */
export async function dial(hosts: Hosts): Promise<Line> {
  let failure: unknown;
  for (let tried = 0; tried < hosts.count; tried += 1) {
    const host = hosts.current;
    try {
      return { host, socket: await connectTo(host) };
    } catch (error) {
      failure = error;
      hosts.leave(host);
    }
  }
  throw failure;
}

function connectTo(host: Host): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(placeOf(host));
    const fail = (error: unknown) => {
      socket.destroy();
      reject(new DatabaseLost('The database does not accept connections.', { cause: error }));
    };
    const timer = setTimeout(() => fail(new Error('no answer')), dialTimeoutMs);
    socket.once('error', fail).once('close', () => clearTimeout(timer));
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', fail).setNoDelay(true);
      // postgres.js names the server to TLS by this.
      resolve(Object.assign(socket, { host: host.host }));
    });
  });
}

/** For pg, which creates its own socket and tells it where to go: it goes to the current host instead. */
export function createPgSocket(hosts: Hosts): Socket {
  const socket = new Socket();
  const host = hosts.current;
  const dialSocket = socket.connect.bind(socket);
  socket.once('error', () => hosts.leave(host));
  return Object.assign(socket, { connect: () => dialSocket(placeOf(host)) });
}

function placeOf({ host, port }: Host): { path: string } | { host: string; port: number } {
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}
