#!/usr/bin/env node
import '../setup/require-node.ts';
import { ApiProblem } from './api.ts';
import { parseCommand, usage } from './arguments.ts';
import { report } from './report.ts';
import { exitCodes, verify } from './verify.ts';

/** As in sysexits.h: the command was used incorrectly. */
const exitUsage = 64;

async function main(): Promise<number> {
  const command = parseCommand(process.argv.slice(2), process.env);
  switch (command.kind) {
    case 'help':
      console.log(usage);
      return 0;
    case 'usage':
      console.error(`${command.problem}\n\n${usage}`);
      return exitUsage;
    case 'verify':
      return await verify(command);
    case 'report':
      return await report(command);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ApiProblem)) throw error;
  console.error(error.message);
  process.exitCode = exitCodes.failed;
}
