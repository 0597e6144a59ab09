import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { on, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { request } from '../api.ts';
import { Problem } from '../problems.ts';

export interface BrowserLoginOptions {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly tell: (text: string) => void;
}

/**
 * A token by way of the browser: someone who is signed in there confirms, and it comes back to a listener on this machine
 * with a code that only this process can turn into a token (PKCE).
 */
export async function loginInBrowser({ url, signal, tell }: BrowserLoginOptions): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(32).toString('base64url');
  const server = createServer();
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const query = new URLSearchParams({
      port: String(port),
      state,
      challenge,
      name: `tenantatlas on ${hostname()}`.slice(0, 100),
    });
    const page = `${url}/cli-login?${query.toString()}`;
    tell(`Confirm the login in your browser:\n${page}`);
    open(page);
    return await redeem(url, await waitForCode(server, state, signal), verifier);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

type Requests = AsyncIterable<[IncomingMessage, ServerResponse]>;

/** The first answer with our state; everything else that knocks is none of ours. */
async function waitForCode(server: Server, state: string, signal: AbortSignal): Promise<string> {
  try {
    for await (const [incoming, response] of on(server, 'request', { signal }) as Requests) {
      const answer = new URL(incoming.url ?? '/', 'http://127.0.0.1').searchParams;
      const isOurs = incoming.method === 'GET' && answer.get('state') === state;
      const code = isOurs ? answer.get('code') : null;
      respond(response, isOurs, code);
      if (code !== null) return code;
      if (isOurs) throw new Problem('The login was canceled in the browser.');
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('No one confirmed the login in time. Log in again.', undefined, { cause: error });
  }
  throw new Problem('The login was not confirmed.');
}

function respond(response: ServerResponse, isOurs: boolean, code: string | null): void {
  const said = code === null ? 'The login was canceled.' : 'You are logged in.';
  response.writeHead(isOurs ? 200 : 404, {
    'content-type': 'text/plain; charset=utf-8',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(isOurs ? `${said} You can close this page.\n` : 'Not found.\n');
}

async function redeem(url: string, code: string, verifier: string): Promise<string> {
  const response = await request(`${url}/auth/cli/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, verifier }),
  });
  const answer = (await response.json().catch(() => ({}))) as { token?: string; message?: string };
  if (answer.token === undefined) throw new Problem(answer.message ?? `${url} answered ${response.status}.`);
  return answer.token;
}

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Where there is no browser, or none that can be found, the address has been shown. */
function open(page: string): void {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, page], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
