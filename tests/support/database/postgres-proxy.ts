import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterConnection } from '../cluster.ts';

/** cut: the connection is reset. freeze: it stays open and nothing passes any longer, in either direction. */
export type Breakage = 'cut' | 'freeze';

/** Between the program and PostgreSQL, to break what a network, a server or a pooler breaks. */
export interface PostgresProxy extends AsyncDisposable {
  readonly connection: ClusterConnection;
  /** From now on nothing goes through, and no one is told: connections stay open, new ones too. */
  swallow(): void;
  /** New connections go through again; what was swallowed stays lost. */
  restore(): void;
  /** Where new connections go from now on. */
  pointTo(target: ClusterConnection): void;
  /**
   * Breaks every connection that gets so far, before the server hears of it: on connecting, when it begins to sign in, or
   * when it sends `text`. Undone by `restore`.
   */
  breakAt(stage: 'connect' | 'sign-in' | { readonly text: string }, how: Breakage): void;
  /** How many connections were broken by `breakAt`. */
  readonly broken: number;
}

type Fault = { readonly stage: Parameters<PostgresProxy['breakAt']>[0]; readonly how: Breakage };

export async function startPostgresProxy(target: ClusterConnection): Promise<PostgresProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'pg-'));
  const sockets = new Set<Socket>();
  let to = target;
  let swallows = false;
  let fault: Fault | null = null;
  let broken = 0;

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  }

  const server = createServer((inside) => {
    keep(inside);
    if (swallows) return;
    const outside = connect(join(to.host, `.s.PGSQL.${to.port}`));
    keep(outside);
    let isFirst = true;
    let isFrozen = false;
    const breaks = (how: Breakage) => {
      broken += 1;
      isFrozen = true;
      if (how === 'cut') inside.destroy();
    };
    if (fault?.stage === 'connect') breaks(fault.how);
    inside.on('data', (bytes) => {
      if (fault !== null && isReached(fault.stage, bytes, isFirst)) breaks(fault.how);
      isFirst = false;
      if (!isFrozen && !swallows) outside.write(bytes);
    });
    outside.on('data', (bytes) => {
      if (!isFrozen && !swallows) inside.write(bytes);
    });
    inside.on('close', () => outside.destroy());
    outside.on('close', () => {
      if (!isFrozen) inside.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(join(folder, `.s.PGSQL.${target.port}`), resolve));

  return {
    connection: { ...target, host: folder },
    get broken() {
      return broken;
    },
    breakAt(stage, how) {
      fault = { stage, how };
    },
    swallow() {
      swallows = true;
      for (const socket of sockets) socket.removeAllListeners('data').pause();
    },
    restore() {
      swallows = false;
      fault = null;
    },
    pointTo(next) {
      to = next;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isReached(stage: Fault['stage'], bytes: Buffer, isFirst: boolean): boolean {
  if (stage === 'connect') return false;
  return stage === 'sign-in' ? isFirst : bytes.includes(stage.text);
}
