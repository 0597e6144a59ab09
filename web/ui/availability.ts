import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';

const ActionFragment = graphql(`
  fragment Action on ActionAvailability {
    action
    enabled
    disabledReason
  }
`);

/** What can be done with a thing, and if not, why not: as the API says it. */
export type ActionRefs = readonly FragmentType<typeof ActionFragment>[];

export function isEnabled(actions: ActionRefs, action: string): boolean {
  return readFragment(ActionFragment, actions).some((found) => found.action === action && found.enabled);
}

/** Whether the API lists `action` for this thing at all. */
export function isOffered(actions: ActionRefs, action: string): boolean {
  return readFragment(ActionFragment, actions).some((found) => found.action === action);
}

/** Why `action` is not available, null if it is; `otherwise` for an action that the API does not list. */
export function reasonOf(actions: ActionRefs, action: string, otherwise: string): string | null {
  const found = readFragment(ActionFragment, actions).find((availability) => availability.action === action);
  return found?.enabled === true ? null : (found?.disabledReason ?? otherwise);
}
