import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';

const TargetFragment = graphql(`
  fragment Target on PolicyTarget {
    kind
    groupId
    groupName
    filterName
  }
`);

export type TargetRef = FragmentType<typeof TargetFragment>;

/** Who gets a policy, in the portal's words. */
export function toTargetText(masked: TargetRef): string {
  const { kind, groupId, groupName, filterName } = readFragment(TargetFragment, masked);
  const text = texts.policy.target(texts.policy.targets[kind], groupName ?? groupId);
  return filterName === null ? text : texts.policy.filtered(text, filterName);
}
