import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { round, type BenchOptions, type Row } from '../row.ts';
import type { BenchDatabase } from '../world/database.ts';
import { startProduct } from '../world/processes.ts';

/** A process that has nothing to do is at rest by then (ms). */
const restAfterMs = 60_000;
/** So long its idle work is watched (ms). */
const watchForMs = 30_000;
/** Linux counts a process's time on the processor in hundredths of a second. */
const tickMs = 10;
const mostMb = 180;
const mostIdlePercent = 0.5;

/** What a process holds and does when no one asks it for anything, and how long it takes to be there. */
export async function weighAtRest(database: BenchDatabase, { smoke }: BenchOptions): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const roles of ['api', 'worker'] as const) {
    await using stack = new AsyncDisposableStack();
    const startedAt = performance.now();
    const { pid } = await startProduct(database, { roles }, stack);
    const startMs = performance.now() - startedAt;
    await delay(smoke ? 0 : restAfterMs);
    const mb = round(await residentMb(pid), 0);
    const before = await cpuMs(pid);
    await delay(smoke ? 1_000 : watchForMs);
    const idle = round(((await cpuMs(pid)) - before) / (smoke ? 10 : watchForMs / 100));
    rows.push(
      { id: 'B7', subject: `${roles}: start`, figure: round(startMs, 0), unit: 'ms' },
      {
        id: 'B7',
        subject: `${roles}: at rest`,
        figure: mb,
        unit: 'MB',
        wanted: `≤ ${mostMb}`,
        ok: mb <= mostMb,
      },
      {
        id: 'B7',
        subject: `${roles}: idle`,
        figure: idle,
        unit: '% of a core',
        wanted: `≤ ${mostIdlePercent}`,
        ok: idle <= mostIdlePercent,
      },
    );
  }
  return rows;
}

export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}

/** User and system time; the name before them may contain blanks. */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
