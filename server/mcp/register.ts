import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault, unauthenticated } from '../../core/fault.ts';
import type { EntraConfig } from '../config/entra-config.ts';
import { batched } from '../graphql/operation-body.ts';
import type { CrossOrigin } from '../http/cross-origin.ts';
import type { Authenticate } from '../http/payment.ts';
import type { TakePlace } from '../http/places.ts';
import { mcpAddress, metadataAddress } from './addresses.ts';
import { createMcp, type ServeOptions } from './serve.ts';

export interface McpOptions extends ServeOptions {
  readonly authenticate: Authenticate;
  readonly takePlace: TakePlace;
  readonly crossOrigin: Pick<CrossOrigin, 'isAdmitted'>;
  /** null: only API tokens are taken. */
  readonly entra: EntraConfig | null;
}

/** For assistants: MCP over Streamable HTTP. A session's cookie is not looked at, so no page can use it in someone's name. */
export function registerMcp(http: FastifyInstance, options: McpOptions): void {
  const { authenticate, takePlace, crossOrigin, publicUrl } = options;
  const mcp = createMcp(options);
  http.addHook('onClose', () => mcp.close());

  http.route({
    method: ['GET', 'POST', 'DELETE'],
    url: mcpAddress,
    handler: async (request, reply) => {
      if (!crossOrigin.isAdmitted(request.raw))
        throw new Fault('FORBIDDEN', 'This page may not use the API.');
      if (request.headers.authorization === undefined) throw unauthenticated();
      const signIn = await authenticate(request);
      if (signIn === null) throw unauthenticated();
      // Each operation is paid for: one to a request, as everywhere.
      if (Array.isArray(request.body)) throw batched();
      await takePlace(signIn.viewer.userId, reply.raw);
      const { viewer, id } = signIn;
      const authInfo = {
        token: '',
        clientId: String(id),
        scopes: [...(viewer.scopes ?? [])],
        extra: { signIn, requestId: request.id },
      };
      return await send(
        reply,
        await mcp.fetch(toWebRequest(request, publicUrl), { authInfo, parsedBody: request.body }),
      );
    },
  });
  registerMetadata(http, options);
}

/** Where a client of its own gets a token. */
function registerMetadata(http: FastifyInstance, { publicUrl, entra }: McpOptions): void {
  const metadata = {
    resource: `${publicUrl}${mcpAddress}`,
    resource_name: 'TenantAtlas',
    bearer_methods_supported: ['header'],
    ...(entra !== null && {
      authorization_servers: [`${entra.authority}/${entra.tenantId}/v2.0`],
      scopes_supported: [`api://${entra.clientId}/access_as_user`],
    }),
  };
  for (const address of [metadataAddress, `${metadataAddress}${mcpAddress}`])
    http.get(
      address,
      async (_request, reply) => await reply.header('access-control-allow-origin', '*').send(metadata),
    );
}

function toWebRequest({ method, headers }: FastifyRequest, publicUrl: string): Request {
  const plain = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'authorization' && name !== 'cookie'
      ? [[name, value] as [string, string]]
      : [],
  );
  return new Request(`${publicUrl}${mcpAddress}`, { method, headers: plain });
}

/** Each answer ends: there are no streams of the server's own. */
async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const type = response.headers.get('content-type');
  if (type !== null) void reply.type(type);
  return await reply.code(response.status).send(response.body === null ? '' : await response.text());
}
