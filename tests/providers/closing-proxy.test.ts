import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { request } from '../../providers/microsoft/graph/http.ts';
import { useProxy } from '../../server/config/use-proxy.ts';
import { systemClock } from '../../server/clock.ts';

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

/** The ways in which a proxy can fail to make a tunnel, each of which could be an invitation to try again at once. */
const proxies: Record<
  string,
  (socket: NodeJS.WritableStream & { destroy(): void; resetAndDestroy(): void }) => void
> = {
  'closes the connection': (socket) => socket.destroy(),
  'resets the connection': (socket) => socket.resetAndDestroy(),
  'ends the connection after half an answer': (socket) => socket.end('HTTP/1.1 200 Conn'),
  'answers 502': (socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'),
  'answers no HTTP': (socket) => socket.end('nonsense\r\n\r\n'),
  'makes a tunnel and closes it': (socket) => socket.end('HTTP/1.1 200 Connection established\r\n\r\n'),
};

it.each(Object.keys(proxies))('a proxy that %s is asked a few times for a request', async (name) => {
  let attempts = 0;
  const sockets = new Set<Duplex>();
  const proxy = createServer().listen(0, '127.0.0.1');
  proxy.on('connect', (_request, socket) => {
    attempts += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    proxies[name]?.(socket as never);
  });
  await once(proxy, 'listening');
  stack.defer(async () => {
    for (const socket of sockets) socket.destroy();
    proxy.closeAllConnections();
    proxy.close();
    await once(proxy, 'close');
  });
  stack.use(useProxy({ url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, except: '' }));
  const limits = {
    timeoutMs: 3_000,
    maxBytes: 1_000,
    signal: new AbortController().signal,
    now: systemClock,
  };
  const result = await request(fetch, 'https://graph.example/v1.0/organization', {}, limits);
  expect(result.kind).toBe('failure');
  expect(attempts).toBeGreaterThan(0);
  expect(attempts).toBeLessThanOrEqual(5);
});
