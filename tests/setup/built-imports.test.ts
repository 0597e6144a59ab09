import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The compiler writes .js where we write .ts, but in a function with `using` it leaves dynamic imports as they are. */
it('no built file imports a source file', () => {
  const files = globSync('{core,db,flows,providers,schema,workers,server,sandbox,cli}/**/*.js', {
    cwd: dist,
  });
  expect(files).toContain('server/main.js');
  const wrong = files.filter((file) =>
    /\b(import\(|from )['"]\.[^'"]*\.ts['"]/.test(readFileSync(join(dist, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});
