import type { FieldPolicy, Reference } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

interface Edge {
  readonly cursor: string;
  readonly node: Reference;
}

interface List {
  readonly edges: readonly Edge[];
  readonly pageInfo: object;
}

/**
 * A list that is read page by page, each page by the cursor before it. A page that is asked for again takes the place of
 * its stretch and leaves what follows where it is: coming back to a long list, or asking again after the connection was
 * lost, does not fold it up under the reader. When the end of the new stretch is not found in the list, what followed is
 * forgotten, as it is with relayStylePagination.
 */
export function keysetList(keyArgs: string[]): FieldPolicy<List> {
  const relay = relayStylePagination(keyArgs) as FieldPolicy<List>;
  const { merge } = relay;
  if (typeof merge !== 'function') throw new Error('relayStylePagination merges by a function');
  return {
    ...relay,
    merge(existing, incoming, options) {
      const merged = merge(existing, incoming, options) as List;
      const end = merged.edges.at(-1)?.cursor;
      const rest = end === undefined ? [] : edgesBehind(existing, end);
      return rest.length === 0
        ? merged
        : { ...merged, edges: [...merged.edges, ...rest], pageInfo: existing?.pageInfo ?? merged.pageInfo };
    },
  };
}

function edgesBehind(list: List | undefined, end: string): readonly Edge[] {
  const index = list?.edges.findIndex(({ cursor }) => cursor === end) ?? -1;
  return index === -1 ? [] : (list?.edges.slice(index + 1) ?? []);
}
