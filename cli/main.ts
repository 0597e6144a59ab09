#!/usr/bin/env node
import { parseArguments, type Options } from './arguments.ts';
import { completion } from './commands/completion.ts';
import { login, logout } from './commands/login.ts';
import { report } from './commands/report.ts';
import { runs } from './commands/runs.ts';
import { tenants } from './commands/tenants.ts';
import { verify } from './commands/verify.ts';
import { watch } from './commands/watch.ts';
import { findTarget, type Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import manifest from './package.json' with { type: 'json' };
import { Problem } from './problems.ts';
import { pathOfLogins } from './login/stored-logins.ts';
import { createTerminal } from './terminal.ts';
import { usage, type CommandName } from './usage.ts';

const commands: Readonly<Record<CommandName, (context: Context) => number | Promise<number>>> = {
  verify,
  tenants,
  runs,
  watch,
  report,
  login,
  logout,
  completion,
};

async function main(): Promise<number> {
  const given = parseArguments(process.argv.slice(2));
  switch (given.kind) {
    case 'help':
      console.log(usage);
      return 0;
    case 'version':
      console.log(manifest.version);
      return 0;
    case 'usage':
      console.error(`${given.problem}\n\n${usage}`);
      return exitCodes.usage;
    case 'command':
      return await commands[given.name](await toContext(given.options));
  }
}

async function toContext(options: Options): Promise<Context> {
  const path = pathOfLogins(process.env);
  return {
    options,
    terminal: createTerminal(options, process.env),
    ...(await findTarget(options, process.env, path)),
    pathOfLogins: path,
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  // Node's own exit code for an error is 1, which says that a tenant needs attention.
  process.exitCode = error instanceof Problem ? error.exitCode : exitCodes.ownFault;
  console.error(error instanceof Problem ? error.message : error);
}
