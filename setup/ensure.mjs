// Comes before npm start, npm test and others. It is what makes one command enough on a fresh clone, so it runs on any
// Node from 20 on and uses no package.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { listStaleBuilds, runBuild } from './builds.mjs';
import { install, isInstalled } from './installation.mjs';
import { withSetupLock } from './lock.mjs';
import { requireRuntime, requireSupportedMachine } from './runtime.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const which = { programs: !process.argv.includes('--no-build') };

requireSupportedMachine();
if (!isReady()) await withSetupLock(setUp);
requireRuntime();

function isReady() {
  return isInstalled() && listStaleBuilds(which).length === 0;
}

/** Under the lock everything is looked at again: another process may have done it in the meantime. */
async function setUp() {
  if (!isInstalled()) await install();
  requireRuntime();
  for (const build of listStaleBuilds(which)) await runBuild(build);
}
