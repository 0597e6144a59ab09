import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { assistants } from './assistants.mjs';
import { commandLine, pipelines } from './command-line.mjs';
import { startProduct } from './product.mjs';
import { tries } from './tries.mjs';
import { typed } from './typed.mjs';

// Tries every client against the built program, prints one table, and keeps it in docs/clients.md; with --check it compares
// that page instead.
const here = import.meta.dirname;
const { dependencies } = JSON.parse(await readFile(path.join(here, 'package.json'), 'utf8'));

await using product = await startProduct();
const { url, token } = product;
const headers = { Authorization: `Bearer ${token}` };
await mkdir(path.join(here, 'tried'), { recursive: true });
const runId = await findCompletedRun();
const rows = [];
for (const { client, tried, run } of [...tries, ...typed, ...assistants, ...commandLine, ...pipelines]) {
  const result = await run({ url, headers, runId }).then(
    () => 'works',
    (error) => `fails: ${String(error.message).split('\n')[0]}`,
  );
  rows.push([client, dependencies[client] ?? '', tried, result]);
}

const head = ['client', 'version', 'tried', 'result'];
const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
console.log(table);
const page = `# Clients

Each with its defaults, against the built program. \`npm run test:clients\` tries them again and writes this page.

${table}
`;
const kept = path.join(here, '../docs/clients.md');
const isStale = process.argv.includes('--check') && (await readFile(kept, 'utf8')) !== page;
if (isStale) console.error('docs/clients.md says something else: run npm run test:clients and commit it.');
if (!process.argv.includes('--check')) await writeFile(kept, page);
if (isStale || rows.some(([, , , result]) => result !== 'works')) process.exitCode = 1;

async function findCompletedRun() {
  const query = '{ viewer { workspaces { operationRuns(first: 1, status: [COMPLETED]) { nodes { id } } } } }';
  const answer = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`, { headers });
  return (await answer.json()).data.viewer.workspaces[0].operationRuns.nodes[0].id;
}
