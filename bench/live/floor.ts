import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { createClient } from '../../db/engine/client.ts';

/**
 * The least that can be done: LISTEN, and the bytes of the event to every socket of that run. No query, no GraphQL, no
 * entitlement. A client says the run's id; the version comes with the notification.
 */
const [host = '', user = '', database = ''] = process.argv.slice(2);
const connection = { host, port: 5432, user, database };
const sql = createClient({ connection, maxConnections: 1, applicationName: 'floor' });
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
const rooms = new Map<string, Set<WebSocket>>();

server.on('connection', (socket) => {
  socket.once('message', (data) => {
    const run = (data as Buffer).toString('utf8');
    const room = rooms.get(run) ?? new Set();
    rooms.set(run, room.add(socket));
    socket.send(frame(run, '1'));
  });
});

function frame(run: string, version: string): string {
  const payload = {
    data: {
      operationRun: { id: `run_${run}`, version: Number(version), status: 'RUNNING', outcome: 'PENDING' },
    },
  };
  return JSON.stringify({ id: '1', type: 'next', payload });
}

await sql.listen('bench_floor', (message) => {
  const [run = '', version = ''] = message.split(':');
  const bytes = frame(run, version);
  for (const socket of rooms.get(run) ?? []) socket.send(bytes);
});
console.log(`listening on ${(server.address() as AddressInfo).port}`);
