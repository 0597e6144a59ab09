import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { Readiness } from '../../gql/graphql.ts';
import { readBadge, type BadgeParts } from '../../ui/badge.ts';

const ReadinessBadgesFragment = graphql(`
  fragment ReadinessBadges on BadgeDomain {
    name
    definitions {
      value
      badge {
        ...Badge
      }
    }
  }
`);

export const readinesses = [
  'BLOCKED',
  'NEEDS_ATTENTION',
  'NEVER_VERIFIED',
  'RUNNING',
  'READY',
] as const satisfies Readiness[];

/** The catalog holds stored values, which are the API's enum values in lower case. */
export function toBadges(
  catalog: readonly FragmentType<typeof ReadinessBadgesFragment>[],
  domain: string,
): ReadonlyMap<string, BadgeParts> {
  const found = readFragment(ReadinessBadgesFragment, catalog).find(({ name }) => name === domain);
  return new Map(found?.definitions.map(({ value, badge }) => [value.toUpperCase(), readBadge(badge)]) ?? []);
}

export function toReadinessBadges(
  catalog: readonly FragmentType<typeof ReadinessBadgesFragment>[],
): ReadonlyMap<Readiness, BadgeParts> {
  const badges = toBadges(catalog, 'tenant_readiness');
  return new Map(
    readinesses.flatMap((readiness) => {
      const badge = badges.get(readiness);
      return badge === undefined ? [] : [[readiness, badge]];
    }),
  );
}
