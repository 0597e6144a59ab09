import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.ts';
import { explainFailure } from './failure.ts';
import type { LogFile } from './log-file.ts';
import { postmasterArguments } from './settings.ts';
import { cleanEnvironment, spawnOptionsFor } from './system-user.ts';

/** Recovery replays at most max_wal_size: seconds, on a slow disk a minute. A start that takes longer (ms) hangs. */
const startTimeoutMs = 120_000;
/** How long (ms) a stop waits for the checkpoint; after that, the next start has to recover, which loses nothing. */
const stopTimeoutMs = 30_000;

export interface Postmaster {
  /** Resolves when the process has exited, whether asked to or not. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

export interface PostmasterOptions {
  readonly cluster: Cluster;
  readonly socketDirectory: string;
  readonly logFile: LogFile;
}

/** Resolves when connections are accepted. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { cluster, logFile } = options;
  const [program = '', ...programArguments] = [
    ...(await prefixToEndWithParent()),
    cluster.programs.postgres,
    ...postmasterArguments(cluster, options.socketDirectory),
  ];
  const child = spawn(program, programArguments, {
    ...spawnOptionsFor(cluster.user),
    stdio: ['ignore', 'ignore', 'pipe'],
    // In its own process group: Ctrl-C reaches only us, and we stop PostgreSQL after everything that still uses it.
    detached: true,
  });
  const exited = waitForExit(child, logFile);
  const ready = followLog(child, logFile);
  const timer = new AbortController();
  const timeout = delay(startTimeoutMs, 'timeout' as const, timer).catch(() => 'timeout' as const);
  const outcome = await Promise.race([ready, exited, timeout]);
  timer.abort();
  if (outcome === 'ready') return { exited, stop: () => stop(child, exited) };
  child.kill('SIGQUIT');
  await exited;
  throw explainFailure(cluster.directory, logFile.lastLines());
}

/**
 * Linux sends PostgreSQL a SIGINT, its fast shutdown, when the thread that started it is gone, so a killed process
 * leaves no orphan. So start it from a thread that lives as long as the process. Elsewhere, the next start stops the
 * orphan.
 */
async function prefixToEndWithParent(): Promise<string[]> {
  const prefix = ['setpriv', '--pdeathsig', 'INT'];
  const [program = '', ...options] = prefix;
  return promisify(execFile)(program, [...options, 'true'], { env: cleanEnvironment }).then(
    () => prefix,
    () => [],
  );
}

function waitForExit(child: ChildProcess, logFile: LogFile): Promise<void> {
  return new Promise((resolve) => {
    // "close" and not "exit": only then has its last line been read.
    child.once('close', () => resolve());
    child.once('error', (error) => logFile.append(error.message));
  });
}

function followLog(child: ChildProcess, logFile: LogFile): Promise<'ready'> {
  return new Promise((resolve) => {
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      logFile.append(line);
      if (line.includes('database system is ready to accept connections')) resolve('ready');
    });
  });
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  // SIGINT ends the remaining sessions; SIGTERM would wait for them, possibly forever.
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}
