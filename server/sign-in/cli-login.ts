import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { unauthenticated } from '../../core/fault.ts';
import { parseId } from '../../core/global-id.ts';
import { readCliLogin, type CliLoginRequest } from '../../core/people/cli-login.ts';
import type { Database } from '../../db/engine/client.ts';
import { listWorkspaces } from '../../db/tenants/workspaces.ts';
import { grantCliLogin, redeemCliLogin } from '../../flows/people/cli-login.ts';
import { isOwnOrigin } from '../http/own-origin.ts';
import { orNobody, type Authenticate } from '../http/payment.ts';
import { toConfirmation, toRefusal } from './cli-login-page.ts';

export interface CliLoginOptions {
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly publicUrl: string;
  readonly now: () => Date;
}

type Query = Readonly<Record<string, unknown>>;

const address = '/cli-login';

/**
 * How `tenantatlas login` gets a token: it opens this page, a person who is signed in confirms, and the browser hands a code
 * to the command line's listener on the same machine. What was asked for stays in the query, so the address says it all.
 */
export async function registerCliLogin(http: FastifyInstance, options: CliLoginOptions): Promise<void> {
  const { database, authenticate, publicUrl } = options;
  http.get<{ Querystring: Query }>(address, async (request, reply) => {
    const asked = readCliLogin(request.query);
    if (asked === null) return await sendPage(reply.code(400), toRefusal());
    const signIn = await authenticate(request).catch(orNobody);
    if (signIn === null) return await reply.redirect(`/sign-in?return=${encodeURIComponent(request.url)}`);
    const workspaces = await listWorkspaces(database.db, signIn.viewer);
    return await sendPage(reply, toConfirmation(asked, workspaces), asked);
  });

  const ownPagesOnly: onRequestHookHandler = (request, reply, done) => {
    // Programs send no Origin, and have nothing to confirm either.
    if (request.headers.origin !== undefined && isOwnOrigin(request.raw, publicUrl)) done();
    else void reply.code(403).send({ message: 'This request is only accepted from TenantAtlas pages.' });
  };
  // Forms are read here only: everything else of ours takes JSON, which no page elsewhere can send unasked.
  await http.register((forms, _options, done) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    forms.post<{ Querystring: Query; Body: Query | null }>(
      address,
      { onRequest: ownPagesOnly },
      (request, reply) => decide(request, reply, options),
    );
    done();
  });

  http.post<{ Body: { code: string; verifier: string } }>(
    '/auth/cli/token',
    { schema: tokenBody },
    async ({ body }, reply) =>
      await reply
        .header('cache-control', 'no-store, no-transform')
        .send({ token: await redeemCliLogin(options, body) }),
  );
}

async function decide(
  request: FastifyRequest<{ Querystring: Query; Body: Query | null }>,
  reply: FastifyReply,
  options: CliLoginOptions,
): Promise<FastifyReply> {
  const asked = readCliLogin(request.query);
  if (asked === null) return await sendPage(reply.code(400), toRefusal());
  const { workspace = '', decision = '' } = request.body ?? {};
  if (decision !== 'allow') return await handOver(reply, asked, { error: 'access_denied' });
  const signIn = await options.authenticate(request);
  if (signIn === null) throw unauthenticated();
  const workspaceId = parseId('workspace', String(workspace));
  const code = await grantCliLogin(options, signIn, { ...asked, workspaceId });
  return await handOver(reply, asked, { code });
}

/** Only ever to this machine: nothing of what was asked for says where else. */
async function handOver(
  reply: FastifyReply,
  { port, state }: CliLoginRequest,
  answer: Readonly<Record<string, string>>,
): Promise<FastifyReply> {
  const query = new URLSearchParams({ ...answer, state });
  return await reply.redirect(`http://127.0.0.1:${port}/?${query.toString()}`, 303);
}

async function sendPage(
  reply: FastifyReply,
  page: string,
  asked: CliLoginRequest | null = null,
): Promise<FastifyReply> {
  const listener = asked === null ? '' : ` http://127.0.0.1:${asked.port}`;
  return await reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    // With no-referrer, a browser would send `Origin: null` with the form.
    .header('referrer-policy', 'same-origin')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'${listener}; base-uri 'none'; frame-ancestors 'none'`,
    )
    .send(page);
}

/** As RFC 7636 has a verifier. */
const secret = { type: 'string', minLength: 43, maxLength: 128 } as const;
const tokenBody = {
  body: {
    type: 'object',
    required: ['code', 'verifier'],
    additionalProperties: false,
    properties: { code: secret, verifier: secret },
  },
} as const;
