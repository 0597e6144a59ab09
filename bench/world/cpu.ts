import { readdir, readFile } from 'node:fs/promises';

/** How many parts of a second Linux counts a process's time in, on every architecture that we run on. */
const ticksPerSecond = 100;

/** CPU time (ms) that a process has used so far, with its threads; null where /proc does not exist. */
export async function cpuOf(pid: number): Promise<number | null> {
  const fields = await statOf(pid);
  return fields === null ? null : toMs(fields, [11, 12]);
}

/** The same for a PostgreSQL, with the backends that are gone; beside it nothing else may use the cluster. */
export async function cpuOfPostgres(postmaster: number): Promise<number | null> {
  const own = await statOf(postmaster);
  if (own === null) return null;
  let sum = toMs(own, [11, 12, 13, 14]);
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const fields = await statOf(Number(entry));
    if (fields !== null && Number(fields[1]) === postmaster) sum += toMs(fields, [11, 12]);
  }
  return sum;
}

export async function parentOf(pid: number): Promise<number | null> {
  const fields = await statOf(pid);
  return fields === null ? null : Number(fields[1]);
}

/** proc(5): what follows the name in brackets, so that index 0 is the third field, the state. */
async function statOf(pid: number): Promise<string[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function toMs(fields: readonly string[], indexes: readonly number[]): number {
  const ticks = indexes.reduce((sum, index) => sum + Number(fields[index]), 0);
  return (ticks / ticksPerSecond) * 1_000;
}
