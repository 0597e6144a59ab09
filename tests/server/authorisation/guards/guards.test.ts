import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { guards } from './guards.ts';

/** What guards.slow.test.ts takes away has to be there: a guard that was rewritten must be written here again. */
const edits = guards.flatMap((guard) => ('edits' in guard ? guard.edits : []));

it.each(edits)('a guard stands once in %s: %s', async (file, find) => {
  const text = await readFile(new URL(`../../../../${file}`, import.meta.url), 'utf8');
  expect(text.split(find)).toHaveLength(2);
});
