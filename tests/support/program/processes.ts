import { freePort } from './free-port.ts';
import { startProgram, type Program } from './program.ts';
import type { TestApp } from '../test-app.ts';

/** Processes of their own beside a test app: on its database, with its keys and its Microsoft. */

export async function startWorkerProcess(
  app: TestApp,
  concurrency = 8,
  environment: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const program = startProgram({
    ...environmentOf(app),
    ...environment,
    ROLES: 'worker',
    SANDBOX_PORT: new URL(app.sandboxOrigin).port,
    WORKER_CONCURRENCY: String(concurrency),
  });
  await program.until('TenantAtlas is running.');
  return program;
}

/** With `onPort` at the address of one that was stopped. */
export async function startApiProcess(
  app: TestApp,
  onPort?: number,
): Promise<{ readonly program: Program; readonly url: string }> {
  const port = onPort ?? (await freePort());
  const program = startProgram({
    ...environmentOf(app),
    ROLES: 'api',
    PORT: String(port),
    SANDBOX_PORT: '0',
  });
  await program.until('TenantAtlas is running at');
  return { program, url: `http://127.0.0.1:${port}` };
}

export function environmentOf({ connection, config }: TestApp): Record<string, string> {
  const { user, host, port, database } = connection;
  const [key] = config.encryptionKeys ?? [];
  if (key === undefined) throw new Error('a test app has an encryption key');
  return {
    DATABASE_URL: `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`,
    ENCRYPTION_KEYS: `${key.id}:${key.key.toString('base64')}`,
    DEMO: '1',
  };
}

/** Gone between two instructions: no handler runs, no lock is given back. */
export async function killProcess({ process, exit }: Program): Promise<void> {
  process.kill('SIGKILL');
  await exit;
}
