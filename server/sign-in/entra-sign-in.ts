import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { toLocalPath, type SignInProblem } from '../../core/people/sign-in.ts';
import type { Database } from '../../db/engine/client.ts';
import {
  attemptOf,
  beginSignIn,
  takeSignIn,
  type SignInAttempt,
} from '../../flows/people/sign-in-attempt.ts';
import { signInEntra } from '../../flows/people/sign-in-entra.ts';
import type { StartedSession } from '../../flows/people/start-session.ts';
import { cookieNames, cookieOptions } from './cookies.ts';
import { callbackPath, type Entra } from './entra.ts';

export interface EntraSignInOptions {
  readonly database: Database;
  readonly entra: Entra;
  readonly bootstrapOwner: string | null;
  readonly secureCookies: boolean;
  readonly now: () => Date;
  /** The session cookie the browser sent. */
  readonly readSession: (request: FastifyRequest) => string | null;
  readonly writeSession: (reply: FastifyReply, session: StartedSession) => void;
}

/** The browser's way to Microsoft and back. Whatever goes wrong ends on the sign-in page with a sentence. */
export function registerEntraSignIn(http: FastifyInstance, options: EntraSignInOptions): void {
  const { database, entra, secureCookies, now } = options;
  // Lax: the way back from Microsoft is a navigation that another site began.
  const cookie = cookieOptions({ secureCookies });
  const { attempt: attemptCookie } = cookieNames({ secureCookies });

  http.get<{ Querystring: { return?: unknown } }>('/auth/entra', async (request, reply) => {
    const wanted = request.query.return;
    const returnTo = toLocalPath(typeof wanted === 'string' ? wanted : null);
    const attempt = await beginSignIn(database.db, returnTo, now());
    try {
      const url = await entra.authorizationUrl(attempt);
      reply.setCookie(attemptCookie, attempt.secret, { ...cookie, expires: attempt.expiresAt });
      return await seeOther(reply, url.href);
    } catch (error) {
      return await refuse(request, reply, { problem: toProblem(error), returnTo, error });
    }
  });

  http.get<{ Querystring: { state?: unknown } }>(callbackPath, async (request, reply) => {
    const secret = request.cookies[attemptCookie];
    const attempt = secret === undefined ? null : attemptOf(secret);
    // Before the attempt is used up: a page that sends a browser here with a made-up state must not spoil a real one.
    if (attempt === null || request.query.state !== attempt.state)
      return await refuse(request, reply, { problem: 'expired' });
    const returnTo = await takeSignIn(database.db, attempt, now());
    reply.clearCookie(attemptCookie, cookie);
    if (returnTo === null) return await refuse(request, reply, { problem: 'expired' });
    return await finish(request, reply, { ...options, attempt, returnTo });
  });
}

async function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  { attempt, returnTo, ...options }: EntraSignInOptions & { attempt: SignInAttempt; returnTo: string },
): Promise<FastifyReply> {
  const { entra, bootstrapOwner, now } = options;
  let identity;
  try {
    identity = await entra.redeem(new URL(request.url, 'http://here.invalid').search, attempt);
  } catch (error) {
    return await refuse(request, reply, { problem: toProblem(error), returnTo, error });
  }
  const replaces = options.readSession(request);
  const session = await signInEntra(options, { identity, bootstrapOwner, replaces, now: now() });
  if (session === null) {
    const { tenantId, objectId } = identity;
    request.log.warn(
      { entra: { tenantId, objectId } },
      'someone who is not a member of any workspace tried to sign in',
    );
    return await refuse(request, reply, { problem: 'not_a_member', returnTo });
  }
  options.writeSession(reply, session);
  return await seeOther(reply, returnTo);
}

interface Refusal {
  readonly problem: SignInProblem;
  readonly returnTo?: string;
  readonly error?: unknown;
}

async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { problem, returnTo = '/', error }: Refusal,
): Promise<FastifyReply> {
  if (error !== undefined) request.log.warn({ problem, why: describe(error) }, 'a sign-in failed');
  const query = new URLSearchParams({ problem, ...(returnTo === '/' ? {} : { return: returnTo }) });
  return await seeOther(reply, `/sign-in?${query.toString()}`);
}

function seeOther(reply: FastifyReply, to: string) {
  return reply.header('cache-control', 'no-store').redirect(to, 303);
}

/** What openid-client throws for a person who said no, an answer that does not hold, and no answer. A bug goes on. */
function toProblem(error: unknown): SignInProblem {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'failed';
  if (error instanceof ResponseBodyError) return error.status >= 500 ? 'unavailable' : 'failed';
  if (error instanceof ClientError) return clientProblems[error.code ?? ''] ?? 'failed';
  if (error instanceof TypeError && error.message === 'fetch failed') return 'unavailable';
  throw error;
}

const clientProblems: Readonly<Record<string, SignInProblem>> = {
  OAUTH_TIMEOUT: 'unavailable',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'unavailable',
  OAUTH_RESPONSE_IS_NOT_JSON: 'unavailable',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'clock',
};

/** Names and codes only: the errors also carry the answer with its tokens. */
function describe(error: unknown): Record<string, unknown> {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const { error: code, error_description: description = '' } = error;
    // The first line; then come ids and a time. Bounded, because it may come from whoever made up the address.
    return { code, description: description.split('\n', 1)[0]?.slice(0, 300) };
  }
  return error instanceof Error ? { code: Reflect.get(error, 'code'), message: error.message } : {};
}
