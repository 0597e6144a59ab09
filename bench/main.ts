import { parseArgs } from 'node:util';
import { benchGrowth } from './growth/bench-growth.ts';
import { benchLatest } from './latest/bench-latest.ts';
import { benchLive } from './live/bench-live.ts';
import { benchPickup } from './pickup/bench-pickup.ts';
import type { BenchOptions, Row } from './row.ts';
import { benchStart } from './start/bench-start.ts';
import { benchSweep } from './sweep/bench-sweep.ts';
import { benchWeight } from './weight/bench-weight.ts';
import { openDatabase } from './world/database.ts';
import { benchWorstDocuments } from './worst-documents/bench-worst-documents.ts';

const usage = `npm run bench -- [<name> …] [--runs <n>] [--smoke] [--json]
npm run bench -- fill [--runs <n>]

Without a name, B1 to B7: latest start live pickup sweep growth weight. By name only: worst-documents.
--runs   rows of operation_runs in the database that is measured (100000)
--smoke  everything once and briefly: shows that it works, and nothing about speed
--json   one line of JSON instead of the table`;

/** B1 to B7, in this order. */
const benches: Readonly<Record<string, (options: BenchOptions) => Promise<readonly Row[]>>> = {
  latest: benchLatest,
  start: benchStart,
  live: benchLive,
  pickup: benchPickup,
  sweep: benchSweep,
  growth: benchGrowth,
  weight: benchWeight,
};

/** Enough for every path, and filled in seconds. */
const smokeRuns = 2_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100000' },
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const options: BenchOptions = {
  runs: values.smoke ? smokeRuns : Number(values.runs),
  smoke: values.smoke,
};
await main();

async function main(): Promise<void> {
  const problem = problemOf();
  if (values.help || problem !== null) {
    console.error(problem === null ? usage : `${problem}\n\n${usage}`);
    process.exitCode = problem === null ? 0 : 64;
  } else if (positionals.includes('fill')) {
    await using _database = await openDatabase(options.runs, console.error);
  } else if (positionals.includes('worst-documents')) {
    console.table(await benchWorstDocuments());
  } else {
    await measure(positionals.length === 0 ? Object.keys(benches) : positionals);
  }
}

async function measure(names: readonly string[]): Promise<void> {
  const rows: Row[] = [];
  for (const name of names) {
    console.error(`${name} …`);
    rows.push(...((await benches[name]?.(options)) ?? []));
  }
  if (values.json) console.log(JSON.stringify({ rows }));
  else console.table(rows);
}

function problemOf(): string | null {
  if (!Number.isSafeInteger(options.runs) || options.runs < 1) return '--runs takes a whole number.';
  const unknown = positionals.find((name) => !isKnown(name));
  return unknown === undefined ? null : `There is no benchmark ${unknown}.`;
}

function isKnown(name: string): boolean {
  return Object.hasOwn(benches, name) || name === 'fill' || name === 'worst-documents';
}
