import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Any program, to its end, with this one's environment and more. */
export function runOutside(
  program: string,
  args: readonly string[],
  {
    cwd,
    environment = {},
  }: { readonly cwd: string; readonly environment?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const env = { ...process.env, ...environment };
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** This Node, and those of other versions on the machine's path. */
export async function findNodes(cwd: string): Promise<readonly string[]> {
  const others = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const versions = new Map<string, string>();
  for (const node of [process.execPath, ...others]) {
    const { code, stdout } = await runOutside(node, ['--version'], { cwd });
    if (code === 0 && !versions.has(stdout)) versions.set(stdout, node);
  }
  return [...versions.values()];
}
