import { ApolloLink, type ApolloCache } from '@apollo/client';
import { OperationTypeNode, parse } from 'graphql';
import { concatMap, filter, of, startWith, Subject, switchMap, take, tap } from 'rxjs';

/**
 * HTTP answers and socket events overtake each other. This link keeps a run from going back in time: an event older
 * than what the cache holds is dropped, an answer older than that is asked for once more (its writer has committed, so
 * the second answer cannot be older). An event of the same version passes: after a reconnect it says the same again.
 *
 * What a mutation changes may have no version. So a query that is on its way when a mutation is answered is asked again:
 * a page asked again after its mutation would else be given, by Apollo's deduplication, the answer from before it.
 *
 * Mutations cannot be repeated, so they must not select versioned fields of a run: ask for `run { id }` only.
 */
export function createFreshAnswersLink(cache: ApolloCache): ApolloLink {
  const mutated = new Subject<void>();
  const afterMutation = () => mutated.next();
  return new ApolloLink((operation, forward) => {
    const isStale = (result: ApolloLink.Result) =>
      someRun(result.data, (run) => run.version < cached(cache, run.id));
    switch (operation.operationType) {
      case OperationTypeNode.SUBSCRIPTION:
        return forward(operation).pipe(filter((event) => !isStale(event)));
      case OperationTypeNode.QUERY:
        return mutated.pipe(
          startWith(undefined),
          switchMap(() => forward(operation)),
          take(1),
          concatMap((answer) => (isStale(answer) ? forward(operation) : of(answer))),
        );
      case OperationTypeNode.MUTATION:
        return forward(operation).pipe(tap({ next: afterMutation, error: afterMutation }));
    }
  });
}

interface SeenRun {
  readonly id: string;
  readonly version: number;
}

const seenRunFragment = parse('fragment SeenRun on OperationRun { version }', { noLocation: true });

function cached(cache: ApolloCache, id: string): number {
  const run = cache.readFragment<{ version: number }>({
    id: cache.identify({ __typename: 'OperationRun', id }) ?? '',
    fragment: seenRunFragment,
  });
  return run?.version ?? 0;
}

function someRun(value: unknown, test: (run: SeenRun) => boolean): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (isVersionedRun(value) && test(value)) return true;
  return Object.values(value).some((part) => someRun(part, test));
}

function isVersionedRun(value: object): value is SeenRun {
  return (
    '__typename' in value &&
    value.__typename === 'OperationRun' &&
    'id' in value &&
    typeof value.id === 'string' &&
    'version' in value &&
    typeof value.version === 'number'
  );
}
