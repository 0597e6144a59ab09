import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { printSchemaFile } from '../../../schema/build.ts';
import { unauthenticated } from '../../../core/fault.ts';
import type { Authenticate } from '../payment.ts';

export interface SchemaFileOptions {
  readonly schema: GraphQLSchema;
  readonly authenticate: Authenticate;
  /** Strangers then learn nothing about the schema, as by introspection. */
  readonly isProduction: boolean;
}

/** For code generators, which then need no introspection: what schema/schema.graphql in the repository is. */
export function registerSchemaFile(
  http: FastifyInstance,
  { schema, authenticate, isProduction }: SchemaFileOptions,
): void {
  const text = printSchemaFile(schema);
  http.get('/schema.graphql', async (request, reply) => {
    const signIn = isProduction ? await authenticate(request) : null;
    if (isProduction && signIn === null) throw unauthenticated();
    return await reply.type('text/plain; charset=utf-8').send(text);
  });
}
