import { benchLive } from './live/bench-live.ts';
import { benchWorstDocuments } from './worst-documents/bench-worst-documents.ts';

/** npm run bench -- <name>: a table for people on stdout, and its figures as JSON below it. */
const benches: Readonly<Record<string, () => Promise<readonly object[]>>> = {
  live: benchLive,
  'worst-documents': benchWorstDocuments,
};

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined)
    throw new Error(`There is no benchmark ${name}. There are: ${Object.keys(benches).join(', ')}.`);
  const rows = await bench();
  console.table(rows);
  console.log(JSON.stringify({ bench: name, rows }));
}
