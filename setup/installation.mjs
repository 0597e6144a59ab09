import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { refuse } from './refuse.mjs';
import { runNpm } from './run-npm.mjs';

/**
 * Compares what the lockfile wants with npm's own note of what it has installed. npm writes that note last, so a broken-off
 * installation has none; and packages that a developer has just added with `npm install` are not thrown away.
 */
export function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (wanted === null)
    refuse('package-lock.json is missing or damaged; get it back with: git checkout package-lock.json');
  if (present === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    // Optional packages are left out where they do not fit the machine.
    return found ? found.version === entry.version && found.integrity === entry.integrity : isOptional(entry);
  });
}

/** Often enough for whoever is waiting (ms). */
const progressEveryMs = 2_000;

export async function install() {
  const started = performance.now();
  console.error('Installing packages from the lockfile (half a minute to three on the first start) …');
  const progress = setInterval(tellProgress(), progressEveryMs);
  const { exitCode, errors } = await runNpm([
    'ci',
    '--ignore-scripts',
    // Said here, because settings in the environment of a server or a CI often say the contrary.
    '--include=dev',
    '--include=optional',
    '--engine-strict=false',
    // Without a network npm would try for minutes (ms).
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=5000',
  ]);
  clearInterval(progress);
  if (exitCode !== 0) refuse(explain(errors));
  console.error(`Installed in ${Math.round((performance.now() - started) / 1000)} s.`);
}

/** npm itself says nothing until its end. It unpacks each package where it belongs: so many of them are there. */
function tellProgress() {
  const wanted = Object.entries(readPackages('package-lock.json') ?? {});
  const paths = wanted.filter(([path, entry]) => path !== '' && !isOptional(entry)).map(([path]) => path);
  let told = 0;
  return () => {
    const present = paths.filter((path) => existsSync(join(path, 'package.json'))).length;
    if (present > told) console.error(`… ${present} of ${paths.length} packages`);
    told = present;
  };
}

/** @param {string} errors */
function explain(errors) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(errors)) {
    return 'npm cannot reach its registry: connect to the internet, or name a mirror with "npm config set registry", and start again.';
  }
  if (/ENOSPC/.test(errors))
    return 'The disk is full: the packages need about 1.5 GB. Free some space and start again.';
  if (/EACCES|EPERM|EROFS/.test(errors)) {
    return 'npm may not write here: start as the owner of this folder, or clone it into a folder of your own.';
  }
  return 'npm ci has failed, its own words are above; put that right and start again.';
}

/** @param {string} path */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {{ optional?: boolean, devOptional?: boolean, peer?: boolean }} entry */
function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true;
}
