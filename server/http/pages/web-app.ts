import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignIn } from '../../../core/access/access.ts';
import type { ViewSource } from '../../../flows/access/view-source.ts';
import { createView, type View } from '../../../flows/view.ts';
import { orNobody } from '../payment.ts';

export interface WebAppOptions extends ViewSource {
  /** Folder of the built application. */
  readonly root: string;
  readonly authenticate: (request: FastifyRequest) => Promise<SignIn | null>;
}

type Find = (view: View, id: number) => Promise<readonly unknown[]>;

/**
 * What a page is about, by the first parameter of its address. The page of a thing that does not exist for the viewer
 * answers 404.
 */
const things: Readonly<Record<string, Find>> = {
  runId: (view, id) => view.runsById([id]),
  tenantId: (view, id) => view.tenantsById([id]),
  sessionId: (view, id) => view.onboardingSessionsById([id]),
  workspaceId: (view, id) => view.workspacesById([id]),
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

  // web/build/addresses.ts has put it there.
  const addresses = JSON.parse(await readFile(path.join(root, 'addresses.json'), 'utf8')) as string[];
  for (const address of addresses) {
    const name = /:(\w+)/.exec(address)?.[1] ?? '';
    const find = things[name];
    http.get<{ Params: Record<string, string> }>(address, async (request, reply) => {
      const isThere = find === undefined || (await exists(request, request.params[name] ?? '', find));
      return await sendStartPage(reply, isThere ? 200 : 404);
    });
  }

  /** No one signed in: the application asks for that first, whatever the page is. */
  async function exists(request: FastifyRequest, row: string, find: Find): Promise<boolean> {
    const signIn = await authenticate(request).catch(orNobody);
    if (signIn === null) return true;
    const id = Number(row);
    return Number.isSafeInteger(id) && (await find(createView({ db, now }, signIn.viewer), id)).length === 1;
  }

  http.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage) return await sendStartPage(reply, 404);
    return await reply.code(404).send({ message: `${request.url} was not found.` });
  });
}
