import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';

const PageInfoFragment = graphql(`
  fragment PageInfo on PageInfo {
    hasNextPage
    endCursor
  }
`);

/** Where the next page of a list begins, null after the last one. */
export function nextCursor(pageInfo: FragmentType<typeof PageInfoFragment>): string | null {
  const { hasNextPage, endCursor } = readFragment(PageInfoFragment, pageInfo);
  return hasNextPage ? (endCursor ?? null) : null;
}

/** Rows the API gives in one answer at most. */
export const largestPage = 100;

/** For asking again: as many rows as are shown, so that the list does not fold up under the reader. */
export function pageFor(shown: number, usual: number): number {
  return Math.min(Math.max(shown, usual), largestPage);
}
