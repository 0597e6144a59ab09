import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { deleteSession } from '../../db/access/access.ts';
import type { Database } from '../../db/engine/client.ts';
import { demoPeople } from '../../db/seed/world.ts';
import { digestOf } from '../../flows/access/bearer-secret.ts';
import { signInDemo } from '../../flows/people/sign-in-demo.ts';
import type { StartedSession } from '../../flows/people/start-session.ts';
import { cookieNames, cookieOptions } from './cookies.ts';
import type { Entra } from './entra.ts';
import { isOwnHost, isOwnOrigin } from '../http/own-origin.ts';

export interface SignInOptions {
  readonly database: Database;
  readonly demo: boolean;
  readonly demoEverywhere: boolean;
  /** null: not configured. */
  readonly entra: Entra | null;
  readonly bootstrapOwner: string | null;
  readonly publicUrl: string;
  readonly secureCookies: boolean;
  readonly now: () => Date;
}

/** Sign-in and out for browsers. */
export async function registerSignIn(http: FastifyInstance, options: SignInOptions): Promise<void> {
  const { database, demo, entra, secureCookies, publicUrl } = options;
  const { db } = database;
  const cookie = cookieOptions({ secureCookies });
  const { session: sessionCookie } = cookieNames({ secureCookies });
  const readSession = (request: FastifyRequest) => request.cookies[sessionCookie] ?? null;
  const writeSession = (reply: FastifyReply, { secret, expiresAt }: StartedSession) =>
    void reply.setCookie(sessionCookie, secret, { ...cookie, expires: expiresAt });
  const { ownPagesOnly, ownAddressOnly } = createGuards(publicUrl);

  http.get('/auth/methods', () => ({
    demo: demo ? demoPeople.map(({ email, displayName, about }) => ({ email, displayName, about })) : null,
    demoEverywhere: options.demoEverywhere,
    entra: entra !== null,
  }));

  http.post<{ Body: { email: string } }>(
    '/auth/demo',
    { schema: demoBody, onRequest: [ownAddressOnly, ownPagesOnly] },
    async (request, reply) => {
      const { email } = request.body;
      const known = demo && demoPeople.some((person) => person.email === email);
      const replaces = readSession(request);
      const session = known ? await signInDemo(db, { email, replaces, now: options.now() }) : null;
      if (session === null) return await reply.code(404).send({ message: 'Unknown demo user.' });
      writeSession(reply, session);
      return await reply.code(204).send();
    },
  );

  http.post('/auth/sign-out', { onRequest: ownPagesOnly }, async (request, reply) => {
    const secret = readSession(request);
    if (secret !== null) await deleteSession(db, digestOf(secret));
    reply.clearCookie(sessionCookie, cookie);
    return await reply.code(204).send();
  });

  if (entra === null) return;
  const { registerEntraSignIn } = await import('./entra-sign-in.ts');
  registerEntraSignIn(http, { ...options, entra, readSession, writeSession });
}

function createGuards(publicUrl: string) {
  /** Another site may neither sign someone out nor in: as whom, would be its choice. */
  const ownPagesOnly: onRequestHookHandler = (request, reply, done) => {
    if (isOwnOrigin(request.raw, publicUrl)) done();
    else void reply.code(403).send({ message: 'This request is only accepted from TenantAtlas pages.' });
  };
  /** Any web page can give its own name our address, and is then our own page in a browser's eyes. */
  const ownAddressOnly: onRequestHookHandler = (request, reply, done) => {
    if (isOwnHost(request.raw, publicUrl)) done();
    else
      void reply.code(403).send({ message: `Open TenantAtlas at ${publicUrl} to sign in as a demo user.` });
  };
  return { ownPagesOnly, ownAddressOnly };
}

const demoBody = {
  body: {
    type: 'object',
    required: ['email'],
    additionalProperties: false,
    properties: { email: { type: 'string', maxLength: 320 } },
  },
} as const;
