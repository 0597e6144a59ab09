import type { Target } from '../api.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenantId } from '../find-tenant.ts';
import { Problem } from '../problems.ts';
import { exitCodeOf, followRun, startRun } from '../run.ts';
import { colorOf, toOneLine, toTable, toWords } from '../terminal.ts';

/** Enough to keep the workers of an installation busy, far below what one person may have open (100 streams). */
const atOnce = 8;

interface Result {
  /** As it was named, and then as it is called. */
  readonly tenant: string;
  readonly run: string | null;
  readonly url: string | null;
  /** null: not waited for, or none. */
  readonly verdict: string | null;
  /** Why it was not verified. */
  readonly problem: string | null;
  readonly exitCode: number;
}

/** One after the other would take the sum of all. The exit code is the worst; what could not be verified says why. */
export async function verifyMany(
  context: Context,
  target: Target,
  tenants: readonly string[],
): Promise<number> {
  const { options, terminal } = context;
  const signal = AbortSignal.timeout(options.timeoutSeconds * 1_000);
  const results: Result[] = [];
  const waiting = [...tenants.entries()];
  let done = 0;
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, tenant] = next;
      const result = await verifyOne(target, tenant, options.wait ? signal : null);
      results[index] = result;
      done += 1;
      terminal.tell(`${toWords(wordOf(result)).padEnd(16)}${toOneLine(result.tenant)}`);
      terminal.showStatus(bar(done, tenants.length));
    }
  };
  terminal.showStatus(bar(done, tenants.length));
  await Promise.all(Array.from({ length: Math.min(atOnce, tenants.length) }, work));
  terminal.showStatus('');
  terminal.print(options.json ? JSON.stringify(results, null, 2) : toText(results, terminal));
  return Math.max(...results.map(({ exitCode }) => exitCode));
}

function toText(results: readonly Result[], { color }: Context['terminal']): string {
  const rows = results.map((result) => [
    toWords(wordOf(result)),
    result.tenant,
    result.problem ?? result.url ?? '',
  ]);
  const lines = toTable(rows).split('\n');
  return results.map((result, index) => color(colorOf(wordOf(result)), lines[index] ?? '')).join('\n');
}

async function verifyOne(target: Target, tenant: string, signal: AbortSignal | null): Promise<Result> {
  try {
    const { result, run } = await startRun(target, await findTenantId(target, tenant));
    const known = { tenant: run.tenant?.name ?? tenant, run: run.id, url: run.url, problem: null };
    if (signal === null) {
      const exitCode = result === 'BLOCKED' ? exitCodes.blocked : exitCodes.ready;
      return { ...known, verdict: null, exitCode };
    }
    const finished = await followRun(target, run.id, signal);
    return { ...known, verdict: finished.verdict, exitCode: exitCodeOf(finished) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { message, exitCode } = error;
    return { tenant, run: null, url: null, verdict: null, problem: message, exitCode };
  }
}

function wordOf({ verdict, exitCode, problem }: Result): string {
  if (problem !== null) return 'not verified';
  if (verdict !== null && exitCode !== exitCodes.notVerified) return verdict;
  if (exitCode === exitCodes.notVerified) return 'not verified';
  return exitCode === exitCodes.blocked ? 'BLOCKED' : 'started';
}

const barWidth = 24;

function bar(done: number, all: number): string {
  const filled = Math.round((done / all) * barWidth);
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] ${done} of ${all}`;
}
