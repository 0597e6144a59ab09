import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startProduct } from './product.mjs';
import { tries } from './tries.mjs';

// Tries every client against the built program, prints one table, and keeps it in docs/clients.md.
const here = import.meta.dirname;
const { dependencies } = JSON.parse(await readFile(path.join(here, 'package.json'), 'utf8'));

await using product = await startProduct();
const { url, token } = product;
const headers = { Authorization: `Bearer ${token}` };
const runId = await findCompletedRun();
const rows = [];
for (const { client, tried, run } of tries) {
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
await writeFile(path.join(here, '../docs/clients.md'), page);
if (rows.some(([, , , result]) => result !== 'works')) process.exitCode = 1;

async function findCompletedRun() {
  const query = '{ viewer { workspaces { operationRuns(first: 1, status: [COMPLETED]) { nodes { id } } } } }';
  const answer = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`, { headers });
  return (await answer.json()).data.viewer.workspaces[0].operationRuns.nodes[0].id;
}
