import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

export interface GraphQLAnswer {
  readonly status: number;
  // Tests look into answers of every shape; what they expect there is what they assert.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  /** The body as it came, for comparing answers to the byte. */
  readonly text: string;
}

/** One signed-in person or script over real HTTP and a real WebSocket. */
export interface ApiClient extends AsyncDisposable {
  readonly headers: Readonly<Record<string, string>>;
  query(document: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer>;
  /** Ends when the server completes the stream; leave the loop to unsubscribe. */
  subscribe(document: string, variables?: Record<string, unknown>): AsyncIterableIterator<GraphQLAnswer>;
}

export function createApiClient(url: string, headers: Readonly<Record<string, string>>): ApiClient {
  let socket: Client | null = null;
  const openSocket = () =>
    (socket ??= createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers });
        }
      },
      connectionParams:
        headers['authorization'] === undefined ? {} : { authorization: headers['authorization'] },
      retryAttempts: 0,
    }));
  return {
    headers,
    async query(query, variables = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return {
        ...(JSON.parse(text) as Omit<GraphQLAnswer, 'status' | 'text'>),
        status: response.status,
        text,
      };
    },
    subscribe: (query, variables = {}) =>
      openSocket().iterate({ query, variables }) as unknown as AsyncIterableIterator<GraphQLAnswer>,
    async [Symbol.asyncDispose]() {
      await socket?.dispose();
    },
  };
}

/** Signs in as one of the demo people. */
export async function signIn(url: string, email: string): Promise<ApiClient> {
  const response = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`signing in as ${email} answered ${response.status}`);
  return createApiClient(url, { cookie: cookie.split(';')[0] ?? '' });
}
