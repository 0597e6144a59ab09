import '../setup/require-node.ts';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoPeople } from '../db/seed/world.ts';
import { startApp, type App } from './app.ts';
import { parseConfig, type Config } from './config/config.ts';
import { prepareDatabase } from './config/database.ts';
import { createLog } from './log.ts';
import { useProxy } from './config/proxy.ts';
import { StartupError } from './config/startup-error.ts';

async function main(): Promise<void> {
  const parsed = parseConfig(process.env);
  if (parsed.kind === 'invalid') throw new StartupError(parsed.problems.join('\n'));
  const { config } = parsed;
  const log = createLog(config.logLevel);
  for (const warning of config.warnings) log.warn(warning);
  const stopped = waitForStopSignal();

  await using stack = new AsyncDisposableStack();
  if (config.proxy !== null) stack.use(useProxy(config.proxy));
  const { connection } = stack.use(await prepareDatabase(config, (sentence) => log.info(sentence)));
  const app = stack.use(await startApp({ config, connection, log, webRoot: webRoot() }));
  greet(config, app);
  log.info({ signal: await stopped }, 'stopping');
  endInTime();
}

/** Most supervisors kill after ten seconds; a database that hangs must not turn a stop into a kill without a word. */
const longestStopMs = 9_500;

function endInTime(): void {
  setTimeout(() => {
    console.error(`Not everything could be stopped within ${longestStopMs / 1_000} s.`);
    process.exit(1);
  }, longestStopMs).unref();
}

/** dist/server/main.js and server/main.ts lie at different depths below the package. */
function webRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const isBuilt = path.basename(path.dirname(here)) === 'dist';
  return isBuilt ? path.join(here, '../web') : path.join(here, '../dist/web');
}

function waitForStopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}

function greet({ publicUrl, demo }: Config, { address }: App): void {
  if (address === null) return console.log('TenantAtlas is running. Ctrl-C stops it.');
  console.log(`\nTenantAtlas is running at ${publicUrl}\n`);
  if (demo) {
    console.log('Sign in as one of:');
    for (const { email, about } of demoPeople) console.log(`  ${email.padEnd(30)} ${about}`);
    console.log(`
From a script:
  TOKEN=$(npm run -s token -- --user operator@northwind.example)
  curl -s ${publicUrl}/graphql -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\
    -d '{"query":"{ viewer { workspaces { name verificationOverview { ready needsAttention blocked total } } } }"}'
`);
  }
  console.log('Ctrl-C stops it.');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}
