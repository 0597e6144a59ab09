import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface RunningProcess {
  /** Comparable for equality only. A pid is reused after a reboot; pid and start time together are not. */
  readonly startedAt: string;
  /** The program and its arguments, separated by spaces. */
  readonly command: string;
}

/** null if no such process is running; a zombie has exited and only waits for its parent to notice. */
export async function findProcess(pid: number): Promise<RunningProcess | null> {
  try {
    return process.platform === 'linux' ? await readProcfs(pid) : await askPs(pid);
  } catch {
    return null;
  }
}

async function readProcfs(pid: number): Promise<RunningProcess | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in parentheses, and may itself contain parentheses and spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // proc(5) counts from 1 and we have removed two fields: the state is field 3, the start time field 22.
  const [state, startedAt] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X' || startedAt === undefined) return null;
  const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  return { startedAt, command };
}

async function askPs(pid: number): Promise<RunningProcess | null> {
  const columns = 'state=,lstart=,command=';
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', columns, '-p', String(pid)], {
    env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' },
  });
  // lstart is always five words: "Mon Nov 24 07:20:01 2025".
  const [state = 'Z', ...words] = stdout.trim().split(/\s+/);
  if (state.startsWith('Z')) return null;
  return { startedAt: words.slice(0, 5).join(' '), command: words.slice(5).join(' ') };
}
