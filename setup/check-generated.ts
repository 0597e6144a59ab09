import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import codegen from '../codegen.ts';

/** What is generated and committed all the same: readers and reviewers see the API change in the diff. */
const generated = ['schema/schema.graphql', 'docs/reasons.md', ...Object.keys(codegen.generates)];

const before = readAll();
for (const script of ['schema', 'codegen', 'reasons']) {
  execFileSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'inherit'] });
}
const after = readAll();

const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (stale.length > 0) {
  console.error(`Out of date, and now generated anew; commit it:\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
}

function readAll(): Map<string, string> {
  return new Map(generated.flatMap(listFiles).map((file) => [file, readFileSync(file, 'utf8')]));
}

function listFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
