import { globSync, readFileSync } from 'node:fs';
import { findBannedPhrases, readPhrases } from './style.ts';

/** What people read: texts and comments in code, the API's descriptions, documents. Benchmarks and the list of reasons are generated. */
const files = globSync([
  '{core,db,providers,flows,schema,workers,server,cli,web,sandbox,bench,setup,tests}/**/*.{ts,tsx,mjs}',
  'schema/schema.graphql',
  'docs/**/*.md',
  '*.md',
]).filter(
  (file) =>
    !/^(?:docs\/style[.]md|web\/gql\/|tests\/setup\/style[.]test|bench\/peers\/node_modules)/.test(file),
);

const phrases = readPhrases(readFileSync('docs/style.md', 'utf8'));
const found = files.flatMap((file) => findBannedPhrases(file, readFileSync(file, 'utf8'), phrases));
for (const { file, line, phrase, instead } of found) {
  console.error(`${file}:${line} says "${phrase}"; write "${instead}" (docs/style.md).`);
}
if (found.length > 0) process.exitCode = 1;
