import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignIn } from '../../core/access/access.ts';
import type { ViewSource } from '../../flows/access/view-source.ts';
import { createView, type View } from '../../flows/view.ts';
import { orNobody } from './payment.ts';

export interface WebAppOptions extends ViewSource {
  /** Folder of the built application. */
  readonly root: string;
  readonly authenticate: (request: FastifyRequest) => Promise<SignIn | null>;
}

/** Pages that are about one thing. The page of a thing that does not exist for the viewer answers 404. */
const pages: Record<string, (view: View, id: number) => Promise<readonly unknown[]>> = {
  '/operations/:id': (view, id) => view.runsById([id]),
  '/tenants/:id': (view, id) => view.tenantsById([id]),
  '/tenants/:id/*': (view, id) => view.tenantsById([id]),
  '/onboarding/:id': (view, id) => view.onboardingSessionsById([id]),
  '/workspaces/:id': (view, id) => view.workspacesById([id]),
  '/workspaces/:id/*': (view, id) => view.workspacesById([id]),
};

/**
 * The single-page application: its files, and its start page for every address of it. The body is the same for 200 and
 * 404, so that foreign and absent cannot be told apart here either.
 */
export async function registerWebApp(
  http: FastifyInstance,
  { db, now, root, authenticate }: WebAppOptions,
): Promise<void> {
  const startPage = await readFile(path.join(root, 'index.html'), 'utf8');
  const sendStartPage = (reply: FastifyReply, status: number) =>
    reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(startPage);

  await http.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, file) {
      // vite puts a hash of the content into the names below assets/.
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  // The address that the start prints: for curl and monitors, too, which accept anything and are not sent pages below.
  http.get('/', async (_request, reply) => await sendStartPage(reply, 200));
  for (const [route, find] of Object.entries(pages)) {
    http.get<{ Params: { id: string } }>(route, async (request, reply) => {
      return await sendStartPage(reply, (await exists(request, find)) ? 200 : 404);
    });
  }

  /** No one signed in: the application asks for that first, whatever the page is. */
  async function exists(
    request: FastifyRequest<{ Params: { id: string } }>,
    find: (view: View, id: number) => Promise<readonly unknown[]>,
  ): Promise<boolean> {
    const signIn = await authenticate(request).catch(orNobody);
    if (signIn === null) return true;
    const id = Number(request.params.id);
    return Number.isSafeInteger(id) && (await find(createView({ db, now }, signIn.viewer), id)).length === 1;
  }

  http.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage) return await sendStartPage(reply, 200);
    return await reply.code(404).send({ message: `${request.url} was not found.` });
  });
}
