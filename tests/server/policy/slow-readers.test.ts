import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.ts';
import { startApiProcess } from '../../support/program/processes.ts';
import { startTestApp, testConfig, type TestApp } from '../../support/test-app.ts';
import { until } from '../../support/until.ts';

/** Clients that ask and do not read, or hang up at the worst moment. */

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

/** 8 MB: a system keeps half of it at most for a client that does not read. */
const largeAnswer = `{ reasonCatalog { ${'a'.repeat(80_000)}: code } }`;
const question = (headers: object, query: string) => {
  const body = JSON.stringify({ query });
  const lines = Object.entries({ host: 'x', 'content-type': 'application/json', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `POST /graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
const probe = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';

interface Stuck {
  readonly socket: Socket;
  isCut: boolean;
}

/** Has asked and started to read, and reads no further. */
async function stopReading(text: string, url = app.url): Promise<Stuck> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  const stuck = { socket, isCut: false };
  socket.on('error', () => (stuck.isCut = true)).on('close', () => (stuck.isCut = true));
  socket.write(text);
  await once(socket, 'readable');
  return stuck;
}

/** A side that has closed answers what is sent to it with a reset. */
const untilCut = (stuck: Stuck) =>
  until('the server to close', () => {
    if (!stuck.isCut) stuck.socket.write(probe);
    return Promise.resolve(stuck.isCut);
  });

it('an answer that is not read is cut off, whatever the client sends meanwhile', async () => {
  const policy = { ...testConfig().policy, answerTimeoutSeconds: 2 };
  await using own = await startTestApp({ policy, roles: new Set(['api']) });
  const { headers } = await own.as('readonly');
  await untilCut(await stopReading(question(headers, largeAnswer), own.url));
});

it('a person’s unread answers keep their next ones waiting, and no one else’s', async () => {
  const [readonly, owner] = [await app.as('readonly'), await app.as('owner')];
  const ask = async (who: ApiClient) => (await who.query('{ viewer { user { id } } }')).status;
  const text = question(readonly.headers, largeAnswer);
  const stuck = await Promise.all(Array.from({ length: 16 }, () => stopReading(text)));
  let isAnswered = false;
  const next = ask(readonly).finally(() => (isAnswered = true));
  for (let asked = 0; asked < 20; asked += 1) expect(await ask(owner)).toBe(200);
  expect(isAnswered).toBe(false);
  stuck[0]?.socket.destroy();
  expect(await next).toBe(200);
  for (const { socket } of stuck) socket.destroy();
});

const upgrade = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;

it('a socket that is refused is closed from here', async () => {
  const refused = await stopReading(upgrade('/nothing'));
  expect(String(refused.socket.read())).toContain('404 Not Found');
  await untilCut(refused);
});

it('what is no WebSocket is answered as if nothing else had been asked for', async () => {
  const text = probe.replace(
    'Host: x',
    'Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA',
  );
  const { socket } = await stopReading(text);
  expect(String(socket.read())).toMatch(/^HTTP\/1.1 200 /);
  socket.destroy();
});

it('whoever resets a socket that was refused ends nothing', async () => {
  const { program, url } = await startApiProcess(app);
  await using _program = program;
  for (const path of ['/nothing', '/graphql'])
    for (let tried = 0; tried < 3; tried += 1) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
      socket.write(upgrade(path).replace('Host: x', 'Host: x\r\nOrigin: https://elsewhere.example'));
      await once(socket, 'data');
      const closed = once(socket, 'close');
      socket.resetAndDestroy();
      await closed;
    }
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
}, 120_000);
