import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterConnection } from '../cluster.ts';

/** Like PgBouncer with `pool_mode = transaction`: a client has a server for as long as its transaction lasts, each in turn. */
export interface TransactionPooler extends AsyncDisposable {
  readonly connection: ClusterConnection;
}

const ready = 'Z'.charCodeAt(0);
const idle = 'I'.charCodeAt(0);

export async function startTransactionPooler(target: ClusterConnection): Promise<TransactionPooler> {
  const folder = await mkdtemp(join(tmpdir(), 'pooler-'));
  const sockets = new Set<Socket>();
  const free: Socket[] = [];

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  }

  async function take(): Promise<Socket> {
    const server = free.shift();
    if (server !== undefined) return server;
    const fresh = keep(connect(join(target.host, `.s.PGSQL.${target.port}`)));
    const done = whenIdle(fresh, () => undefined);
    fresh.write(startup(target));
    await done;
    return fresh;
  }

  const server = createServer((client) => {
    keep(client);
    let working: Promise<Socket> | null = null;
    client.once('data', () => {
      client.write(welcome);
      client.on('data', (bytes) => {
        if (bytes[0] === 'X'.charCodeAt(0)) return client.end();
        if (working !== null) return void working.then((current) => current.write(bytes));
        working = take();
        void working.then(async (current) => {
          const done = whenIdle(current, (answer) => client.write(answer));
          current.write(bytes);
          await done;
          working = null;
          free.push(current);
        });
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(join(folder, `.s.PGSQL.${target.port}`), resolve));

  return {
    connection: { ...target, host: folder },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves at ReadyForQuery outside of a transaction. Answers in tests come whole, with that message last. */
function whenIdle(server: Socket, onData: (bytes: Buffer) => void): Promise<void> {
  return new Promise((resolve) => {
    const look = (bytes: Buffer) => {
      onData(bytes);
      if (bytes.at(-6) !== ready || bytes.at(-1) !== idle) return;
      server.off('data', look);
      resolve();
    };
    server.on('data', look);
  });
}

function startup({ user, database }: ClusterConnection): Buffer {
  const text = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(text.length + 8, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, text]);
}

/** AuthenticationOk, then ReadyForQuery. */
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, ready, 0, 0, 0, 5, idle]);
