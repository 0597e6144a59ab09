import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Generated, and committed so that a reviewer sees in the diff how the API or a reason changes; the reference is read without a server. */
const generated = [
  'schema/schema.graphql',
  'docs/reasons.md',
  'docs/reference.html',
  'docs/api-changelog.md',
];

const before = readAll();
for (const script of ['schema', 'reasons', 'reference']) {
  execFileSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'inherit'] });
}
const after = readAll();

const stale = generated.filter((_file, index) => before[index] !== after[index]);
if (stale.length > 0) {
  console.error(`Out of date and regenerated; commit:\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
}

function readAll(): string[] {
  return generated.map((file) => readFileSync(file, 'utf8'));
}
