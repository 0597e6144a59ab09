import { Problem, unavailable } from './problems.ts';

export interface Target {
  /** Origin of the program's API. */
  readonly url: string;
  readonly token: string;
}

interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphqlError[];
}

export async function query<T>({ url, token }: Target, document: string, variables: object): Promise<T> {
  const response = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables }),
  });
  const answer = (await response.json().catch(() => ({}))) as Answer<T>;
  return dataOf(answer, `${url} did not answer with GraphQL (HTTP ${response.status}).`);
}

/** Rejects with a sentence when there is no answer, or one of a server that cannot work now. */
export async function request(url: string, init: RequestInit): Promise<Response> {
  const origin = new URL(url).origin;
  try {
    const response = await fetch(url, init);
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    // A proxy answers for a server that is away; what TenantAtlas says itself is JSON with a sentence in it.
    if (response.status >= 500 && !isJson) throw unavailable(`${origin} answered ${response.status}.`);
    return response;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unavailable(`TenantAtlas cannot be reached at ${origin}.`, error);
  }
}

const passing = new Set(['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR']);

export function dataOf<T>({ data, errors }: Answer<T>, otherwise: string): T {
  if (errors !== undefined) {
    const message = errors.map((error) => error.message).join('\n');
    const passes = errors.some(({ extensions }) => passing.has(extensions?.code ?? ''));
    throw passes ? unavailable(message) : new Problem(message);
  }
  if (data === undefined || data === null) throw unavailable(otherwise);
  return data;
}
