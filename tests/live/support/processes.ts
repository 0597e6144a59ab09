import type { ClusterConnection } from '../../support/cluster.ts';
import { freePort } from '../../support/program/free-port.ts';
import { startProgram, type Program } from '../../support/program/program.ts';

/** One of several processes of the program that share a database. */
export interface ProgramProcess extends AsyncDisposable {
  /** Empty in a worker. */
  readonly url: string;
  /** Asks it to stop, as a supervisor would. Resolves with its exit code. */
  stop(): Promise<number | null>;
}

export interface ProcessOptions {
  readonly connection: ClusterConnection;
  readonly role: 'api' | 'worker';
  /** Runs the demo's cloud (an API) or uses it (a worker). */
  readonly sandboxPort: number | null;
}

/** Resolves when the process serves or works. */
export async function startProcess(options: ProcessOptions): Promise<ProgramProcess> {
  const { connection, role, sandboxPort } = options;
  const { host, user, database } = connection;
  const port = role === 'api' ? await freePort() : 0;
  const program: Program = startProgram({
    DATABASE_URL: `postgres://${user}@/${database}?host=${host}`,
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    ROLES: role,
    PORT: `${port}`,
    DEMO: sandboxPort === null ? '0' : '1',
    SANDBOX_PORT: `${sandboxPort ?? 0}`,
    STREAMS_PER_VIEWER: '10000',
    RATE_LIMIT: '0',
    ANONYMOUS_RATE_LIMIT: '0',
  });
  await program.until('Ctrl-C stops it');
  return {
    url: role === 'api' ? `http://127.0.0.1:${port}` : '',
    async stop() {
      program.process.kill('SIGTERM');
      return (await program.exit).code;
    },
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}
