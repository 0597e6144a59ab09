import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { refuse } from './refuse.mjs';

/** What this script itself needs. npm brings the Node that runs everything else, see requireRuntime. */
const minimumMajor = 20;

export function requireSupportedMachine() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < minimumMajor) {
    refuse(
      `TenantAtlas needs Node ${minimumMajor} or newer to set itself up, and this is ${process.version}: https://nodejs.org has it.`,
    );
  }
  if (process.platform === 'win32') {
    refuse(
      'TenantAtlas runs on Linux and macOS; on Windows start it inside WSL: https://learn.microsoft.com/windows/wsl/install.',
    );
  }
  const isSupported =
    ['linux', 'darwin'].includes(process.platform) && ['x64', 'arm64'].includes(process.arch);
  if (!isSupported) {
    refuse(
      `TenantAtlas runs on Linux and macOS, each on x64 or arm64, not on ${process.platform}-${process.arch}.`,
    );
  }
}

const packaged = 'node_modules/.bin/node';

/** `AsyncDisposableStack` came with 24. On Linux npm installs 24 as node_modules/.bin/node; for macOS there is no such package. */
export function requireRuntime() {
  linkPackagedNode();
  const version = readVersion(existsSync(packaged) ? packaged : process.execPath);
  if (version === null) {
    refuse(
      'The Node that npm has installed does not run here, as on Alpine (musl); use a Linux with glibc such as Debian or Ubuntu.',
    );
  }
  const [major] = version.split('.').map(Number);
  if (major >= 24) return;
  refuse(
    process.platform === 'linux'
      ? `npm has not installed the package node-linux-${process.arch} that brings Node 24; run: npm ci --include=optional`
      : `TenantAtlas needs Node 24 or newer on the PATH, and this is v${version}: https://nodejs.org has it.`,
  );
}

/** npm 10 sets this link and takes it away again with the package for the other processor, which has a bin of the same name. */
function linkPackagedNode() {
  const binary = `node-linux-${process.arch}/bin/node`;
  if (existsSync(packaged) || !existsSync(`node_modules/${binary}`)) return;
  try {
    symlinkSync(`../${binary}`, packaged);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** @param {string} node */
function readVersion(node) {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .slice(1);
  } catch {
    return null;
  }
}
