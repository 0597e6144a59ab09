import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { answerAdminConsent, matchAdminConsent } from './entra/admin-consent.ts';
import { buildState } from './build-state.ts';
import { answerControl, isControl } from './control/control.ts';
import { answerEntra, matchEntra } from './entra/entra.ts';
import { spoil, takeFault, toReply } from './control/faults.ts';
import { answerGraph, matchGraph } from './graph/graph.ts';
import type { Reply, ReplyContext } from './replies.ts';
import { answerAuthorize, answerCode, createSignInState, matchAuthorize } from './people/sign-in.ts';
import { createSigningKey, findTenant, now, remember, type Cloud, type CloudState } from './state.ts';

export interface Sandbox extends AsyncDisposable {
  readonly origin: string;
  readonly state: CloudState;
  readonly cloud: Cloud;
}

export interface SandboxOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host?: '127.0.0.1' | '::1';
  readonly latencyMs?: number;
}

/** Starts a Microsoft cloud of one machine. It hands out tokens to whoever knows a secret from a public file. */
export async function createSandbox({
  port,
  host = '127.0.0.1',
  latencyMs = 0,
}: SandboxOptions): Promise<Sandbox> {
  const state = buildState();
  state.latencyMs = latencyMs;
  const [tokenKey, workloadKey] = await Promise.all([
    createSigningKey('sandbox-token'),
    createSigningKey('workload'),
  ]);
  const server = createServer({ keepAliveTimeout: keepAliveTimeoutMs });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no TCP address');
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  const closing = new AbortController();
  const signIn = createSignInState(state);
  const cloud: Cloud = { origin, state, tokenKey, workloadKey, signIn, closing: closing.signal };
  server.on('request', (request, response) => void serve(cloud, request, response));
  return {
    origin,
    state,
    cloud,
    async [Symbol.asyncDispose]() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      closing.abort();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Longer than any pause between two checks: a client that reuses a connection must not lose the race with a close. */
const keepAliveTimeoutMs = 60_000;

/** More than any token request or batch of 20 needs. */
const bodyLimitBytes = 256 * 1024;

async function serve(cloud: Cloud, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await respond(cloud, request, response);
  } catch (error) {
    if (response.destroyed || cloud.closing.aborted) return;
    // A defect of the sandbox itself: loud, and not to be mistaken for one of its scenarios.
    send(cloud, response, { status: 500, body: { sandboxDefect: String(error) } }, null);
  }
}

async function respond(cloud: Cloud, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', cloud.origin);
  const body = await readBody(request);
  if (isControl(url.pathname)) {
    send(cloud, response, await answerControl(cloud, request, url, body), null);
    return;
  }
  const method = request.method ?? 'GET';
  const clientRequestId = header(request, 'client-request-id') ?? url.searchParams.get('client-request-id');
  const service = findService(url, method, request, body);
  await delay(cloud, service.tenant);

  const context: ReplyContext = { now: now(cloud.state), clientRequestId };
  const fault = takeFault(cloud.state.faults, service.name, service.tenant);
  const reply = fault === null ? await service.answer(cloud, context) : toReply(fault, context);
  const status = reply?.status ?? null;
  remember(cloud.state, { method, url: url.pathname + url.search, status, clientRequestId });
  if (reply !== null) send(cloud, response, reply, clientRequestId);
  else if (fault !== null) spoil(response, fault);
}

async function delay({ state, closing }: Cloud, tenantId: string | null): Promise<void> {
  const tenant = tenantId === null ? null : findTenant(state, tenantId);
  const delayMs = state.latencyMs + (tenant?.latencyMs ?? 0);
  if (delayMs > 0) await sleep(delayMs, undefined, { signal: closing });
}

interface Service {
  /** What a fault's `on` is compared with. */
  readonly name: string;
  readonly tenant: string | null;
  readonly answer: (cloud: Cloud, context: ReplyContext) => Promise<Reply>;
}

function findService(url: URL, method: string, request: IncomingMessage, body: string): Service {
  const directory = matchAuthorize(method, url.pathname);
  if (directory !== null) {
    const answer = (cloud: Cloud) => Promise.resolve(answerAuthorize(cloud, directory, url));
    return { name: 'authorize', tenant: directory, answer };
  }
  const entra = matchEntra(method, url.pathname);
  if (entra !== null) {
    const form = new URLSearchParams(body);
    const isCode = entra.endpoint === 'token' && form.get('grant_type') === 'authorization_code';
    const answer = isCode ? answerCode : answerEntra;
    return {
      name: entra.endpoint,
      tenant: entra.tenant,
      answer: (cloud, context) => answer(cloud, { ...entra, form }, context),
    };
  }
  const consent = matchAdminConsent(method, url.pathname);
  if (consent !== null) {
    const asked = { ...consent, method, query: url.searchParams, form: new URLSearchParams(body) };
    const answer = (cloud: Cloud) => Promise.resolve(answerAdminConsent(cloud, asked));
    return { name: 'adminconsent', tenant: consent.tenant, answer };
  }
  const graph = matchGraph(url);
  if (graph !== null) {
    const authorization = header(request, 'authorization');
    return {
      name: graph.path,
      tenant: claimedTenant(authorization),
      answer: (cloud, context) => answerGraph(cloud, { ...graph, method, body, authorization }, context),
    };
  }
  return { name: 'nothing', tenant: null, answer: () => Promise.resolve({ status: 404 }) };
}

/** Good enough to choose a fault; whether the token is worth anything is decided later. */
function claimedTenant(authorization: string | null): string | null {
  try {
    const tid = decodeJwt(authorization?.replace(/^Bearer /, '') ?? '')['tid'];
    return typeof tid === 'string' ? tid : null;
  } catch {
    return null;
  }
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bodyLimitBytes) throw new Error(`A request body is limited to ${bodyLimitBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(cloud: Cloud, response: ServerResponse, reply: Reply, clientRequestId: string | null): void {
  const isText = typeof reply.body === 'string';
  response.writeHead(reply.status, {
    date: now(cloud.state).toUTCString(),
    'cache-control': 'no-store',
    ...(isText || reply.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(clientRequestId === null ? {} : { 'client-request-id': clientRequestId }),
    ...reply.headers,
  });
  response.end(isText ? reply.body : JSON.stringify(reply.body));
}
