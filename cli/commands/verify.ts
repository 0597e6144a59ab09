import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Target } from '../api.ts';
import type { Options } from '../arguments.ts';
import { targetOf, type Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenantId } from '../find-tenant.ts';
import { Problem } from '../problems.ts';
import { exitCodeOf, followRun, startRun } from '../run.ts';
import { listTenants, parseTenantList } from '../tenant-list.ts';
import { toText } from '../text.ts';
import { verifyMany } from './verify-many.ts';

/** Returns the exit code. Progress goes to stderr, so that stdout holds the result and nothing else. */
export async function verify(context: Context): Promise<number> {
  const { options } = context;
  const target = targetOf(context);
  const named = await tenantsOf(target, options);
  const [only] = named;
  if (only === undefined) throw new Problem('There are no tenants to verify.', exitCodes.usage);
  const isSingle = named.length === 1 && !options.all && options.file === null;
  return isSingle ? await verifyOne(context, target, only) : await verifyMany(context, target, named);
}

/** As they were named, each once. */
async function tenantsOf(target: Target, options: Options): Promise<readonly string[]> {
  if (options.all) return (await listTenants(target, options)).map(({ id }) => id);
  const named =
    options.file === null
      ? [...options.operands, ...options.tenants]
      : parseTenantList(await read(options.file));
  return [...new Set(named)];
}

async function read(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new Problem(`${file} cannot be read.`, exitCodes.usage, { cause: error });
  }
}

const announcements: Record<string, string> = {
  STARTED: 'Started:',
  DEDUPED: 'Already running:',
  SCOPE_BUSY: 'Another operation is using the connection; waiting for it:',
  BLOCKED: 'Blocked:',
};

async function verifyOne(context: Context, target: Target, tenant: string): Promise<number> {
  const { options, terminal } = context;
  const { result, run } = await startRun(target, await findTenantId(target, tenant));
  terminal.tell(`${announcements[result] ?? result} ${run.url}`);
  if (!options.wait) {
    const { id, url } = run;
    terminal.print(options.json ? JSON.stringify({ result, id, url }) : id);
    return result === 'BLOCKED' ? exitCodes.blocked : exitCodes.ready;
  }
  const signal = AbortSignal.timeout(options.timeoutSeconds * 1_000);
  const finished = await followRun(target, run.id, signal, ({ status, title }) =>
    terminal.tell(`  ${status.toLowerCase().padEnd(8)}${title}`),
  );
  terminal.print(options.json ? JSON.stringify(finished, null, 2) : toText(finished));
  return exitCodeOf(finished);
}
