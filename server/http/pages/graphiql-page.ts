import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { orNobody, type Authenticate } from '../payment.ts';

export interface GraphiqlOptions {
  /** Folder of its build. */
  readonly root: string;
  readonly publicUrl: string;
  readonly authenticate: Authenticate;
}

const address = '/graphiql';

/** The explorer of the API, for people: it acts with their session, so whoever is not signed in is asked for that first. */
export async function registerGraphiql(
  http: FastifyInstance,
  { root, publicUrl, authenticate }: GraphiqlOptions,
): Promise<void> {
  const page = await readFile(path.join(root, 'index.html'), 'utf8');
  await http.register(fastifyStatic, {
    root: path.join(root, 'assets'),
    prefix: `${address}/assets/`,
    decorateReply: false,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    // vite puts a hash of the content into every name.
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });
  http.get(address, async (request, reply) => {
    const signIn = await authenticate(request).catch(orNobody);
    if (signIn === null) return await reply.redirect(`/sign-in?return=${encodeURIComponent(request.url)}`);
    return await reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policyOf(publicUrl))
      .send(page);
  });
}

/** Its editor writes styles into style elements and works in workers; everything comes from here, and no text is executed. */
function policyOf(publicUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
