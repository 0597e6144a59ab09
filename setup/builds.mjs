import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from './refuse.mjs';
import { runNpm } from './run-npm.mjs';

/** @typedef {{ name: string, script: string, output: string, sources: string[] }} Build */

const toolchain = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Types and documents for the web, from its queries and the schema. Not committed, and needed by whatever reads the web's
 * sources: lint, types, tests, the build.
 *
 * @type {Build}
 */
const codegen = {
  name: 'api-types',
  script: 'codegen',
  output: 'web/gql',
  sources: ['web', 'schema/schema.graphql', 'codegen.ts', ...toolchain],
};

/** @type {Build[]} */
const programs = [
  {
    name: 'server',
    script: 'build:server',
    output: 'dist',
    sources: [
      ...['core', 'db', 'providers', 'flows', 'schema', 'workers', 'server', 'sandbox', 'cli', 'setup'],
      ...toolchain,
      'tsconfig.build.json',
    ],
  },
  {
    name: 'web',
    script: 'build:web',
    output: 'dist',
    sources: ['web', 'schema/schema.graphql', 'codegen.ts', ...toolchain],
  },
];

/**
 * Those whose sources are not the ones that their output was made from: by content, as a clone gives every file a new date.
 *
 * @param {{ programs: boolean }} which
 */
export function listStaleBuilds(which) {
  return [codegen, ...(which.programs ? programs : [])].filter(
    (build) => readIfPresent(stampOf(build)) !== hashSources(build),
  );
}

/** @param {Build} build */
export async function runBuild(build) {
  const started = performance.now();
  const hash = hashSources(build);
  console.error(`Building ${build.name} …`);
  // Without the script's own pre-script, which makes what the first build has just made.
  const { exitCode } = await runNpm(['run', '--silent', '--ignore-scripts', build.script]);
  if (exitCode !== 0)
    refuse(`Building ${build.name} failed; the compiler's message is above. Fix the error and start again.`);
  mkdirSync(build.output, { recursive: true });
  // The hash from before the build: a file saved in the meantime makes the next start build again.
  writeFileSync(stampOf(build), hash);
  console.error(`Built ${build.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** @param {Build} build */
function stampOf(build) {
  return join(build.output, `.built-${build.name}`);
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
    .filter((file) => !file.startsWith(join(codegen.output, '/')))
    .sort();
}

/** @param {string} path */
function readIfPresent(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
