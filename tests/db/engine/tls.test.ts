import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { createDatabase } from '../../../db/engine/client.ts';
import { startQueue } from '../../../db/engine/queue.ts';
import { parseDatabaseUrl } from '../../../server/config/database-config.ts';
import { explainDatabaseError } from '../../../server/config/startup-error.ts';
import { createTestCertificate } from '../../providers/support/self-signed.ts';
import type { ClusterConnection } from '../../support/cluster.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

/** PostgreSQL's answer to a client that asks for TLS: S, and the handshake follows. */
const agreed = Buffer.from('S');

/** What PostgreSQL does with `ssl = on`, in front of one that has no network port. Refuses whoever does not ask for TLS. */
async function startTlsFront(target: ClusterConnection, holder: string) {
  const { certificatePem, privateKeyPem } = createTestCertificate({ holder });
  const secureContext = createSecureContext({ cert: certificatePem, key: privateKeyPem });
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => sockets.add(socket.on('error', () => socket.destroy()));
  const server = createServer((inside) => {
    keep(inside);
    inside.once('data', (request) => {
      if (request.length !== 8) return inside.destroy();
      inside.write(agreed);
      const secure = new TLSSocket(inside, { isServer: true, secureContext });
      const outside = connect(path.join(target.host, `.s.PGSQL.${target.port}`));
      keep(secure);
      keep(outside);
      secure.pipe(outside).pipe(secure);
      secure.on('close', () => outside.destroy());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const folder = await mkdtemp(path.join(tmpdir(), 'tenantatlas-tls-'));
  const authority = path.join(folder, 'authority.pem');
  await writeFile(authority, certificatePem);
  stack.defer(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
    await rm(folder, { recursive: true });
  });
  return { port: (server.address() as AddressInfo).port, authority };
}

/** Through both drivers; what the start says when one of them refuses. */
async function tryBoth(url: string): Promise<string> {
  const connection = parseDatabaseUrl(url);
  if (connection === null) throw new Error('no address');
  const said = (error: unknown) => String(explainDatabaseError(error, 'there'));
  await using database = createDatabase({ connection, maxConnections: 1, applicationName: 'tls' });
  const ours = await database.db.execute(sql`select 1`).then(() => 'works', said);
  const options = { connection, onTrouble: () => undefined, supervise: true, drainMs: 0 };
  const queues = await startQueue(options).then(async (queue) => {
    await queue[Symbol.asyncDispose]();
    return 'works';
  }, said);
  return ours === queues ? ours : `${ours} / ${queues}`;
}

it.each([
  ['require', 'elsewhere', false, 'works'],
  ['require', 'elsewhere', true, 'works'],
  ['verify-ca', 'elsewhere', true, 'works'],
  ['verify-ca', 'localhost', false, 'sslrootcert'],
  ['verify-full', 'localhost', true, 'works'],
  ['verify-full', 'localhost', false, 'sslrootcert'],
  ['verify-full', 'elsewhere', true, 'presents a certificate for a different host name'],
] as const)(
  'sslmode=%s, certificate for %s, its authority named: %s',
  async (mode, holder, isNamed, outcome) => {
    const { connection } = await createTestDatabase();
    const { port, authority } = await startTlsFront(connection, holder);
    const { user, database } = connection;
    const named = isNamed ? `&sslrootcert=${encodeURIComponent(authority)}` : '';
    const seen = await tryBoth(`postgres://${user}@localhost:${port}/${database}?sslmode=${mode}${named}`);
    expect(seen).toContain(outcome);
    expect(seen).not.toContain(' / ');
  },
);

it.each([
  ['postgres://a@b/c?sslmode=verify', 'must have an sslmode of disable, allow'],
  ['postgres://a@b/c?sslmode=require&sslrootcert=/nowhere.pem', 'names a file for TLS that cannot be read'],
])('%s is refused in a sentence', (url, sentence) => {
  expect(() => parseDatabaseUrl(url)).toThrow(sentence);
});
