import type { Option } from './option-select.tsx';

/** Of the API's badge catalog, as far as a filter needs it; values are stored ones, the API's enum in lower case. */
export interface BadgeLabels {
  readonly name: string;
  readonly definitions: readonly { readonly value: string; readonly badge: { readonly label: string } }[];
}

/** The words are those of the API's badges, so that a filter and what it finds say the same. */
export function toBadgeOptions<Value extends string>(
  catalog: readonly BadgeLabels[],
  domain: string,
  values: readonly Value[],
): Option<Value>[] {
  const definitions = catalog.find(({ name }) => name === domain)?.definitions ?? [];
  return values.map((value) => ({
    value,
    label: definitions.find((definition) => definition.value === value.toLowerCase())?.badge.label ?? value,
  }));
}
