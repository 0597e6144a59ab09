import { glob, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** Where the machine's clock may be looked at: the server's, and the sandbox's, which stands for another machine. */
const homes = ['server/clock.ts', 'sandbox/state.ts'];

const floors = ['core', 'db', 'flows', 'providers', 'schema', 'workers', 'server', 'sandbox', 'cli'];

/** Column defaults are in db/tables and db/migrations, where nothing is decided. */
const exclude = ['db/tables/**', 'db/migrations/**', ...homes];

async function findLines(pattern: string, forbidden: RegExp): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(pattern, { exclude })) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      const isComment = /^\s*(\/\/|\/?\*)/.test(line);
      if (!isComment && forbidden.test(line)) found.push(`${file}:${index + 1}: ${line.trim()}`);
    }
  }
  return found;
}

it('nothing looks at the machine’s clock on its own: take the time as a parameter', async () => {
  const found = await findLines(`{${floors.join(',')}}/**/*.ts`, /\bDate\.now\b|\bnew Date\(\)/);
  expect(found).toEqual([]);
});

it('no statement asks the database what time it is: hand the time in', async () => {
  const asks =
    /(?<![.\w])now\(\)|\b(current_(timestamp|date|time)|localtimestamp|(clock|statement|transaction)_timestamp)\b/i;
  const found = await findLines('db/**/*.ts', asks);
  // The one place that does, and hands it in.
  expect(found.filter((line) => !line.startsWith('db/engine/database-clock.ts:'))).toEqual([]);
  expect(found).toHaveLength(1);
});
