import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from './refuse.mjs';
import { runNpm } from './run-npm.mjs';

/** @typedef {{ name: string, sources: string[] }} Build `name` is the script build:<name>. */

const toolchain = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** @type {Build[]} */
const builds = [
  {
    name: 'server',
    sources: [
      ...['core', 'db', 'providers', 'flows', 'schema', 'workers', 'server', 'sandbox', 'cli', 'setup'],
      ...toolchain,
      'tsconfig.build.json',
    ],
  },
  { name: 'web', sources: ['web', ...toolchain] },
];

/** Those whose sources are not the ones that dist/ was built from: by content, as a clone gives every file a new date. */
export function listStaleBuilds() {
  return builds.filter((build) => readIfPresent(stampOf(build)) !== hashSources(build));
}

/** @param {Build} build */
export async function runBuild(build) {
  const started = performance.now();
  const hash = hashSources(build);
  console.error(`Building the ${build.name} …`);
  const { exitCode } = await runNpm(['run', '--silent', `build:${build.name}`]);
  if (exitCode !== 0)
    refuse(
      `The ${build.name} does not build, the compiler's words are above; put that right and start again.`,
    );
  mkdirSync('dist', { recursive: true });
  // The hash from before the build: a file saved meanwhile makes the next start build again.
  writeFileSync(stampOf(build), hash);
  console.error(`Built the ${build.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** @param {Build} build */
function stampOf(build) {
  return join('dist', `.built-${build.name}`);
}

/** @param {Build} build */
function hashSources(build) {
  const hash = createHash('sha256');
  for (const file of build.sources.flatMap(listFiles)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** @param {string} path */
function readIfPresent(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
