import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { asItIs } from '../http/compression.ts';
import { settle } from './budget.ts';
import type { BudgetedContext } from './context.ts';
import { statusOf, type ErrorFormatter } from './format-error.ts';

/** `stop()` must be called once only: a second call at the same time never resolves. */
export function createApolloServer(
  schema: GraphQLSchema,
  formatError: ErrorFormatter,
): ApolloServer<BudgetedContext> {
  return new ApolloServer<BudgetedContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // A page elsewhere cannot send one of these without asking first; what comes with Authorization is also no cookie's.
    csrfPrevention: {
      requestHeaders: ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization'],
    },
    // A request without its document would get past the policy, which judges documents and variables together.
    persistedQueries: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      answerErrors(formatError),
      keepFromCompression(),
    ],
    // Reached only by requests that never got a context; answerErrors writes all other errors anew.
    formatError: (_formatted, error) => formatError(error, ''),
  });
}

/**
 * Errors in the contract's words, and the status the contract promises when the whole request failed. A client that
 * asks for plain application/json gets 200 for a document that could not be executed: GraphQL over HTTP wants it so,
 * because an intermediary may have written any other status.
 */
function answerErrors(formatError: ErrorFormatter): ApolloServerPlugin<BudgetedContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ response, errors, contextValue }) {
          if (errors === undefined || response.body.kind !== 'single') return Promise.resolve();
          const result = response.body.singleResult;
          const { budget } = contextValue;
          const told = budget.excess === null ? errors : (settle({ errors }, budget).errors ?? []);
          if (budget.excess !== null) result.data = null;
          result.errors = told.map((error) => formatError(error, contextValue.requestId));
          const executed = 'data' in result;
          const isLegacy = response.http.headers.get('content-type')?.startsWith('application/json') ?? false;
          const status = executed ? statusOf(result) : isLegacy ? 200 : null;
          if (status !== null) response.http.status = status;
          const retryAfter = result.errors[0]?.extensions?.['retryAfterSeconds'];
          if (status === 503) response.http.headers.set('retry-after', String(retryAfter));
          return Promise.resolve();
        },
      }),
  };
}

/**
 * An answer that carries a token in plain text is not compressed, by us or by anything on the way: the size of a
 * compressed answer tells of what is in it. Tokens come with mutations only; what is no query is kept as it is.
 */
function keepFromCompression(): ApolloServerPlugin<BudgetedContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ operation, response }) {
          if (operation?.operation !== OperationTypeNode.QUERY) {
            response.http.headers.set('cache-control', asItIs);
          }
          return Promise.resolve();
        },
      }),
  };
}
