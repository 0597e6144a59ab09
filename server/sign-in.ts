import type { FastifyInstance } from 'fastify';
import { deleteSession } from '../db/access.ts';
import type { Db } from '../db/client.ts';
import { demoPeople } from '../db/seed/world.ts';
import { digestOf } from '../flows/bearer-secret.ts';
import { signInDemo } from '../flows/sign-in-demo.ts';
import { sessionCookie } from './authenticate.ts';

export interface SignInOptions {
  readonly db: Db;
  readonly demo: boolean;
  readonly secureCookies: boolean;
  readonly now: () => Date;
}

/** Sign-in and out for browsers. JSON bodies only: a form of another site cannot send one without asking first. */
export function registerSignIn(http: FastifyInstance, { db, demo, secureCookies, now }: SignInOptions): void {
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;

  http.get('/auth/methods', () => ({
    demo: demo ? demoPeople.map(({ email, displayName, about }) => ({ email, displayName, about })) : null,
  }));

  http.post<{ Body: { email: string } }>('/auth/demo', { schema: demoBody }, async (request, reply) => {
    const { email } = request.body;
    const known = demo && demoPeople.some((person) => person.email === email);
    const session = known ? await signInDemo(db, email, now()) : null;
    if (session === null)
      return await reply.code(404).send({ message: 'There is no such demo person here.' });
    reply.setCookie(sessionCookie, session.secret, { ...cookie, expires: session.expiresAt });
    return await reply.code(204).send();
  });

  http.post('/auth/sign-out', async (request, reply) => {
    const secret = request.cookies[sessionCookie];
    if (secret !== undefined) await deleteSession(db, digestOf(secret));
    reply.clearCookie(sessionCookie, cookie);
    return await reply.code(204).send();
  });
}

const demoBody = {
  body: {
    type: 'object',
    required: ['email'],
    additionalProperties: false,
    properties: { email: { type: 'string', maxLength: 320 } },
  },
} as const;
