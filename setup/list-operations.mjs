import { writeFileSync } from 'node:fs';

// For a server that answers listed operations only: what the command line sends is on every list. The viewer's build writes
// its own (web/build/graphql-documents.ts).
const compiled = new URL('../dist/cli/documents.js', import.meta.url);
const { documents } = await import(compiled.href);
writeFileSync('dist/cli/operations.json', JSON.stringify(Object.values(documents)));
