import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema as parseSchema } from 'graphql';
import { buildSchema, printSchemaFile } from '../build.ts';
import { toChangelog } from './to-changelog.ts';
import { toReferencePage } from './to-page.ts';

const root = new URL('../../', import.meta.url);
const released = readFileSync(new URL('tests/schema/released/schema.graphql', root), 'utf8');
const present = parseSchema(printSchemaFile(buildSchema()));
writeFileSync(new URL('docs/reference.html', root), toReferencePage(present));
writeFileSync(new URL('docs/api-changelog.md', root), toChangelog(parseSchema(released), present));
