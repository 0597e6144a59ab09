import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** How often Node looks for requests that take too long: so late after the limit they are cut off at most. */
const maxCheckMs = 5_000;

/** By then a request has to be here, head and body: one that trickles in holds a socket, and memory. */
export function patience(requestTimeoutMs: number) {
  return {
    requestTimeout: requestTimeoutMs,
    http: {
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(maxCheckMs, requestTimeoutMs),
      // Whatever else a client would like to speak, as curl --http2 does, it gets its answer in HTTP/1.1.
      shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
    },
  };
}

/**
 * By then an answer has to be read: until then all of it is kept here. Not Node's timeout of a socket, which begins anew with
 * whatever the client sends.
 */
export function cutOffUnread(http: FastifyInstance, answerTimeoutMs: number): void {
  http.addHook('onSend', ({ raw: { socket } }, { raw: response }, _payload, done) => {
    const timer = setTimeout(() => {
      if (!response.writableFinished) socket.destroy();
    }, answerTimeoutMs).unref();
    response.once('close', () => clearTimeout(timer));
    done();
  });
}
