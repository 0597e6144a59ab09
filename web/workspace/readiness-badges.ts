import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { Readiness } from '../gql/graphql.ts';
import type { BadgeParts } from '../ui/status-icon.tsx';

const ReadinessBadgesFragment = graphql(`
  fragment ReadinessBadges on BadgeDomain {
    name
    definitions {
      value
      badge {
        label
        color
        icon
      }
    }
  }
`);

const domain = 'tenant_readiness';
export const readinesses = [
  'BLOCKED',
  'NEEDS_ATTENTION',
  'NEVER_VERIFIED',
  'RUNNING',
  'READY',
] as const satisfies Readiness[];

/** The catalogue holds stored values, which are the API's enum values in lower case. */
export function toReadinessBadges(
  catalog: readonly FragmentType<typeof ReadinessBadgesFragment>[],
): ReadonlyMap<Readiness, BadgeParts> {
  const definitions = readFragment(ReadinessBadgesFragment, catalog).find(
    ({ name }) => name === domain,
  )?.definitions;
  return new Map(
    readinesses.flatMap((readiness) => {
      const definition = definitions?.find(({ value }) => value === readiness.toLowerCase());
      return definition === undefined ? [] : [[readiness, definition.badge]];
    }),
  );
}
