import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { lastResortSentence } from '../../../server/last-resort.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm start` without npm: the built program as a process of its own, to be killed and started again. */
export interface Program extends AsyncDisposable {
  readonly process: ChildProcess;
  /** Everything written so far, for looking for sentences. */
  readonly output: () => string;
  /** Resolves when `sentence` was written, rejects when the program ends before. */
  until(sentence: string): Promise<void>;
  readonly exit: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

export function startProgram(
  environment: Readonly<Record<string, string>>,
  entry = 'server/main.js',
  args: readonly string[] = [],
): Program {
  // Only what is given: a developer's own DATABASE_URL must not reach a test.
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    LOG_LEVEL: 'warn',
    METRICS_ADDRESS: '127.0.0.1:0',
    ...environment,
  };
  const child = spawn(process.execPath, [`${root}/dist/${entry}`, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const exit = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  return {
    process: child,
    output: () => output,
    exit,
    async until(sentence) {
      const seen = new Promise<void>((resolve) => {
        const look = () => output.includes(sentence) && resolve();
        listeners.add(look);
        look();
      });
      const ended = exit.then(() => {
        throw new Error(`the program ended before it said "${sentence}":\n${output}`);
      });
      await Promise.race([seen, ended]);
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exit;
      if (output.includes(lastResortSentence)) throw new Error(`an error had no owner:\n${output}`);
    },
  };
}

/** Runs a built entry point to its end. */
export async function runProgram(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment };
  const child = spawn(process.execPath, [`${root}/dist/${entry}`, ...args], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Most programs end without having read it.
  child.stdin.on('error', () => undefined).end(input);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** A command of the built program that ends on its own, with nothing but `environment` to read. */
export function runCommand(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [`${root}/dist/${entry}`, ...args],
      { env },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}
