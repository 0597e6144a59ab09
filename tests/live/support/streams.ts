import { createClient as createSseClient } from 'graphql-sse';
import WebSocket from 'ws';
import type { ApiClient } from '../../support/api-client.ts';

export interface Answer {
  readonly message: string;
  readonly code: unknown;
}

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A socket that speaks the protocol by hand, so that a test sees every message and the code it is closed with. */
export interface RawSocket extends AsyncDisposable {
  readonly socket: WebSocket;
  send(message: object): void;
  next(): Promise<Message>;
  readonly closed: Promise<number>;
}

export async function openSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
  payload: object = {},
): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const messages: Message[] = [];
  let waiter: (() => void) | null = null;
  socket.on('message', (data) => {
    messages.push(JSON.parse((data as Buffer).toString('utf8')) as Message);
    waiter?.();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('error', () => undefined);
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  return {
    socket,
    closed,
    send: (message) => socket.send(JSON.stringify(message)),
    async next() {
      for (;;) {
        const message = messages.shift();
        if (message !== undefined) return message;
        if (socket.readyState === WebSocket.CLOSED) throw new Error('closed');
        await Promise.race([new Promise<void>((resolve) => (waiter = resolve)), closed]);
      }
    },
    async [Symbol.asyncDispose]() {
      socket.terminate();
      await closed;
    },
  };
}

/** What each transport says about a document: the errors' messages and codes. */
export async function askOverSocket(url: string, { headers }: ApiClient, query: string): Promise<Answer[]> {
  await using socket = await openSocket(url, headers);
  await socket.next();
  return await askOn(socket, query);
}

/** On a socket whose opening was acknowledged before. */
export async function askOn(socket: RawSocket, query: string): Promise<Answer[]> {
  socket.send({ id: '1', type: 'subscribe', payload: { query } });
  const { type, payload } = await socket.next();
  return toAnswers(type === 'error' ? { errors: payload } : payload);
}

export async function askOverEvents(url: string, { headers }: ApiClient, query: string): Promise<Answer[]> {
  const client = createSseClient({ url: `${url}/graphql/stream`, headers: { ...headers }, retryAttempts: 0 });
  try {
    for await (const result of client.iterate({ query })) return toAnswers(result);
    return [];
  } finally {
    client.dispose();
  }
}

export async function askOverHttp(client: ApiClient, query: string): Promise<Answer[]> {
  return toAnswers(await client.query(query));
}

function toAnswers(result: unknown): Answer[] {
  const { errors = [] } = result as { errors?: { message: string; extensions: { code?: unknown } }[] };
  return errors.map(({ message, extensions }) => ({ message, code: extensions.code }));
}
