import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** An error as a page shows it: what it means for the person, and the id that finds the log line. */
export interface Failure {
  readonly kind: 'not-found' | 'forbidden' | 'unauthenticated' | 'unreachable' | 'refused';
  readonly code: string | null;
  /** The API's own sentence; null when there was no answer of the API. */
  readonly message: string | null;
  readonly requestId: string | null;
  /** Of the input, where the API names the one that is wrong. */
  readonly field: string | null;
  /** Of the response, for an error that left the rest of the answer intact. */
  readonly path: readonly (string | number)[];
}

export function toFailures(error: unknown): Failure[] {
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors.map(({ message, extensions, path }) => {
      const code = textOf(extensions?.['code']);
      return {
        kind: kindOf(code),
        code,
        message,
        requestId: textOf(extensions?.['requestId']),
        field: textOf(extensions?.['field']),
        path: path ?? [],
      };
    });
  }
  const kind = ServerError.is(error) ? kindOfStatus(error.statusCode) : 'unreachable';
  return [{ kind, code: null, message: null, requestId: null, field: null, path: [] }];
}

/** The failure that stands for a page without data: any other one outweighs "not found", which may only follow from it. */
export function toFailure(error: unknown): Failure | null {
  const failures = toFailures(error);
  return failures.find(({ kind }) => kind !== 'not-found') ?? failures[0] ?? null;
}

function kindOf(code: string | null): Failure['kind'] {
  if (code === 'NOT_FOUND') return 'not-found';
  if (code === 'FORBIDDEN') return 'forbidden';
  if (code === 'UNAUTHENTICATED') return 'unauthenticated';
  return 'refused';
}

/** What a gateway says when no one behind it answers. */
const gatewayStatuses = [502, 503, 504];

/** An answer that is no GraphQL: 401 before it came that far, or something on the way that answered instead. */
function kindOfStatus(status: number): Failure['kind'] {
  if (status === 401) return 'unauthenticated';
  return gatewayStatuses.includes(status) ? 'unreachable' : 'refused';
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What is wrong with which field of an input, where the API says so (BAD_USER_INPUT); null where no field is named. */
export function toFieldProblem(error: unknown): ReadonlyMap<string, string> | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  const problems = error.errors.flatMap(({ message, extensions }) => {
    const field = textOf(extensions?.['field']);
    return field === null ? [] : [[field, message] as const];
  });
  return problems.length === 0 ? null : new Map(problems);
}
