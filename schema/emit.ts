import { writeFileSync } from 'node:fs';
import { buildSchema, printSchemaFile } from './build.ts';

writeFileSync(new URL('./schema.graphql', import.meta.url), printSchemaFile(buildSchema()));
