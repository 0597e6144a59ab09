import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { describeAddress } from '../db/engine/sessions/address.ts';
import { demoPeople } from '../db/seed/world.ts';
import { startApp, type App } from './app.ts';
import { parseConfig, type Config } from './config/config.ts';
import { prepareDatabase } from './config/database.ts';
import type { ProxySettings } from './config/proxy.ts';
import { endOnUnownedError } from './last-resort.ts';
import { createLog, takeOverConsole } from './log.ts';
import { explainDatabaseError, StartupError } from './config/startup-error.ts';
import { listenForStop } from './stop-signal.ts';
import { letYoungGenerationGrow } from './young-generation.ts';

/** How long (ms) a start that is to be broken off may still take to notice. */
const breakOffMs = 4_000;

async function main(): Promise<void> {
  const stop = listenForStop();
  const parsed = parseConfig(process.env);
  if (parsed.kind === 'invalid') throw new StartupError(parsed.problems.join('\n'));
  const { config } = parsed;
  const log = createLog(config.logLevel);
  takeOverConsole(log);
  endOnUnownedError(log);
  for (const warning of config.warnings) log.warn(warning);

  await using stack = new AsyncDisposableStack();
  if (config.proxy !== null) stack.use(await openProxy(config.proxy));
  const starting = start(config, log, stack, stop.signal);
  const isStarted = await Promise.race([starting.then(() => true), stop.asked.then(() => false)]);
  log.info({ signal: await stop.asked }, 'stopping');
  if (isStarted) return;
  // A failure now is what we wanted: nothing is to start any longer.
  await Promise.race([starting.catch(() => undefined), delay(breakOffMs)]);
  await stack.disposeAsync();
  process.exit(0);
}

/** Outside of main: next to `using` the compiler leaves the name of the file as it is, and the built program has no such file. */
async function openProxy(settings: ProxySettings) {
  const { useProxy } = await import('./config/use-proxy.ts');
  return useProxy(settings);
}

async function start(
  config: Config,
  log: Logger,
  stack: AsyncDisposableStack,
  stopping: AbortSignal,
): Promise<void> {
  const { connection } = stack.use(
    await prepareDatabase(config, (sentence, level) => log[level](sentence), stopping),
  );
  try {
    const app = stack.use(await startApp({ config, connection, log, webRoot: webRoot(), stopping }));
    letYoungGenerationGrow();
    greet(config, app);
  } catch (error) {
    throw explainDatabaseError(error, describeAddress(connection));
  }
}

/** dist/server and server lie at different depths below the package. */
function webRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const isBuilt = path.basename(path.dirname(here)) === 'dist';
  return isBuilt ? path.join(here, '../web') : path.join(here, '../dist/web');
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

/** A sentence for a person at a terminal, a line of the log for everything else that reads stderr. */
function sayWhyNot(error: unknown): void {
  const sentence = error instanceof StartupError ? error.message : null;
  if (sentence !== null && process.stderr.isTTY) process.stderr.write(`${sentence}\n`);
  else if (sentence !== null) for (const line of sentence.split('\n')) createLog('info').fatal(line);
  else createLog('info').fatal({ err: error }, 'the program exits because of a bug');
}

try {
  await main();
} catch (error) {
  sayWhyNot(error);
  process.exitCode = 1;
}
