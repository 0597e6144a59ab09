import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Target } from './arguments.ts';

/** What the API said no to, or why it could not be reached, as a sentence for the terminal. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
}

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string }[];
}

export async function query<T>({ url, token }: Target, document: string, variables: object): Promise<T> {
  const response = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables }),
  });
  const answer = (await response.json().catch(() => ({}))) as Answer<T>;
  return dataOf(answer, `${url} answered ${response.status}, and not with GraphQL.`);
}

export async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new ApiProblem(`TenantAtlas cannot be reached at ${new URL(url).origin}.`, { cause: error });
  }
}

/**
 * Every event until the server completes the stream. A lost connection is taken up again on its own; the server then
 * begins with the state as it is, so events may repeat and none is missed.
 */
export async function* subscribe<T>(
  { url, token }: Target,
  document: string,
  variables: Record<string, unknown>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: Infinity,
    // Only a refusal of the credentials is final (4401, 4403); everything else may be a restart.
    shouldRetry: (event) => !isCloseEvent(event) || (event.code !== 4401 && event.code !== 4403),
  });
  const events = client.iterate<T>({ query: document, variables });
  const stop = () => void events.return?.();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const event of events) yield dataOf(event as Answer<T>, 'the subscription sent no data.');
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    throw new ApiProblem(
      isCloseEvent(error) ? 'The API token is not valid, was revoked, or has expired.' : describe(error),
    );
  } finally {
    signal.removeEventListener('abort', stop);
    await client.dispose();
  }
}

function dataOf<T>({ data, errors }: Answer<T>, otherwise: string): T {
  if (errors !== undefined) throw new ApiProblem(errors.map(({ message }) => message).join('\n'));
  if (data === undefined || data === null) throw new ApiProblem(otherwise);
  return data;
}

function isCloseEvent(event: unknown): event is { readonly code: number } {
  return typeof event === 'object' && event !== null && 'code' in event && typeof event.code === 'number';
}

function describe(error: unknown): string {
  if (Array.isArray(error)) return error.map(describe).join('\n');
  return error instanceof Error ? error.message : 'The subscription failed.';
}
