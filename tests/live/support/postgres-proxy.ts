import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterConnection } from '../../support/cluster.ts';

/** Between the program and PostgreSQL, to break what a network breaks. */
export interface PostgresProxy extends AsyncDisposable {
  readonly connection: ClusterConnection;
  /** From now on nothing goes through, and nobody is told: connections stay open, new ones too. */
  swallow(): void;
  /** New connections go through again; what was swallowed stays lost. */
  restore(): void;
  /** Where new connections go from now on. */
  pointTo(target: ClusterConnection): void;
}

export async function startPostgresProxy(target: ClusterConnection): Promise<PostgresProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'pg-'));
  const sockets = new Set<Socket>();
  let to = target;
  let swallows = false;

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  }

  const server = createServer((inside) => {
    keep(inside);
    if (swallows) return;
    const outside = connect(join(to.host, `.s.PGSQL.${to.port}`));
    keep(outside);
    inside.pipe(outside).pipe(inside);
    inside.on('close', () => outside.destroy());
    outside.on('close', () => inside.destroy());
  });
  await new Promise<void>((resolve) => server.listen(join(folder, `.s.PGSQL.${target.port}`), resolve));

  return {
    connection: { ...target, host: folder },
    swallow() {
      swallows = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    restore() {
      swallows = false;
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
