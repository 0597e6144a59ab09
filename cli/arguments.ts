import { parseArgs } from 'node:util';
import { commandNames, type CommandName } from './usage.ts';

export type Arguments =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'usage'; readonly problem: string }
  | { readonly kind: 'command'; readonly name: CommandName; readonly options: Options };

export interface Options {
  readonly operands: readonly string[];
  /** null: not said here. */
  readonly url: string | null;
  readonly token: string | null;
  readonly workspace: string | null;
  readonly tenants: readonly string[];
  readonly all: boolean;
  readonly file: string | null;
  readonly wait: boolean;
  /** Log in with the browser, also without a terminal. */
  readonly web: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly timeoutSeconds: number;
  readonly format: string;
  readonly search: string | null;
  readonly readiness: readonly string[];
  readonly limit: number;
}

/** A verification takes seconds; a quarter of an hour covers a long queue and Microsoft on a bad day. */
const defaultTimeoutSeconds = '900';
const defaultLimit = '20';
/** As many as one page of the API has. */
const mostRuns = 100;

export const optionTypes = {
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  url: { type: 'string' },
  token: { type: 'string' },
  workspace: { type: 'string' },
  tenant: { type: 'string', multiple: true, default: [] as string[] },
  all: { type: 'boolean', default: false },
  file: { type: 'string' },
  wait: { type: 'boolean', default: false },
  web: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', short: 'q', default: false },
  'no-color': { type: 'boolean', default: false },
  timeout: { type: 'string', default: defaultTimeoutSeconds },
  format: { type: 'string', default: 'json' },
  search: { type: 'string' },
  readiness: { type: 'string', multiple: true, default: [] as string[] },
  limit: { type: 'string', default: defaultLimit },
} as const;

export function parseArguments(argv: readonly string[]): Arguments {
  const parsed = parse(argv);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  const [given, ...operands] = positionals;
  if (values.version) return { kind: 'version' };
  if (values.help || given === undefined) return { kind: 'help' };
  const name = commandNames.find((known) => known === given);
  if (name === undefined) return wrong(`Unknown command: ${given}.`);
  const options = toOptions(operands, values);
  const problem = problemOf(name, options);
  return problem === null ? { kind: 'command', name, options } : wrong(problem);
}

type Values = Exclude<ReturnType<typeof parse>, string>['values'];

function toOptions(operands: readonly string[], values: Values): Options {
  const { url = null, token = null, workspace = null, file = null, search = null } = values;
  return {
    ...{ operands, url, token, workspace, file, search },
    tenants: values.tenant,
    all: values.all,
    wait: values.wait,
    web: values.web,
    json: values.json,
    quiet: values.quiet,
    color: !values['no-color'],
    timeoutSeconds: Number(values.timeout),
    format: values.format,
    readiness: values.readiness,
    limit: Number(values.limit),
  };
}

/** How many operands a command takes, where it is not none. */
const operandRules: Partial<Record<CommandName, string>> = {
  report: 'report takes one run id.',
  completion: 'completion takes one shell: bash, zsh, fish or powershell.',
};

/** What a command cannot do with what it was given. */
function problemOf(name: CommandName, options: Options): string | null {
  const { operands, tenants, all, file, timeoutSeconds, limit } = options;
  if (!(timeoutSeconds > 0)) return '--timeout must be a number of seconds.';
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRuns)
    return `--limit must be a number from 1 to ${mostRuns}.`;
  if (name === 'verify') {
    const ways = [operands.length + tenants.length > 0, all, file !== null].filter(Boolean);
    return ways.length === 1 ? null : 'verify takes tenants, --all or --file, but only one of the three.';
  }
  const rule = operandRules[name];
  if (rule !== undefined) return operands.length === 1 ? null : rule;
  return operands.length === 0 ? null : `${name} does not take ${operands.join(' ')}.`;
}

function wrong(problem: string): Arguments {
  return { kind: 'usage', problem };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: optionTypes });
  } catch (error) {
    // parseArgs says in a sentence which option it does not know or which value is missing.
    return error instanceof Error ? error.message : String(error);
  }
}
