import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';

const BadgeFragment = graphql(`
  fragment Badge on Badge {
    label
    color
    icon
  }
`);

/** A badge as it comes with a query; whatever shows it reads it. */
export type BadgeRef = FragmentType<typeof BadgeFragment>;

/** The color is a meaning, the icon a name from Fluent's set. */
export interface BadgeLook {
  readonly color: Tone;
  readonly icon: string;
}
export interface BadgeParts extends BadgeLook {
  readonly label: string;
}
export type Tone = 'NEUTRAL' | 'INFO' | 'SUCCESS' | 'WARNING' | 'DANGER';

/** Also takes a badge of the web app's own. */
export function readBadge(badge: BadgeRef | BadgeParts): BadgeParts;
export function readBadge(badge: BadgeRef | BadgeLook): BadgeLook;
export function readBadge(badge: BadgeRef | BadgeLook): BadgeLook {
  return readFragment(BadgeFragment, badge as BadgeRef);
}
