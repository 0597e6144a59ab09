import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createCache } from './cache.ts';
import { toFailures } from './failure.ts';
import { createFreshAnswersLink } from './fresh-answers.ts';
import { goToSignIn } from './session.ts';
import { createLiveSocket, type LiveSocket } from './socket.ts';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
    }
  }
}

export interface Api {
  readonly client: ApolloClient;
  readonly socket: LiveSocket;
}

export function createApi(): Api {
  const cache = createCache();
  const socket = createLiveSocket(`${location.origin.replace(/^http/, 'ws')}/graphql`, goToSignIn);
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  const client = new ApolloClient({
    cache,
    link: ApolloLink.from([
      new ErrorLink(({ error }) => {
        if (toFailures(error).some(({ kind }) => kind === 'unauthenticated')) goToSignIn();
      }),
      createFreshAnswersLink(cache),
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        new GraphQLWsLink(socket.client),
        http,
      ),
    ]),
    defaultOptions: {
      watchQuery: {
        // Show what is known at once and ask again; later only the cache decides, or an event could cause a request.
        fetchPolicy: 'cache-and-network',
        nextFetchPolicy: 'cache-first',
        // A damaged report must not take the rest of the page with it.
        errorPolicy: 'all',
      },
    },
  });
  return { client, socket };
}
