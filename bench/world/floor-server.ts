import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sql } from './fill.ts';
import { createClient } from '../../db/engine/client.ts';

/**
 * The least that can be done for a request: node:http and postgres.js. `answer` gets the bearer token and the body, and
 * what it resolves to is sent as JSON. Takes the database as arguments, as every peer does.
 */
export function serveFloor(answer: (sql: Sql, token: string, body: string) => Promise<unknown>): void {
  const [host = '', user = '', database = '', connections = ''] = process.argv.slice(2);
  const sql = createClient({
    connection: { host, port: 5432, user, database },
    maxConnections: Number(connections),
    applicationName: 'floor',
  });
  const server = createServer((request, response) => {
    void readBody(request)
      .then((body) => answer(sql, request.headers.authorization?.slice('Bearer '.length) ?? '', body))
      .then(
        (value) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  server.listen(0, '127.0.0.1', () => console.log(`listening on ${(server.address() as AddressInfo).port}`));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  return body;
}
