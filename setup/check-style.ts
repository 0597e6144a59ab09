import { globSync, readFileSync } from 'node:fs';
import { findBannedPhrases, readPhrases } from './style.ts';

/** What people read: texts in code, the API's descriptions, documents. Benchmarks and the list of reasons are generated. */
const files = globSync([
  '{core,db,providers,flows,schema,workers,server,cli,web}/**/*.{ts,tsx}',
  'schema/schema.graphql',
  'docs/**/*.md',
  '*.md',
]).filter((file) => file !== 'docs/style.md' && !file.startsWith('web/gql/'));

const phrases = readPhrases(readFileSync('docs/style.md', 'utf8'));
const found = files.flatMap((file) => findBannedPhrases(file, readFileSync(file, 'utf8'), phrases));
for (const { file, line, phrase, instead } of found) {
  console.error(`${file}:${line} says "${phrase}"; write "${instead}" (docs/style.md).`);
}
if (found.length > 0) process.exitCode = 1;
