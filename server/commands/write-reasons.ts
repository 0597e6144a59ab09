import { mkdirSync, writeFileSync } from 'node:fs';
import { toReasonsPage } from '../http/pages/reasons-page.ts';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/reasons.md', `${toReasonsPage().trimEnd()}\n`);
