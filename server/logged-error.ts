export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
  readonly [fact: string]: unknown;
}

/** Of PostgreSQL's answer: which rule and which table, never which row. */
const facts = [
  'severity',
  'schema_name',
  'table_name',
  'column_name',
  'constraint_name',
  'routine',
  'status',
] as const;

/**
 * What of an error is written down. By name, not whatever it carries: errors carry statements with their parameters
 * (customers' names, digests, sealed payloads), bytes as they came, requests with their headers.
 */
export function toLoggedError(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'a value that is not an error was thrown' };
  const type = error.name === 'Error' ? error.constructor.name : error.name;
  const code: unknown = Reflect.get(error, 'code');
  const message = messageOf(error, code);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type,
    message,
    ...(typeof code === 'string' && { code }),
    ...Object.fromEntries(
      facts.flatMap((name) => {
        const value: unknown = Reflect.get(error, name);
        return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
      }),
    ),
    ...(frames.length > 0 && { stack: [`${type}: ${message}`, ...frames].join('\n') }),
    ...(error.cause !== undefined && { cause: toLoggedError(error.cause) }),
  };
}

/** SQLSTATE classes whose messages repeat what was sent: data exceptions, and syntax errors near a piece of it. */
const repeatsValues = /^(22|42601)/;

function messageOf({ message }: Error, code: unknown): string {
  // drizzle's: "Failed query: … params: …". The statement has placeholders and is what finds the bug.
  const [statement = ''] = message.split(/\n?params:/, 1);
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || !repeatsValues.test(code)) return statement;
  return statement.split(/[:"]/, 1)[0]?.trim() ?? '';
}
