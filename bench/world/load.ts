import { Pool } from 'undici';
import { median, round } from '../row.ts';
import { cpuOf, cpuOfPostgres } from './cpu.ts';
import type { BenchDatabase } from './database.ts';
import type { BenchProcess } from './processes.ts';

/** A server under load: what is sent to it, and where. */
export interface Target {
  readonly name: string;
  readonly process: BenchProcess;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The next body to send; null when there are no more, which ends the round. */
  readonly next: () => string | null;
  /** Between rounds, untimed. */
  readonly reset?: () => Promise<void>;
}

export interface Load {
  readonly name: string;
  readonly perSecond: number;
  /** Per request, of the server and of PostgreSQL; null where /proc does not exist. */
  readonly cpuMs: number | null;
  readonly postgresMs: number | null;
}

export interface LoadOptions {
  readonly connections: number;
  readonly warmUpMs: number;
  readonly roundMs: number;
  readonly rounds: number;
}

/** Every target in turn, round by round, so that whatever the machine does in the meantime meets all of them; medians. */
export async function loadInTurns(
  targets: readonly Target[],
  database: BenchDatabase,
  options: LoadOptions,
): Promise<Load[]> {
  const rounds = new Map<string, Omit<Load, 'name'>[]>();
  for (let turn = 0; turn < options.rounds; turn += 1) {
    for (const target of targets) {
      await target.reset?.();
      rounds.set(target.name, [...(rounds.get(target.name) ?? []), await load(target, database, options)]);
    }
  }
  return [...rounds].map(([name, loads]) => ({
    name,
    perSecond: round(median(loads.map(({ perSecond }) => perSecond)), 1),
    cpuMs: medianOf(loads.map(({ cpuMs }) => cpuMs)),
    postgresMs: medianOf(loads.map(({ postgresMs }) => postgresMs)),
  }));
}

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : round(median(known));
}

async function load(target: Target, database: BenchDatabase, options: LoadOptions) {
  const { connections, warmUpMs, roundMs } = options;
  const pool = new Pool(target.process.url, { connections, pipelining: 1 });
  try {
    await send(pool, target, connections, warmUpMs);
    const before = await cpu(target, database);
    const startedAt = performance.now();
    const answered = await send(pool, target, connections, roundMs);
    const tookMs = performance.now() - startedAt;
    const after = await cpu(target, database);
    const each = (from: number | null, to: number | null) =>
      from === null || to === null || answered === 0 ? null : (to - from) / answered;
    return {
      perSecond: (answered / tookMs) * 1_000,
      cpuMs: each(before.server, after.server),
      postgresMs: each(before.postgres, after.postgres),
    };
  } finally {
    await pool.close();
  }
}

async function cpu({ process: { pid } }: Target, { postmaster }: BenchDatabase) {
  return { server: await cpuOf(pid), postgres: await cpuOfPostgres(postmaster) };
}

/** How many requests were answered. Throws on an answer that is none, so that nothing fast and wrong is counted. */
async function send(pool: Pool, target: Target, connections: number, forMs: number): Promise<number> {
  const endsAt = performance.now() + forMs;
  let answered = 0;
  async function sendOn(): Promise<void> {
    while (performance.now() < endsAt) {
      const body = target.next();
      if (body === null) return;
      const text = await ask(pool, target, body);
      if (text.includes('"errors"')) throw new Error(`${target.name} answers ${text.slice(0, 500)}`);
      answered += 1;
    }
  }
  await Promise.all(Array.from({ length: connections }, sendOn));
  return answered;
}

async function ask(pool: Pool, { name, path, headers }: Target, body: string): Promise<string> {
  const response = await pool.request({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.body.text();
  if (response.statusCode !== 200)
    throw new Error(`${name} answers ${response.statusCode}: ${text.slice(0, 500)}`);
  return text;
}

/** One answer, for comparing what is said. */
export async function askOnce(target: Target): Promise<string> {
  const pool = new Pool(target.process.url);
  try {
    return await ask(pool, target, target.next() ?? '');
  } finally {
    await pool.close();
  }
}
