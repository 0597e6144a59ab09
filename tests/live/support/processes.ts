import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ClusterConnection } from '../../support/cluster.ts';

/** One process of the program, started as an operator would start it. */
export interface ProgramProcess extends AsyncDisposable {
  /** null in a worker. */
  readonly url: string | null;
  readonly child: ChildProcess;
  /** The exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
  /** What it has written, for a look when a test fails. */
  readonly output: () => string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface ProgramOptions {
  readonly connection: ClusterConnection;
  readonly role: 'api' | 'worker';
  /** Runs the demo's cloud (an API) or uses it (a worker). */
  readonly sandboxPort: number | null;
}

/** Resolves when the process serves or works. */
export async function startProgram({
  connection,
  role,
  sandboxPort,
}: ProgramOptions): Promise<ProgramProcess> {
  const { host, user, database } = connection;
  const port = role === 'api' ? await freePort() : 0;
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/bin:/bin',
      DATABASE_URL: `postgres://${user}@/${database}?host=${host}`,
      ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      ROLES: role,
      PORT: `${port}`,
      DEMO: sandboxPort === null ? '0' : '1',
      SANDBOX_PORT: `${sandboxPort ?? 0}`,
      LOG_LEVEL: 'warn',
      STREAMS_PER_VIEWER: '10000',
      RATE_LIMIT: '0',
      ANONYMOUS_RATE_LIMIT: '0',
    },
  });
  let output = '';
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  const started = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes('Ctrl-C stops it')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const failed = exited.then((code) => {
    throw new Error(`the ${role} ended with ${code} before it had started:\n${output}`);
  });
  await Promise.race([started, failed]);
  failed.catch(() => undefined);
  return {
    url: role === 'api' ? `http://127.0.0.1:${port}` : null,
    child,
    exited,
    output: () => output,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
