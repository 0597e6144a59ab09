import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const path = '.setup-lock';
const mine = `${path}.${process.pid}`;

/** Two processes that install or build at once would destroy each other's work. */
const pollMs = 200;
/** Longer than any installation: a lock of this age (ms) belongs to a process that is gone and whose pid is used again. */
const maximumAgeMs = 30 * 60_000;

/**
 * Runs `work` while no other process does.
 *
 * @param {() => Promise<void>} work
 */
export async function withSetupLock(work) {
  writeFileSync(mine, JSON.stringify({ pid: process.pid, since: Date.now() }));
  await take();
  rmSync(mine);
  const removeLock = () => rmSync(path, { force: true });
  // `work` may end the process.
  process.once('exit', removeLock);
  await work();
  process.removeListener('exit', removeLock);
  removeLock();
}

async function take() {
  let hasSaid = false;
  while (!linkUnlessTaken(mine, path)) {
    if (isAbandoned(readIfPresent(path))) clearAbandoned();
    else {
      if (!hasSaid) console.error('Another process is setting up this folder; waiting for it …');
      hasSaid = true;
      await delay(pollMs);
    }
  }
}

/** Of two processes that clear the same lock, the later one may have moved the earlier one's new lock: it goes back. */
function clearAbandoned() {
  const aside = `${mine}.abandoned`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (!isAbandoned(readIfPresent(aside))) linkUnlessTaken(aside, path);
  rmSync(aside, { force: true });
}

/** @param {string | null} content */
function isAbandoned(content) {
  if (content === null) return false;
  try {
    const { pid, since } = JSON.parse(content);
    return Date.now() - since > maximumAgeMs || !isRunning(pid);
  } catch {
    return true;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkUnlessTaken(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function readIfPresent(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
