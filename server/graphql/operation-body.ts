import type { FastifyRequest } from 'fastify';
import { badInput, Fault } from '../../core/fault.ts';
import { documentOf, type Source } from './persisted.ts';
import type { Policy } from './policy/policy.ts';

export interface OperationBody {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The operation in a POST's JSON or a GET's query string. Throws BAD_USER_INPUT with what is expected. */
export function readOperation(
  { method, body, query }: FastifyRequest,
  findListed: Policy['findListed'],
): OperationBody {
  if (Array.isArray(body)) throw batched();
  const source = ((method === 'GET' ? query : body) as Source | null | undefined) ?? {};
  const { operationName = null, variables = null } = source;
  const text = documentOf(source, findListed);
  if (text instanceof Fault) throw text;
  if (text === null) throw badInput('query', 'Send the GraphQL document as `query`.');
  if (operationName !== null && typeof operationName !== 'string')
    throw badInput('operationName', '`operationName` must be a string.');
  const read = toVariables(variables);
  if (read instanceof Fault) throw read;
  return { query: text, operationName: operationName || null, variables: read };
}

export function batched(): Fault {
  return new Fault('QUERY_TOO_COMPLEX', 'Send one operation per request.', { limit: 'batch' });
}

/** Variables as an object or, in a query string, as JSON; a Fault for everything else. */
export function toVariables(variables: unknown): Readonly<Record<string, unknown>> | Fault {
  const value: unknown = typeof variables === 'string' ? parseJson(variables) : variables;
  if (value instanceof Fault) return value;
  if (value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  return badInput('variables', '`variables` must be an object.');
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return badInput('variables', '`variables` must be JSON.');
  }
}
