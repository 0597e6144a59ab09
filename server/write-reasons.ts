import { mkdirSync, writeFileSync } from 'node:fs';
import { toReasonsPage } from './reasons-page.ts';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/reasons.md', `${toReasonsPage().trimEnd()}\n`);
