import '../../setup/require-node.ts';
import { parseArgs } from 'node:util';
import type { ReportCheck } from '../../core/verification/report-facts.ts';
import { verifyLive } from './live-verification.ts';
import { ConfigProblem } from '../config/config-reader.ts';
import { toProxySettings, type ProxySettings } from '../config/proxy.ts';
import { useProxy } from '../config/use-proxy.ts';
import { StartupError } from '../config/startup-error.ts';

/** 0: the tenant can be managed; 1: something needs attention or blocks; 2: nothing was verified. */
const exitCodes = { ready: 0, needs_attention: 1, blocked: 1, running: 1 } as const;

function print({ status, key, title, message, next_steps: steps, evidence }: ReportCheck): void {
  console.log(`${status.toUpperCase().padEnd(8)}${key.padEnd(30)}${title}`);
  if (status === 'pass' || status === 'skip') return;
  console.log(`        ${message}`);
  for (const { kind, value } of evidence) console.log(`        ${kind}: ${value}`);
  for (const { label, url } of steps) console.log(`        -> ${label}: ${url}`);
}

function readProxy(url: string, except: string): ProxySettings | null {
  try {
    return toProxySettings(url.trim(), except);
  } catch (error) {
    throw error instanceof ConfigProblem ? new StartupError(`HTTPS_PROXY ${error.message}`) : error;
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const proxy = readProxy(process.env['HTTPS_PROXY'] ?? '', process.env['NO_PROXY'] ?? '');
  using _proxy = proxy && useProxy(proxy);
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort(new StartupError('Interrupted.')));
  const onCheck = values.json ? () => undefined : print;
  const { report, permissions } = await verifyLive(process.env, onCheck, interrupted.signal);
  if (values.json) console.log(JSON.stringify({ report, permissions }, null, 2));
  else {
    console.log(`\nOverall: ${report.summary.overall}\n`);
    for (const { permission, state } of permissions) console.log(`${state.padEnd(28)}${permission}`);
  }
  process.exitCode = exitCodes[report.summary.overall];
}

try {
  await main();
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 2;
}
