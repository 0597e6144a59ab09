import { gql } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { createCache } from '../../web/api/cache.ts';

const query = gql`
  query Rows($after: String) {
    workspace(id: "1") {
      id
      tenants(after: $after) {
        edges {
          cursor
          node {
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

/** A list that holds the tenants of one letter each, written page by page. */
function createList() {
  const cache = createCache();
  return {
    write(after: string | null, letters: string, hasNextPage: boolean) {
      const edges = Array.from(letters, (id) => ({
        __typename: 'TenantEdge',
        cursor: id,
        node: { __typename: 'Tenant', id },
      }));
      const pageInfo = { __typename: 'PageInfo', hasNextPage, endCursor: letters.at(-1) ?? null };
      const tenants = { __typename: 'TenantConnection', edges, pageInfo };
      cache.writeQuery({
        query,
        variables: { after },
        data: { workspace: { __typename: 'Workspace', id: '1', tenants } },
      });
    },
    read() {
      const data = cache.readQuery<{
        workspace: { tenants: { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean } } };
      }>({ query });
      const { edges, pageInfo } = data?.workspace.tenants ?? { edges: [], pageInfo: null };
      return [edges.map(({ cursor }) => cursor).join(''), pageInfo?.hasNextPage];
    },
  };
}

describe('a list that is read page by page', () => {
  it('grows by pages, and a page that is asked for again takes its own place', () => {
    const list = createList();
    list.write(null, 'ace', true);
    list.write('e', 'gik', true);
    list.write('k', 'm', false);
    expect(list.read()).toEqual(['acegikm', false]);
    list.write(null, 'abce', true);
    expect(list.read()).toEqual(['abcegikm', false]);
    list.write('e', 'ghk', true);
    expect(list.read()).toEqual(['abceghkm', false]);
  });

  it('forgets what followed when the end of the new stretch was not in it', () => {
    const list = createList();
    list.write(null, 'ace', true);
    list.write('e', 'g', false);
    list.write(null, 'abd', true);
    expect(list.read()).toEqual(['abd', true]);
  });
});
