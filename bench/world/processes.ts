import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createSandbox } from '../../sandbox/server.ts';
import { freePort } from '../../tests/support/program/free-port.ts';
import { startProgram } from '../../tests/support/program/program.ts';
import type { BenchDatabase } from './database.ts';
import { world } from './fill.ts';

export interface BenchProcess {
  readonly url: string;
  readonly pid: number;
  /** Where its inspector listens; only where it was asked for. */
  readonly inspector: string | null;
}

/** Connections to PostgreSQL that each server may use, ours and others: the product's default. */
const poolSize = 10;

export interface ProductOptions {
  readonly roles: 'api' | 'worker' | 'api,worker';
  /** Of the sandbox that is Microsoft; an API that starts no run needs none. */
  readonly sandboxPort?: number;
  readonly concurrency?: number;
  readonly inspect?: boolean;
}

/** The product as it is shipped, in a process of its own. */
export async function startProduct(
  { connection: { host, user, database } }: BenchDatabase,
  { roles, sandboxPort, concurrency = 8, inspect = false }: ProductOptions,
  stack: AsyncDisposableStack,
): Promise<BenchProcess> {
  const port = await freePort();
  const program = stack.use(
    startProgram({
      DATABASE_URL: `postgres://${user}@/${database}?host=${host}`,
      ENCRYPTION_KEYS: `${world.key.id}:${world.key.key.toString('base64')}`,
      ROLES: roles,
      PORT: String(port),
      DEMO: '1',
      SANDBOX_PORT: String(sandboxPort ?? 0),
      WORKER_CONCURRENCY: String(concurrency),
      STREAMS_PER_VIEWER: '10000',
      RATE_LIMIT: '0',
      ANONYMOUS_RATE_LIMIT: '0',
      ...(inspect ? { NODE_OPTIONS: inspecting } : {}),
    }),
  );
  await program.until('Ctrl-C stops it');
  return {
    url: `http://127.0.0.1:${port}`,
    pid: program.process.pid ?? 0,
    inspector: findInspector(program.output()),
  };
}

const inspecting = '--inspect=127.0.0.1:0';
const findInspector = (output: string) => /ws:\/\/127\.0\.0\.1:\S+/.exec(output)?.[0] ?? null;

/** The sandbox Microsoft on a port of its own, which answers after so many milliseconds. */
export async function startSandbox(latencyMs: number, stack: AsyncDisposableStack): Promise<number> {
  const sandbox = stack.use(await createSandbox({ port: 0, latencyMs }));
  return Number(new URL(sandbox.origin).port);
}

/** A peer or floor: a program that takes the database as arguments and says where it listens. */
export async function startPeer(
  program: readonly string[],
  { connection: { host, user, database } }: Pick<BenchDatabase, 'connection'>,
  stack: AsyncDisposableStack,
): Promise<BenchProcess> {
  const child = spawn(process.execPath, [...program, host, user, database, String(poolSize)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  stack.defer(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /listening on (\d+)/.exec(line) ?? [];
    if (port !== undefined)
      return {
        url: `http://127.0.0.1:${port}`,
        pid: child.pid ?? 0,
        inspector: findInspector(complaints),
      };
  }
  throw new Error(`${program.at(-1)} has not started; peers are installed by npm run bench.\n${complaints}`);
}

/** A file beside this folder, to be run as TypeScript. */
export const script = (name: string) => [inspecting, '--import', 'tsx', ...peer(name)];
export const peer = (name: string) => [fileURLToPath(new URL(`../${name}`, import.meta.url))];
