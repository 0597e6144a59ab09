import console from 'node:console';
import process from 'node:process';
import { run } from 'graphile-worker';
import pg from 'pg';
import { WebSocketServer } from 'ws';

/**
 * B4's peer: graphile-worker doing what ours does for a start: claims the job, commits the run as running, reads it in
 * the process that watches, and pushes it to a WebSocket. Its defaults, with the LISTEN that they contain.
 */
const [host, user, database, connections] = process.argv.slice(2);
const pool = new pg.Pool({ host, user, database, max: Number(connections) });
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });

const listener = new pg.Client({ host, user, database });
await listener.connect();
listener.on('notification', ({ payload: id }) => void push(id));
await listener.query('LISTEN bench_graphile');

async function push(id) {
  const { rows } = await pool.query('select id, version, status, outcome from operation_runs where id = $1', [
    id,
  ]);
  for (const socket of server.clients) socket.send(JSON.stringify(rows[0]));
}

await run({
  pgPool: pool,
  concurrency: 8,
  noHandleSignals: true,
  taskList: {
    async pick_up({ runId }, { withPgClient }) {
      await withPgClient(async (client) => {
        await client.query('begin');
        await client.query(
          "update operation_runs set status = 'running', started_at = now(), attempt = attempt + 1 where id = $1",
          [runId],
        );
        await client.query("select pg_notify('bench_graphile', $1)", [String(runId)]);
        await client.query('commit');
      });
    },
  },
});
console.log(`listening on ${server.address().port}`);
