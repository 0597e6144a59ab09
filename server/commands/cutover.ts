import '../../setup/require-node.ts';
import { parseArgs } from 'node:util';
import { cloudNames, isCloudName, type CloudName } from '../../core/clouds.ts';
import {
  cutOverCredentials,
  type CutoverReport,
  type CutoverStep,
} from '../../flows/connections/cut-over-credentials.ts';
import { systemClock } from '../clock.ts';
import { openOperatorTools, runOperatorCommand } from './operator-command.ts';

const usage = `Usage: npm run -s cutover -- [--apply] [--cloud <name>]

Moves tenants' legacy credentials (app_client_id, app_client_secret, app_certificate_thumbprint, app_notes) into provider
connections and encrypted credentials. Without --apply nothing is changed and the report says what would be. The legacy
columns stay as they are. Safe to repeat. --cloud: ${cloudNames.join(', ')}; global when left out.`;

/** As in sysexits.h: the command was used incorrectly. */
const exitUsage = 64;

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(`${options}\n\n${usage}`);
    return exitUsage;
  }
  await using tools = await openOperatorTools(process.env, 'tenantatlas-cutover');
  const reports = await cutOverCredentials({ ...tools, ...options, now: systemClock });
  print(reports, options.apply);
  return reports.some(({ steps }) => steps.some(({ kind }) => kind === 'impossible')) ? 1 : 0;
}

function print(reports: readonly CutoverReport[], apply: boolean): void {
  if (!apply) console.log('Dry run: nothing was changed. Add --apply to make the changes.\n');
  const words = { change: apply ? 'done' : 'to do', already: 'unchanged', impossible: 'not possible' };
  for (const { tenantId, name, steps } of reports) {
    console.log(`Tenant ${tenantId}, ${name}`);
    for (const { kind, text } of steps) console.log(`  ${words[kind]}: ${text}`);
  }
  const count = (kind: CutoverStep['kind']) =>
    reports.flatMap(({ steps }) => steps).filter((step) => step.kind === kind).length;
  console.log(
    `\n${reports.length} tenants with legacy credentials; ${count('change')} ${words.change}, ` +
      `${count('already')} ${words.already}, ${count('impossible')} ${words.impossible}. The legacy columns were not changed.`,
  );
}

/** A sentence about what is wrong with the arguments, or what is asked for. */
function parseOptions(argv: readonly string[]): { apply: boolean; cloud: CloudName } | string {
  const values = parseValues(argv);
  if (typeof values === 'string') return values;
  const { apply, cloud } = values;
  return isCloudName(cloud) ? { apply, cloud } : `--cloud must be one of: ${cloudNames.join(', ')}.`;
}

function parseValues(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        apply: { type: 'boolean', default: false },
        cloud: { type: 'string', default: 'global' },
      },
    }).values;
  } catch (error) {
    // parseArgs says in a sentence which option it does not know or which value is missing.
    return error instanceof Error ? error.message : String(error);
  }
}

await runOperatorCommand(main);
