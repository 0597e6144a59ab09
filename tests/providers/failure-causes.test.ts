import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { causeOf } from '../../providers/microsoft/graph/failure-cause.ts';
import { request } from '../../providers/microsoft/graph/http.ts';
import { failureRefusal } from '../../providers/microsoft/reasons/reasons.ts';
import { reasons, type ReasonCode } from '../../core/reasons/reasons.ts';
import { sentenceFor } from '../../core/reasons/sentences.ts';
import { useProxy } from '../../server/config/use-proxy.ts';
import { refusingPort } from '../support/program/free-port.ts';
import { createTestCertificate } from './support/self-signed.ts';
import { systemClock } from '../../server/clock.ts';

afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

const servers: AsyncDisposable[] = [];

/** A port that does with each connection what it is told. */
async function listen(server: net.Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push({
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy that answers CONNECT so. */
function proxyThat(answers: (socket: net.Socket) => void): Promise<number> {
  const proxy = http.createServer();
  proxy.on('connect', (_request, socket) => {
    socket.on('error', () => undefined);
    answers(socket as net.Socket);
  });
  return listen(proxy);
}

async function ask(url: string, timeoutMs = 3_000) {
  const { signal } = new AbortController();
  const result = await request(fetch, url, {}, { timeoutMs, maxBytes: 1_000, signal, now: systemClock });
  if (result.kind === 'reply') throw new Error(`${url} has answered`);
  const { reason, pointers } = failureRefusal(result);
  return { reason, ...Object.fromEntries(pointers.map(({ kind, value }) => [kind, value])) };
}

/** Never resolved: the proxy is asked for it, and the proxy is on this machine. */
const microsoft = 'https://login.microsoftonline.invalid/x';

describe('through a proxy', () => {
  const through = async (port: number, host = '127.0.0.1') => {
    using _proxy = useProxy({ url: `http://${host}:${port}`, except: '' });
    return await ask(microsoft);
  };
  const answer = (text: string) => proxyThat((socket) => socket.end(text));
  const refuse = (status: string) => answer(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`);

  test('that wants a password', async () => {
    expect(await through(await refuse('407 Proxy Authentication Required'))).toMatchObject({
      reason: 'proxy.authentication_required',
      host: 'login.microsoftonline.invalid',
      proxy_status: '407',
    });
  });

  test('that does not let Microsoft through', async () => {
    const refused = { reason: 'proxy.bad_answer', proxy_status: '403' };
    expect(await through(await refuse('403 Forbidden'))).toMatchObject(refused);
  });

  test('that answers with a page of its own', async () => {
    const page = await answer(
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html>Please sign in</html>',
    );
    expect(await through(page)).toMatchObject({ reason: 'proxy.bad_answer' });
  });

  test('that is not running', async () => {
    expect(await through(refusingPort)).toMatchObject({
      reason: 'proxy.unreachable',
      error_code: 'ECONNREFUSED',
    });
  });

  test('that has no address', async () => {
    expect(await through(8080, 'proxy.invalid')).toMatchObject({
      reason: 'proxy.unreachable',
      error_code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  test('that inspects TLS with a certificate no one here trusts', async () => {
    const { certificatePem: cert, privateKeyPem: key } = createTestCertificate();
    const inspecting = await proxyThat((socket) => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      new tls.TLSSocket(socket, { isServer: true, cert, key }).on('error', () => undefined);
    });
    expect(await through(inspecting)).toMatchObject({
      reason: 'network.tls_untrusted',
      host: 'login.microsoftonline.invalid',
      error_code: expect.stringMatching(/SELF_SIGNED|UNABLE_TO|CERT/),
    });
  });
});

describe('directly', () => {
  test('a name that no one knows', async () => {
    const unknown = { reason: 'network.dns', error_code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) };
    expect(await ask(microsoft)).toMatchObject(unknown);
  });

  test('a port that no one listens at', async () => {
    const refused = { reason: 'network.refused', error_code: 'ECONNREFUSED' };
    expect(await ask(`http://127.0.0.1:${refusingPort}/`)).toMatchObject(refused);
  });

  test.for([
    [
      'reset',
      (socket: net.Socket): void => {
        socket.resetAndDestroy();
      },
    ],
    [
      'closed',
      (socket: net.Socket): void => {
        socket.destroy();
      },
    ],
  ] as const)('a connection that is %s', async ([, end]) => {
    const port = await listen(net.createServer((socket) => void socket.once('data', () => end(socket))));
    expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({ reason: 'network.reset' });
    expect(await ask(`https://127.0.0.1:${port}/`)).toMatchObject({ reason: 'network.reset' });
  });

  test('a certificate no one here trusts', async () => {
    const { certificatePem: cert, privateKeyPem: key } = createTestCertificate();
    const port = await listen(tls.createServer({ cert, key }));
    expect(await ask(`https://127.0.0.1:${port}/`)).toMatchObject({ reason: 'network.tls_untrusted' });
  });

  test.for([false, true])(
    'a 407 that comes instead of Microsoft’s answer, proxy named: %s',
    async (isNamed) => {
      const gateway = http.createServer((_request, response) => response.writeHead(407).end('<html>Sign in'));
      const url = `http://127.0.0.1:${await listen(gateway)}/`;
      using _proxy = isNamed ? useProxy({ url: 'http://127.0.0.1:1', except: '127.0.0.1' }) : null;
      expect(await ask(url)).toMatchObject({ reason: 'proxy.authentication_required', proxy_status: '407' });
    },
  );

  test('silence, before the answer and in the middle of it', async () => {
    const silent = await listen(net.createServer());
    const waiting = { reason: 'network.timeout', waited_for: 'answer' };
    expect(await ask(`http://127.0.0.1:${silent}/`, 200)).toMatchObject(waiting);
    const halting = await listen(http.createServer((_request, response) => void response.write('{')));
    const receiving = { reason: 'network.timeout', waited_for: 'rest_of_answer' };
    expect(await ask(`http://127.0.0.1:${halting}/`, 500)).toMatchObject(receiving);
  });
});

describe('errors that cannot be brought about here', () => {
  const url = 'https://login.microsoftonline.com/x';
  const failed = (cause: unknown) => new TypeError('fetch failed', { cause });
  const coded = (code: string, facts: object = {}) => Object.assign(new Error(code), { code, ...facts });

  test.for<[string, unknown, string]>([
    ['an address that does not connect', coded('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
    ['a network that is gone', coded('ENETUNREACH'), 'unreachable'],
    ['an expired certificate', coded('CERT_HAS_EXPIRED'), 'tls_untrusted'],
    ['another host’s certificate', coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls_untrusted'],
    ['something new', coded('ESOMETHING'), 'unreachable'],
    ['both addresses of a host', new AggregateError([coded('ECONNREFUSED', { port: 443 })]), 'refused'],
    [
      'both addresses of a proxy',
      new AggregateError([coded('ECONNREFUSED', { port: 3128 })]),
      'proxy_unreachable',
    ],
    [
      'a proxy that does not connect',
      Object.assign(
        new Error('Connect Timeout Error (attempted address: proxy.example:3128, timeout: 10000ms)'),
        {
          code: 'UND_ERR_CONNECT_TIMEOUT',
        },
      ),
      'proxy_unreachable',
    ],
    ['a proxy that hangs up', coded('UND_ERR_SOCKET', { socket: { remotePort: 3128 } }), 'proxy_bad_answer'],
  ])('%s', ([, cause, kind]) => {
    expect(causeOf(failed(cause), url).kind).toBe(kind);
  });

  test('a cause that is its own cause ends', () => {
    const loop = new Error('loop');
    loop.cause = loop;
    expect(causeOf(loop, url)).toEqual({ kind: 'unreachable', code: null });
  });
});

test('a timeout says what was waited for', () => {
  const waiting = (value: string) =>
    sentenceFor('network.timeout', [
      { kind: 'host', value: 'h' },
      { kind: 'waited_for', value },
    ]);
  expect(waiting('connection')).toContain(
    'h did not respond in time: this machine was still waiting for the connection.',
  );
  expect(waiting('rest_of_answer')).toContain('the rest of the answer.');
  expect(sentenceFor('network.timeout', [])).toBe(reasons['network.timeout'].message);
});

test('none of these is Microsoft’s to mend, and none sends anybody to its status page', () => {
  const ours = (Object.keys(reasons) as ReasonCode[]).filter((code) => /^(network|proxy)\./.test(code));
  for (const code of ours) {
    expect([code, reasons[code].actor]).toEqual([code, 'provider_admin']);
    expect(reasons[code].nextSteps).not.toContain('open_service_health');
  }
});
