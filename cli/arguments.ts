import { parseArgs } from 'node:util';

export interface Target {
  /** Origin of the program's API. */
  readonly url: string;
  readonly token: string;
}

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'usage'; readonly problem: string }
  | {
      readonly kind: 'verify';
      readonly target: Target;
      readonly tenant: string;
      readonly wait: boolean;
      readonly json: boolean;
      readonly timeoutSeconds: number;
    }
  | { readonly kind: 'report'; readonly target: Target; readonly runId: string; readonly format: string };

export const usage = `Usage:
  tenantatlas verify --tenant <id, external id, GUID or name> [--wait] [--json] [--timeout <seconds>]
  tenantatlas report <run id> [--format json|csv|junit|sarif|html]

Options for both:
  --url <address>    where TenantAtlas runs; else TENANTATLAS_URL, else http://127.0.0.1:4000
  --token <token>    an API token; else TENANTATLAS_TOKEN (better: arguments can be seen by other users)

Progress goes to stderr, the result to stdout. Exit codes of verify --wait:
  0 ready   1 needs attention   2 blocked   3 could not be verified   64 wrong usage
`;

/** A verification takes seconds; a quarter of an hour covers a long queue and Microsoft on a bad day. */
const defaultTimeoutSeconds = '900';

export function parseCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  const parsed = parse(argv);
  if (typeof parsed === 'string') return { kind: 'usage', problem: parsed };
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  if (values.help || name === undefined) return { kind: 'help' };

  const url = values.url ?? environment['TENANTATLAS_URL'] ?? 'http://127.0.0.1:4000';
  const token = values.token ?? environment['TENANTATLAS_TOKEN'];
  if (!URL.canParse(url) || !/^https?:/.test(url))
    return usageProblem('--url must be an address like https://tenantatlas.example.');
  if (token === undefined) return usageProblem('Pass an API token with --token or TENANTATLAS_TOKEN.');
  const target = { url: new URL(url).origin, token };

  switch (name) {
    case 'report':
      return toReport(target, rest, values.format);
    case 'verify':
      return toVerify(target, rest, values);
    default:
      return usageProblem(`Unknown command: ${name}.`);
  }
}

function toReport(target: Target, operands: readonly string[], format: string): Command {
  const [runId] = operands;
  if (runId === undefined || operands.length > 1) return usageProblem('report takes one run id.');
  return { kind: 'report', target, runId, format };
}

function toVerify(
  target: Target,
  operands: readonly string[],
  { tenant, wait, json, timeout }: { tenant?: string; wait: boolean; json: boolean; timeout: string },
): Command {
  if (operands.length > 0) {
    return usageProblem(`verify does not take ${operands.join(' ')}; name the tenant with --tenant.`);
  }
  if (tenant === undefined) return usageProblem('verify needs --tenant.');
  const timeoutSeconds = Number(timeout);
  if (!(timeoutSeconds > 0)) return usageProblem('--timeout must be a number of seconds.');
  return { kind: 'verify', target, tenant, wait, json, timeoutSeconds };
}

function usageProblem(problem: string): Command {
  return { kind: 'usage', problem };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        url: { type: 'string' },
        token: { type: 'string' },
        tenant: { type: 'string' },
        wait: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        timeout: { type: 'string', default: defaultTimeoutSeconds },
        format: { type: 'string', default: 'json' },
      },
    });
  } catch (error) {
    // parseArgs says in a sentence which option it does not know or which value is missing.
    return error instanceof Error ? error.message : String(error);
  }
}
